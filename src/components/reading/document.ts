import { dataIn, part } from '../site/dom.ts';
import { followChoices } from './apply.ts';
import { offerReading } from './button.ts';
import type { ReadingWords } from './words.ts';

/** In a document that holds its words itself, such as a package. */
export function startReadingHere(): void {
  followChoices();
  const words = dataIn<ReadingWords>(document, 'script[data-reading-words]');
  offerReading(part(document, '[data-reading-place]', HTMLElement), words);
}
