import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../src/curriculum/schema/common.ts';
import { answer } from '../../../src/search/answer.ts';
import type { SearchDocument } from '../../../src/search/document.ts';
import { excerpt } from '../../../src/search/excerpt.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { fromRecord, toRecord } from '../../../src/search/record.ts';
import { scanCorpus } from '../../../src/search/scan.ts';
import { units } from '../../../src/search/units.ts';
import { NO_WORDS } from '../../../src/search/words.ts';
import { SearchWordsSchema } from '../../../src/search/words-file.ts';
import { judgedQueries, QUERY_SETS, testDocuments } from '../../support/search-data.ts';
import { measures } from '../../support/search-measure.ts';
import { scanAnswers } from '../../support/search-scan.ts';
import { mixedText } from './words.ts';

const document = (id: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  lang: 'km',
  kind: 'lesson',
  module: 'm',
  url: `/km/${id}/`,
  title: '',
  heading: '',
  text,
  ...more,
});
const ids = async (documents: SearchDocument[], query: string, words: string[][] = []): Promise<string[]> => {
  const hits = await answer(
    scanCorpus(documents),
    parseQuery(documents[0]?.lang ?? 'km', query, { ...NO_WORDS, same: words }),
  );
  return hits.map((hit) => hit.document.id);
};

describe('the test data', () => {
  const queries = judgedQueries();
  test('has in each set at least 80 Khmer and 40 English queries, 15 without an answer; 200 documents a language', () => {
    for (const set of QUERY_SETS) {
      const own = queries.filter((query) => query.set === set);
      expect(own.filter((query) => query.lang === 'km').length).toBeGreaterThanOrEqual(80);
      expect(own.filter((query) => query.lang === 'en').length).toBeGreaterThanOrEqual(40);
      expect(own.filter((query) => query.relevant.length === 0).length).toBeGreaterThanOrEqual(15);
    }
    for (const lang of ['km', 'en'] as const) expect(testDocuments(lang).length).toBeGreaterThanOrEqual(200);
  });
  test('judges only documents that exist, each once', () => {
    for (const { lang, relevant } of queries) {
      const known = new Set(testDocuments(lang).map(({ id }) => id));
      expect(relevant.filter((id) => !known.has(id))).toEqual([]);
      expect(new Set(relevant).size).toBe(relevant.length);
    }
  });
});

describe('the scan on the judged queries', async () => {
  const answers = await scanAnswers();
  for (const { set, lang } of QUERY_SETS.flatMap((set) => LANGS.map((lang) => ({ set, lang })))) {
    for (const [kind, { recall, precision }] of measures({ set, lang }, answers)) {
      const least = kind === 'all' ? 0.95 : 0.8;
      test(`has recall and precision of at least ${least * 100} % in ${lang}, ${kind}, of ${set}`, () => {
        expect(recall).toBeGreaterThanOrEqual(least);
        expect(precision).toBeGreaterThanOrEqual(least);
      });
    }
  }
});

test('a title counts more than a heading, a heading more than text', async () => {
  const documents = [
    document('text', 'រឿងសំណូក'),
    document('heading', 'x', { heading: 'សំណូក' }),
    document('title', 'x', { kind: 'term', title: 'សំណូក' }),
  ];
  expect(await ids(documents, 'សំណូក')).toEqual(['title', 'heading', 'text']);
});

test("a section does not answer by its lesson's title alone, the lesson's opening does", async () => {
  const documents = [
    document('opening', 'x', { title: 'សំណូក' }),
    document('section', 'y', { title: 'សំណូក', heading: 'z' }),
  ];
  expect(await ids(documents, 'សំណូក')).toEqual(['opening']);
});

test('all parts have to be there, in any order', async () => {
  const documents = [document('both', 'សំណូក និង អំណោយ'), document('one', 'សំណូក')];
  expect(await ids(documents, 'សំណូក អំណោយ')).toEqual(['both']);
  expect(await ids(documents, 'អំណោយ សំណូក')).toEqual(['both']);
});

test('a group of words is searched as one, from each of its members', async () => {
  const documents = [document('name', 'អង្គភាពប្រឆាំងអំពើពុករលួយ'), document('other', 'ប្រឆាំងមេរោគ')];
  const words = [['អ.ប.ព', 'ACU', 'អង្គភាពប្រឆាំងអំពើពុករលួយ']];
  for (const query of ['acu', 'អ.ប.ព', 'អ.ប.ព.'])
    expect(await ids(documents, query, words)).toEqual(['name']);
});

test('a question without an exact answer gets what is similar, marked so', async () => {
  const documents = [document('a', 'បដិសេធដោយគោរព ពេលគេឱ្យអំណោយ'), document('b', 'ផ្លូវបេតុង')];
  const hits = await answer(scanCorpus(documents), parseQuery('km', 'តើធ្វើដូចម្តេចដើម្បីបដិសេធអំណោយ?', NO_WORDS));
  expect(hits.map((hit) => [hit.document.id, hit.similar])).toEqual([['a', true]]);
});

test('filters keep a kind or a module', async () => {
  const corpus = scanCorpus([document('l', 'សំណូក'), document('t', 'សំណូក', { kind: 'term', module: '' })]);
  const query = parseQuery('km', 'សំណូក', NO_WORDS);
  expect((await answer(corpus, query, { kind: 'term' })).map((hit) => hit.document.id)).toEqual(['t']);
  expect((await answer(corpus, query, { module: 'm' })).map((hit) => hit.document.id)).toEqual(['l']);
});

test('a query of spaces and punctuation answers nothing', async () => {
  for (const query of ['', '  ', '។ ?', '\u200B']) expect(await ids([document('a', 'ក')], query)).toEqual([]);
});

test('what an index record holds is the document', () => {
  fc.assert(
    fc.property(mixedText, mixedText, (heading, text) => {
      const one = document('/km/a/', text, {
        url: '/km/a/',
        heading,
        title: 'ចំណុច ១',
        kind: 'term',
        module: 'integrity',
      });
      const back = fromRecord('km', toRecord(one));
      expect(back).toEqual({ ...one, heading: back.heading, text: back.text });
      expect(units(back.text).map((unit) => unit.fold)).toEqual(units(text).map((unit) => unit.fold));
    }),
  );
});

test('an excerpt shows the match, cuts no cluster, and its marks are the match', () => {
  const text = `${'កន្លែងរង់ចាំមុខបញ្ជរ '.repeat(30)}សំណូក${' ក្រោយពេលនោះ'.repeat(40)}`;
  const cut = excerpt(text, [units('សំណូក')]);
  expect(cut.marks.map(({ start, end }) => cut.text.slice(start, end))).toEqual(['សំណូក']);
  expect(cut.text.length).toBeLessThan(260);
  expect(cut.text.startsWith('…') && cut.text.endsWith('…')).toBe(true);
});

test('marks of an excerpt are always what a direct search of it finds', () => {
  fc.assert(
    fc.property(fc.array(mixedText, { minLength: 1, maxLength: 12 }), (texts) => {
      const text = texts.join(' ');
      const pattern = units(text).slice(0, 1);
      const cut = excerpt(text, pattern.length > 0 ? [pattern] : []);
      for (const { start, end } of cut.marks)
        expect(start >= 0 && end <= cut.text.length && start < end).toBe(true);
    }),
  );
});

describe('the words file', () => {
  const none = { same: [], apart: [] };
  const passes = (km: object, more: object = {}): boolean =>
    SearchWordsSchema.safeParse({ km: { ...none, ...km }, en: none, ...more }).success;
  test('takes words of one meaning, and words to keep apart', () => {
    expect(passes({ same: [['ពត៌មាន', 'ព័ត៌មាន']], apart: [['សាំង', 'វ៉ាក់សាំង']] })).toBe(true);
  });
  test('refuses a word in two groups, unknown languages, and a longer word that does not hold the shorter', () => {
    const twice = [
      ['ក', 'ខ'],
      ['ខ', 'គ'],
    ];
    expect(passes({ same: twice })).toBe(false);
    expect(passes({}, { fr: none })).toBe(false);
    expect(passes({ apart: [['វ៉ាក់សាំង', 'សាំង']] })).toBe(false);
  });
});

describe('words kept apart', () => {
  const apart = [['សាំង', 'វ៉ាក់សាំង']];
  const search = async (query: string) =>
    (
      await answer(
        scanCorpus([document('petrol', 'លុយថ្លៃសាំង'), document('vaccine', 'ចាក់វ៉ាក់សាំងគោ')]),
        parseQuery('km', query, { ...NO_WORDS, apart }),
      )
    ).map((hit) => hit.document.id);
  test('are not found inside each other, and each is found by itself', async () => {
    expect(await search('សាំង')).toEqual(['petrol']);
    expect(await search('វ៉ាក់សាំង')).toEqual(['vaccine']);
  });
  test('are found with their neighbours as typed', async () => {
    expect(await search('ថ្លៃសាំង')).toEqual(['petrol']);
  });
});

describe('English', () => {
  const english = (id: string, text: string, more: Partial<SearchDocument> = {}) =>
    document(id, text, { lang: 'en', ...more });
  test.each([
    ['neighbors', 'ask your neighbour'],
    ['councilor', 'a commune councillor'],
    ['health center', 'the health centre'],
    ['organize', 'we organised it'],
    ['judgement', 'a judgment'],
    ['ＮＣＤＤ', 'the NCDD says'],
    ['lar\u200bvicide', 'put larvicide into jars'],
    ['protects', 'a protection law'],
    ['amended', 'the amendment of 2011'],
  ])('finds «%s» in «%s»', async (query, text) => {
    expect(await ids([english('other', 'nothing of it'), english('wanted', text)], query)).toEqual([
      'wanted',
    ]);
  });
  test('keeps apart what only looks like another spelling', async () => {
    expect(await ids([english('state', 'the state'), english('station', 'the station')], 'station')).toEqual([
      'station',
    ]);
  });
  test('a question for two terms brings their own entries too', async () => {
    const documents = [
      english('both', 'gift and bribe'),
      english('again', 'a bribe is no gift'),
      english('gift', 'something given', { kind: 'term', title: 'gift' }),
      english('bribe', 'paid for a decision', { kind: 'term', title: 'bribe' }),
      english('book', 'a book of gifts', { kind: 'term', title: 'gift book' }),
    ];
    const found = await ids(documents, 'What is the difference between a gift and a bribe?');
    expect(found.sort()).toEqual(['again', 'both', 'bribe', 'gift']);
  });
});

test('a Khmer acronym is known without its dots', async () => {
  const documents = [document('acu', 'អ.ប.ព. ទទួលបណ្តឹង'), document('other', 'រឿងផ្សេង')];
  expect(await ids(documents, 'អបព', [['អ.ប.ព', 'ACU']])).toEqual(['acu']);
});

test('words of which one is nowhere find nothing that only resembles', async () => {
  expect(await ids([document('a', 'ចាក់វ៉ាក់សាំងគោក្របី')], 'វ៉ាក់សាំង មាន់')).toEqual([]);
});
