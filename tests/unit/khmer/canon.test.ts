import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canon } from '../../../src/khmer/canon.ts';
import { khmerText } from './khmer-text.ts';

/** Written as escapes wherever an editor could silently put the characters in order. */
const VECTORS: readonly (readonly [what: string, from: string, to: string])[] = [
  [
    'coeng DA becomes coeng TA',
    '\u1794\u178E\u17D2\u178A\u17B9\u1784',
    '\u1794\u178E\u17D2\u178F\u17B9\u1784',
  ],
  ['coeng RO goes last', '\u179F\u17D2\u179A\u17D2\u178F\u17B8', '\u179F\u17D2\u178F\u17D2\u179A\u17B8'],
  [
    'coeng RO goes last and coeng DA becomes coeng TA',
    '\u1798\u1793\u17D2\u179A\u17D2\u178A\u17B8',
    '\u1798\u1793\u17D2\u178F\u17D2\u179A\u17B8',
  ],
  ['E and AA become OO', '\u178A\u17C1\u17B6\u17C7', '\u178A\u17C4\u17C7'],
  ['E and II become OE', '\u1794\u17C1\u17B8\u1780', '\u1794\u17BE\u1780'],
  ['II and E become OE', '\u1794\u17B8\u17C1\u1780', '\u1794\u17BE\u1780'],
  [
    'U before an upper vowel is TRIISAP on SA',
    '\u179F\u17BB\u17B8\u179C\u17B7\u179B',
    '\u179F\u17CA\u17B8\u179C\u17B7\u179B',
  ],
  ['U before an upper vowel is MUUSIKATOAN on MO', '\u1798\u17BB\u17BA\u1793', '\u1798\u17C9\u17BA\u1793'],
  [
    'U before an upper sign is MUUSIKATOAN on BA',
    '\u1794\u17BB\u17D0\u178E\u17D2\u178E',
    '\u1794\u17C9\u17D0\u178E\u17D2\u178E',
  ],
  ['U before AA with NIKAHIT is a shifter', '\u1789\u17BB\u17B6\u17C6', '\u1789\u17C9\u17B6\u17C6'],
  ['NIKAHIT follows AA', '\u1780\u17C6\u17B6', '\u1780\u17B6\u17C6'],
  ['a shifter precedes the vowel', '\u1794\u17B8\u17C9', '\u1794\u17C9\u17B8'],
  ['a subscript precedes the vowel', '\u1781\u17C2\u17D2\u1798\u179A', '\u1781\u17D2\u1798\u17C2\u179A'],
  [
    'a coeng typed twice counts once',
    '\u1780\u17D2\u17D2\u179A\u17BB\u1798',
    '\u1780\u17D2\u179A\u17BB\u1798',
  ],
  [
    'a zero-width space inside a cluster goes',
    '\u1780\u17D2\u200B\u179A\u17BB\u1798',
    '\u1780\u17D2\u179A\u17BB\u1798',
  ],
  ['a zero-width space between words goes', 'សេវា\u200Bសាធារណៈ', 'សេវាសាធារណៈ'],
  ['a vowel typed twice counts once', '\u1780\u17BB\u17BB', '\u1780\u17BB'],
  ['U+17A3 becomes QA', '\u17A3', '\u17A2'],
  ['U+17A4 becomes QA and AA', '\u17A4', '\u17A2\u17B6'],
  ['U+17D8 is written out', '\u17D8', '\u17D4\u179B\u17D4'],
  ['U+17D3 becomes NIKAHIT', '\u1780\u17D3', '\u1780\u17C6'],
  ['ROBAT goes first', '\u1792\u17D2\u1798\u17CC', '\u1792\u17CC\u17D2\u1798'],
  ['YUUKALEAPINTU goes last', '\u178E\u17C8\u17B6', '\u178E\u17B6\u17C8'],
];

describe('canon', () => {
  test.each(VECTORS)('%s', (_, from, to) => {
    expect(canon(from)).toBe(to);
  });

  test.each([
    'កា',
    'ការ',
    'ប៉ា',
    'បា',
    'ដី',
    'ដឺ',
    'តា',
    'ដា',
    'ស្ត្រី',
    'ស្តី',
    'ថ្លៃ',
    'ថ្លា',
    'ព័ត៌មាន',
    'ឱ្យ',
    'ធម៌',
    'អ៊ីនធឺណិត',
    'ទូរសព្ទ',
  ])('leaves the well-written word %s alone', (word) => {
    expect(canon(word)).toBe(word);
  });

  test('leaves English, digits and punctuation alone', () => {
    expect(canon('The fee is 40,000 riel. «៤០.០០០ រៀល»។')).toBe('The fee is 40,000 riel. «៤០.០០០ រៀល»។');
  });

  test('is idempotent on any mixture of Khmer characters', () => {
    fc.assert(
      fc.property(khmerText, (text) => {
        expect(canon(canon(text))).toBe(canon(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('is idempotent on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canon(canon(text))).toBe(canon(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the order in which vowel, shifter and subscript were typed', () => {
    const parts = ['\u17D2\u1798', '\u17D2\u179A', '\u17C9', '\u17B8', '\u17C7'];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(canon(`\u1794${shuffled.join('')}`)).toBe(`\u1794${parts.join('')}`);
      }),
    );
  });
});
