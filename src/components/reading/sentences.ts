import { clusters } from '../../khmer/clusters.ts';

/**
 * Chromium falls silent in an utterance of more than about 15 seconds (crbug.com/679437): no piece may last so long,
 * even read slowly.
 */
export const LONGEST = 140;

/** Khmer ends a sentence with ។ or ៕, and a list cut short with ។ល។; a Latin stop ends one only before a space. */
const SENTENCE =
  /(?:។ល។|[^។៕.!?…]|[.!?…]+(?![.!?…"”’»)\]]*(?:\s|$)))+(?:[។៕.!?…]+["”’»)\]]*)?|[។៕.!?…]+["”’»)\]]*/g;

/** Cuts a text into pieces of at most `LONGEST` characters that can be read aloud one after the other. */
export function sentences(text: string): string[] {
  const found = text.replace(/\s+/g, ' ').match(SENTENCE) ?? [];
  return found.flatMap((sentence) => shortened(sentence.trim())).filter((piece) => piece !== '');
}

/** A sentence that is too long is cut behind a comma, else at a space, else between two letters as a reader sees them. */
function shortened(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const start = wholeLetters(sentence);
  const at = Math.max(lastAfter(start, /[,;:៖]\s/g) || lastAfter(start, /\s/g) || start.length, 1);
  return [sentence.slice(0, at).trim(), ...shortened(sentence.slice(at).trim())];
}

/** As many letters from the beginning as a piece holds; a single longer one (there is none in writing) is cut. */
function wholeLetters(sentence: string): string {
  let start = '';
  for (const letter of clusters(sentence.slice(0, LONGEST + 1))) {
    if (start.length + letter.length > LONGEST) break;
    start += letter;
  }
  return start || sentence.slice(0, LONGEST);
}

/** Where the last match ends; 0 without one. */
function lastAfter(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((_, { index, 0: found }) => (index ?? 0) + found.length, 0);
}
