import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canon } from '../../../src/khmer/canon.ts';
import { decode, encode, indexWords, runningText } from '../../../src/search/encode.ts';
import { units } from '../../../src/search/units.ts';
import { khmerText } from '../khmer/khmer-text.ts';
import { khmerWord, mixedText } from './words.ts';

const SAMPLES = [
  'សេវាសាធារណៈ',
  'ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦។',
  'គេហទំព័រ គ.ជ.អ.ប (NCDD)។ តម្លៃ ១.២០០ រៀល',
  'ទារឱ្យ អោយ ឲ្យ ឧក ឨ',
  'The Phnom Penh Post, 2017',
  'ម្លប់ ដើមម្លប់',
];

test('what was encoded comes back, canonical', () => {
  for (const text of SAMPLES) expect(decode(encode(text))).toBe(canon(text));
});

test('decode(encode(x)) is canon(x) for any text, white space collapsed', () => {
  const anyText = fc.oneof(khmerText, mixedText, fc.string({ unit: 'binary', maxLength: 20 }));
  fc.assert(
    fc.property(anyText, (text) => {
      expect(decode(encode(text))).toBe(runningText(text));
    }),
    { numRuns: 1000 },
  );
});

test('characters that the encoding uses itself survive', () => {
  const text = 'ꀀ ꒀ \uE000x\uE012 ក';
  expect(decode(encode(text))).toBe(text);
});

test('in a Khmer word nothing is a combining mark, which an index would drop', () => {
  fc.assert(fc.property(khmerWord, (word) => !/\p{M}/u.test(encode(word))));
});

test('English is left as it is', () => {
  expect(encode('Ask in writing; US$25 is a rule.')).toBe('Ask in writing; US$25 is a rule.');
});

/** An index holds a word if it begins with what is asked. */
function indexed(text: string): string[] {
  return encode(text)
    .split(' ')
    .map((token) => token.replace(/[\uE000-\uF8FF]/g, ''));
}
const asked = (query: string): string[] => indexWords(units(query), (unit) => unit.fold);
const couldFind = (text: string, query: string): boolean =>
  asked(query).every((word) => indexed(text).some((token) => token.startsWith(word)));

test('the index words of any part of a word are in the index of a text with that word', () => {
  fc.assert(
    fc.property(khmerWord, khmerWord, khmerWord, (before, word, after) => {
      expect(couldFind(before + word + after, word)).toBe(true);
    }),
  );
});

test('spellings that fold to the same have the same index words', () => {
  for (const [a, b] of [
    ['តំលៃ', 'តម្លៃ'],
    ['បំរើ', 'បម្រើ'],
    ['ឲ្យ', 'អោយ'],
    ['២០១០', '2010'],
    ['ពាក្យបណ្ដឹង', 'ពាក្យបណ្តឹង'],
  ] as const)
    expect(asked(a)).toEqual(asked(b));
});

test('words that only share letters do not', () => {
  expect(couldFind('ដា ដុំ ដឹង', 'ដី')).toBe(false);
  expect(couldFind('ថ្លា', 'ថ្លៃ')).toBe(false);
});
