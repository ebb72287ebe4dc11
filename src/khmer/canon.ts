/**
 * Canonical Khmer, level 1: one encoding for each visual form, so that search, sorting, identity and find-in-page
 * do not depend on which keyboard a text was typed with. Visually lossless.
 *
 * After SIL's Khmer Encoding Structure (github.com/sillsdev/khmer-character-specification) and the Unicode
 * Standard, chapter 16, "Khmer".
 */

/** Invisible characters, and the two inherent vowels Unicode discourages. */
const INVISIBLE = /[\u200B-\u200D\u2060\u2063\uFEFF\u00AD\u17B4\u17B5]/g;

const DEPRECATED: Readonly<Record<string, string>> = {
  '\u17A3': '\u17A2',
  '\u17A4': '\u17A2\u17B6',
  '\u17D8': '\u17D4\u179B\u17D4',
  '\u17D3': '\u17C6',
  '\u17DD': '\u17D1',
};
const DEPRECATED_CHARACTERS = /[\u17A3\u17A4\u17D3\u17D8\u17DD]/g;

const COENG = '\u17D2';
const COENG_RO = '\u17D2\u179A';
/** A base, then subscripts, vowels and signs in any order. */
const SYLLABLE =
  /([\u1780-\u17A2\u17A5-\u17B3\u25CC])((?:\u17D2+[\u1780-\u17A2\u17A5-\u17B3]|[\u17B6-\u17D1])+)/g;
const PART = /\u17D2+[\u1780-\u17A2\u17A5-\u17B3]|[\u17B6-\u17D1]/g;

const U_BELOW = '\u17BB';
const MUUSIKATOAN = '\u17C9';
const TRIISAP = '\u17CA';
/** Vowels and signs above the base, in front of which a shifter is drawn like U+17BB. */
const UPPER = /[\u17B7-\u17BA\u17BE\u17BF\u17D0]|\u17B6\u17C6/;
/** First series (a-series) consonants apart from BA, whose usual shifter is MUUSIKATOAN. */
const FIRST_SERIES =
  /[\u1780\u1781\u1785\u1786\u178A\u178B\u178E\u178F\u1790\u1795\u179D\u179F\u17A0\u17A1\u17A2]/;
const SECOND_SERIES_OR_BA = /[\u1782-\u1784\u1787-\u1789\u178C\u178D\u1791-\u1794\u1796-\u179C]/;

/** Where a part stands in its syllable; equal ranks keep the order they were typed in. */
function rank(part: string): number {
  if (part.startsWith(COENG)) return part === COENG_RO ? 2 : 1;
  if (part === '\u17CC') return 0;
  if (part === MUUSIKATOAN || part === TRIISAP) return 3;
  if (part >= '\u17BE' && part <= '\u17C5') return 4;
  if (part >= '\u17BB' && part <= '\u17BD') return 5;
  if (part >= '\u17B7' && part <= '\u17BA') return 6;
  if (part === '\u17B6') return 7;
  if (part === '\u17C7' || part === '\u17C8') return 9;
  return 8;
}

function shifterFor(base: string): string | undefined {
  if (FIRST_SERIES.test(base)) return TRIISAP;
  return SECOND_SERIES_OR_BA.test(base) ? MUUSIKATOAN : undefined;
}

/** Coeng DA looks like coeng TA; only TA is canonical. */
function plainCoeng(part: string): string {
  const single = part.replace(/^\u17D2+/, COENG);
  return single === '\u17D2\u178A' ? '\u17D2\u178F' : single;
}

function ordered(tail: string): string[] {
  const parts = (tail.match(PART) ?? []).map(plainCoeng);
  parts.sort((a, b) => rank(a) - rank(b));
  return parts.filter((part, i) => part !== parts[i - 1]);
}

/** Vowels typed in two pieces become the one vowel they look like. */
function joinVowels(tail: string): string {
  return tail
    .replace(/\u17C1\u17B8/g, '\u17BE')
    .replace(/\u17C1\u17B6/g, '\u17C4')
    .replace(/\u17BE\u17B6/g, '\u17C4\u17B8');
}

function shiftU(base: string, tail: string): string {
  const shifter = shifterFor(base);
  if (shifter === undefined || !tail.includes(U_BELOW) || !UPPER.test(tail)) return tail;
  return /[\u17C9\u17CA]/.test(tail) ? tail : tail.replace(U_BELOW, shifter);
}

function canonTail(base: string, tail: string): string {
  const next = shiftU(base, joinVowels(ordered(tail).join('')));
  return next === tail ? next : canonTail(base, next);
}

/**
 * The canonical form of a text in any language; only Khmer is changed, apart from NFC and invisible characters.
 * Idempotent.
 */
export function canon(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(DEPRECATED_CHARACTERS, (c) => DEPRECATED[c] ?? c)
    .replace(SYLLABLE, (_, base: string, tail: string) => base + canonTail(base, tail))
    .normalize('NFC');
}
