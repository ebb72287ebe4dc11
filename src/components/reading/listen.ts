import { pageLang } from '../session/session-data.ts';
import { create, part } from '../site/dom.ts';
import { startBar } from './listen-bar.ts';
import { isShown, passages, readable } from './passages.ts';
import type { Piece } from './reader.ts';
import { sentences } from './sentences.ts';
import { speech, voiceFor } from './voices.ts';
import type { ReadingWords } from './words.ts';

/** Offers to read aloud for as long as the device has a voice of its own for the language of the page. */
export function offerListening(panel: HTMLElement, words: ReadingWords): void {
  const synth = speech();
  if (!synth) return;
  const rate = part(panel, '[data-choice="rate"]', HTMLElement);
  const button = create('button', { type: 'button', class: 'button' }, words.listen);
  let stop: (() => void) | undefined;
  button.addEventListener('click', () => {
    stop?.();
    const pieces = piecesOfPage();
    if (pieces.length > 0) stop = startBar(synth, pieces, words, panel);
  });
  const offer = (): void => {
    const voice = voiceFor(synth.getVoices(), pageLang());
    rate.hidden = !voice;
    if (voice) part(panel, '.reading__actions', HTMLElement).prepend(button);
    else button.remove();
  };
  offer();
  // Voices come late in Chromium, and while one installs them.
  synth.addEventListener?.('voiceschanged', offer);
}

function piecesOfPage(): Piece<Element>[] {
  const root = readable(document);
  if (!root || !isShown(root)) return [];
  return passages(root).flatMap(({ block, text, lang }) =>
    sentences(text).map((sentence) => ({ block, lang, text: sentence })),
  );
}
