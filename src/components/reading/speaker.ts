import { choicesNow } from './apply.ts';
import type { Speaker } from './reader.ts';
import { voiceFor } from './voices.ts';

const RATES = { slow: 0.75, usual: 1, fast: 1.3 } as const;

/** The device's own voices as a speaker. */
export function deviceSpeaker(synth: SpeechSynthesis): Speaker<Element> {
  // Chromium may forget an utterance that nobody holds, and its `end` with it (crbug.com/509488).
  let held: SpeechSynthesisUtterance | undefined;
  return {
    speak({ text, lang }, done) {
      const voice = voiceFor(synth.getVoices(), lang);
      // A word in a language that the device cannot speak is passed over.
      if (!voice) return void setTimeout(() => done(false));
      held = new SpeechSynthesisUtterance(text);
      held.voice = voice;
      held.lang = voice.lang;
      held.rate = RATES[choicesNow().rate];
      held.onend = () => done(false);
      held.onerror = () => done(true);
      synth.speak(held);
    },
    silence() {
      held = undefined;
      synth.cancel();
    },
  };
}
