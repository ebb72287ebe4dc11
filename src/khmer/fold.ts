import { canon } from './canon.ts';
import { toAsciiDigits } from './digits.ts';

/** Khmer punctuation and guillemets: they separate words and are not searched for. */
const PUNCTUATION = /[\u17D4-\u17DA\u00AB\u00BB]/g;

function foldOnce(text: string): string {
  return toAsciiDigits(text.toLowerCase())
    .replace(/\u17B2/g, '\u17B1')
    .replace(/\u17A2\u17C4\u1799/g, '\u17B1\u17D2\u1799')
    .replace(/\u17A8/g, '\u17A7\u1780')
    .replace(/\u1798\u17D2([\u1780-\u17A2])/g, '\u17C6$1')
    .replace(/[\u17CD-\u17D1]/g, '')
    .replace(/\u17C9/g, '\u17CA')
    .replace(PUNCTUATION, ' ');
}

/**
 * Level 2, for matching only and never shown: spellings a reader takes for the same word become equal
 * (តម្លៃ = តំលៃ, ឲ្យ = ឱ្យ = អោយ, ២០១០ = 2010, silent signs dropped). Idempotent.
 */
export function fold(text: string): string {
  const next = canon(foldOnce(canon(text)));
  return next === text ? next : fold(next);
}

/**
 * What a typed word is compared by: folded, and without spaces, which Khmer writers set as they like. Empty for a text
 * without letters and digits.
 */
export function spellingOf(text: string): string {
  return fold(text).replace(/\s+/g, '');
}
