import type { Page } from '@playwright/test';

export interface FakeVoice {
  readonly lang: string;
  readonly localService: boolean;
}

interface Utterance {
  readonly text: string;
  readonly rate: number;
  onend?: () => void;
  onerror?: () => void;
}

/** What a test sees of the fake speech of a page, as `window.sogVoice`. */
export interface VoiceProbe {
  /** All that was begun, in order. */
  readonly said: Utterance[];
  /** What is being said, if anything. */
  now: Utterance | undefined;
  add(voice: FakeVoice): void;
}

declare global {
  interface Window {
    sogVoice?: VoiceProbe;
  }
}

/** Gives the pages of a browser voices of the device; nothing is heard, and nothing ends before `sayOn` or `failNow`. */
export async function giveVoices(page: Page, voices: readonly FakeVoice[]): Promise<void> {
  await page.addInitScript((given) => {
    const all = [...given];
    const synth = new EventTarget();
    const probe: VoiceProbe = {
      said: [],
      now: undefined,
      add(voice) {
        all.push(voice);
        synth.dispatchEvent(new Event('voiceschanged'));
      },
    };
    Object.assign(synth, {
      getVoices: () => all,
      speak(utterance: Utterance) {
        probe.said.push(utterance);
        probe.now = utterance;
      },
      cancel() {
        const cut = probe.now;
        probe.now = undefined;
        // As browsers do: what is cut off ends in an error, later.
        setTimeout(() => cut?.onerror?.());
      },
    });
    class FakeUtterance {
      readonly text: string;
      rate = 1;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synth });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: FakeUtterance });
    window.sogVoice = probe;
  }, voices);
}

/** What is being said now; undefined in silence. */
export const saidNow = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.sogVoice?.now?.text);

/** Ends what is being said, as after its time. */
export const sayOn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = window.sogVoice?.now;
    if (window.sogVoice) window.sogVoice.now = undefined;
    now?.onend?.();
  });

export const failNow = (page: Page): Promise<void> => page.evaluate(() => window.sogVoice?.now?.onerror?.());
