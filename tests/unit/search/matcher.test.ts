import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusters } from '../../../src/khmer/clusters.ts';
import { fold } from '../../../src/khmer/fold.ts';
import { findAll, highlights, matchable, merged } from '../../../src/search/matcher.ts';
import { stem } from '../../../src/search/stem.ts';
import { units } from '../../../src/search/units.ts';
import { khmerText } from '../khmer/khmer-text.ts';
import { khmerWord, mixedText } from './words.ts';

const found = (text: string, query: string): string[] =>
  findAll(matchable(text), units(query)).map(({ start, end }) => text.slice(start, end));
const whole = (text: string, query: string): boolean =>
  findAll(matchable(text), units(query)).some((match) => match.whole);

test('encodings and spellings of the same word find one another', () => {
  const same: [string, string][] = [
    ['បណ្ដឹង', 'បណ្តឹង'],
    ['ស្រ្តី', 'ស្ត្រី'],
    ['មន្រ្ដី', 'មន្ត្រី'],
    ['ដេាះ', 'ដោះ'],
    ['បេីក', 'បើក'],
    ['បីេក', 'បើក'],
    ['សុីវិល', 'ស៊ីវិល'],
    ['ស៉ីវិល', 'ស៊ីវិល'],
    ['មុឺន', 'ម៉ឺន'],
    ['កំា', 'កាំ'],
    ['ខែ្មរ', 'ខ្មែរ'],
    ['ក\u17D2\u17D2រុម', 'ក្រុម'],
    ['ក\u17D2\u200Bរុម', 'ក្រុម'],
    ['សេវា\u200Bសាធារណៈ', 'សេវាសាធារណៈ'],
    ['តំលៃ', 'តម្លៃ'],
    ['កំរៃ', 'កម្រៃ'],
    ['បំរើ', 'បម្រើ'],
    ['ទំរង់', 'ទម្រង់'],
    ['ឲ្យ', 'ឱ្យ'],
    ['អោយ', 'ឱ្យ'],
    ['២០១០', '2010'],
    ['ប្រយោជន៍', 'ប្រយោជន'],
  ];
  for (const [a, b] of same) {
    expect([a, whole(`មុន${a}ក្រោយ`, b)]).toEqual([a, true]);
    expect([b, whole(`មុន${b}ក្រោយ`, a)]).toEqual([b, true]);
  }
});

test('a word before ម្ is found, also one that ends in ះ or ៈ', () => {
  for (const word of ['សាធារណៈ', 'នេះ', 'ការ', 'សេវា'])
    expect([word, whole(`${word}ម្តង`, word)]).toEqual([word, true]);
});

test('different words do not', () => {
  for (const [text, query] of [
    ['ការ', 'ការិ'],
    ['បា', 'ប៉ា'],
    ['ដឺ', 'ដី'],
    ['ដា', 'តា'],
    ['ស្តី', 'ស្ត្រី'],
    ['ថ្លា', 'ថ្លៃ'],
    ['ក្រុម', 'រុម'],
    ['the tip', 'ti p'],
    ['councillor', 'council lor'],
  ] as const)
    expect([text, query, whole(text, query)]).toEqual([text, query, false]);
});

test('a query that breaks off inside a cluster or a word is found, but not as a whole', () => {
  expect(findAll(matchable('អនុក្រឹត្យ'), units('អនុក'))).toEqual([{ start: 0, end: 7, whole: false }]);
  expect(found('The whistleblower spoke', 'whistle')).toEqual(['whistleblower']);
});

test('English words are found in singular and plural, with -ing and -ed, whatever the case and accents', () => {
  for (const [text, query] of [
    ['two gifts', 'gift'],
    ['a gift', 'Gifts'],
    ['declaring it', 'declare'],
    ['he declared', 'declares'],
    ['stopped', 'stop'],
    ['policies', 'policy'],
    ["citizens' office", 'citizens office'],
    ['Pchum Ben', 'pchùm BÉN'],
    ['sub-decree', 'sub decree'],
    ['envelopes', 'envelope'],
    ['processes', 'process'],
  ] as const)
    expect([text, query, whole(text, query)]).toEqual([text, query, true]);
});

test('stemming twice gives the same as once for common words', () => {
  for (const word of ['gifts', 'declared', 'policies', 'running', 'services', 'bribe', 'official', 'duties'])
    expect(stem(stem(word))).toBe(stem(word));
});

test('any part of a well-formed word is found in it, whatever stands around', () => {
  fc.assert(
    fc.property(khmerWord, khmerWord, khmerWord, (before, word, after) => {
      expect(found(before + word + after, word).length).toBeGreaterThan(0);
    }),
  );
});

test('a word is found however its marks were ordered', () => {
  fc.assert(
    fc.property(khmerWord, (word) => {
      const reordered = clusters(word).map(([base = '', ...marks]) =>
        marks.length === 2 && !marks.includes('\u17D2')
          ? base + marks.reverse().join('')
          : base + marks.join(''),
      );
      expect(whole(word, reordered.join(''))).toBe(true);
    }),
  );
});

test('units joined are the folded text, spaces apart', () => {
  fc.assert(
    fc.property(khmerWord, (word) => {
      // There ំ is not lent, so that the word before keeps its beginning.
      fc.pre(!/[ះៈ]ម្/.test(word));
      const [first, ...rest] = units(word);
      const joined = [first, ...rest].map((unit) => unit?.fold ?? '').join('');
      expect((first?.lead ? '\u17C6' : '') + joined).toBe(fold(word));
    }),
  );
});

test('no range cuts a cluster, in any text and for any query', () => {
  fc.assert(
    fc.property(fc.oneof(khmerText, mixedText), fc.oneof(khmerWord, khmerText), (text, query) => {
      const edges = new Set([0]);
      let at = 0;
      for (const cluster of clusters(text)) {
        at += cluster.length;
        edges.add(at);
      }
      for (const { start, end } of highlights(text, [units(query)])) {
        expect(edges.has(start) && edges.has(end)).toBe(true);
      }
    }),
  );
});

test('ranges that overlap or touch are one', () => {
  expect(
    merged([
      { start: 5, end: 8 },
      { start: 0, end: 3 },
      { start: 3, end: 4 },
      { start: 6, end: 9 },
    ]),
  ).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 9 },
  ]);
});
