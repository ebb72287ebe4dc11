/** Joiners, zero-width spaces and the like may stand inside a cluster as it was typed. */
const HIDDEN = '[\\u200B-\\u200D\\u2060\\u2063\\uFEFF\\u00AD\\u17B4\\u17B5]';
const BASE = '[\\u1780-\\u17B3]';
const SIGN = '[\\u17B6-\\u17D1\\u17D3\\u17DD]';

/** Source of a pattern for one cluster: a base with its subscripts, vowels and signs, in any order they were typed. */
export const KHMER_CLUSTER = `${BASE}(?:${HIDDEN}*(?:\\u17D2+${HIDDEN}*${BASE}|${SIGN}))*`;

const CLUSTER = new RegExp(`${KHMER_CLUSTER}|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\s\\S]`, 'g');

/**
 * Cuts a text into what a reader sees as letters: a Khmer base with all that hangs on it, or one character. Joined
 * they are the text again. Needs no `Intl.Segmenter`, which the oldest browsers lack.
 */
export function clusters(text: string): string[] {
  return text.match(CLUSTER) ?? [];
}
