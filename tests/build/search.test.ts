import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/curriculum/schema/common.ts';
import { BASE } from '../support/addresses.ts';
import { type Judged, QUERY_SETS } from '../support/search-data.ts';
import { pagefindAnswers } from '../support/search-engines.ts';
import { type Answers, measures } from '../support/search-measure.ts';
import { scanAnswers } from '../support/search-scan.ts';

let pagefind: Answers = new Map();
let scan: Answers = new Map();
beforeAll(async () => {
  [pagefind, scan] = [await pagefindAnswers(), await scanAnswers()];
}, 60_000);

test('the Pagefind index answers at least 95 % right in each language and 80 % in every kind of query', () => {
  const low: string[] = [];
  for (const { set, lang } of QUERY_SETS.flatMap((set) => LANGS.map((lang) => ({ set, lang })))) {
    for (const [kind, { recall, precision }] of measures({ set, lang }, pagefind)) {
      if (Math.min(recall, precision) < (kind === 'all' ? 0.95 : 0.8))
        low.push(`${set} ${lang} ${kind} ${recall} ${precision}`);
    }
  }
  expect(pagefind.size).toBeGreaterThan(240);
  expect(low).toEqual([]);
});

test('both engines give the same first ten answers', () => {
  const key = ({ set, lang, kind, q }: Judged): string => `${set} ${lang} ${kind} ${q}`;
  const list = (answers: Answers) =>
    [...answers].map(([judged, ids]) => [key(judged), ids.slice(0, 10)]).sort();
  expect(list(pagefind)).toEqual(list(scan));
});

interface Row {
  readonly url: string;
  readonly kind: string;
  readonly text: string;
}

function rows(lang: Lang): Row[] {
  const script = readFileSync(`dist/search/scan-${lang}.js`, 'utf8');
  return JSON.parse(script.slice(script.indexOf('=[') + 1, script.lastIndexOf(';'))) as Row[];
}

test('the built search knows sections, terms and sources of both languages, under the base path', () => {
  for (const lang of ['km', 'en'] as const) {
    const all = rows(lang);
    for (const kind of ['lesson', 'term', 'source'])
      expect(all.filter((row) => row.kind === kind).length).toBeGreaterThan(20);
    expect(all.filter((row) => !row.url.startsWith(`${BASE}${lang}/`))).toEqual([]);
  }
});

test('the same addresses are found in both languages', () => {
  const paths = (lang: Lang) =>
    rows(lang)
      .map((row) => row.url.slice(BASE.length + 3))
      .sort();
  expect(paths('km')).toEqual(paths('en'));
});

test('no feedback of a question is in the searched text', () => {
  for (const lang of ['km', 'en'] as const) {
    const page = readFileSync(`dist/${lang}/integrity/gifts-and-thanks/index.html`, 'utf8');
    const answers = /<li data-feedback="[^"]*"[^>]*>[\s\S]*?<\/p>\s*<p[^>]*>([^<&]{30,})/g;
    const own = [...page.matchAll(answers)].map(([, text]) => text ?? '');
    expect(own.length).toBeGreaterThan(5);
    const searched = rows(lang)
      .map((row) => row.text)
      .join('\n');
    expect(own.filter((text) => searched.includes(text.slice(0, 40)))).toEqual([]);
  }
});

test("a lesson's opening holds the sentence under its title, and no labels", () => {
  const openings = rows('en').filter((row) => row.kind === 'lesson' && !row.url.includes('#'));
  expect(openings.length).toBeGreaterThan(4);
  for (const { url, text } of openings) {
    const page = readFileSync(`dist/${url.slice(BASE.length)}index.html`, 'utf8');
    const lead = /<meta name="description" content="([^"&]*)/.exec(page)?.[1] ?? '';
    expect(lead.length).toBeGreaterThan(10);
    expect(text.startsWith(lead)).toBe(true);
    expect(text).not.toMatch(/See the answer|Choose one answer|Begin this dilemma/);
  }
});
