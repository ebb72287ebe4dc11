import { describe, expect, test } from 'vitest';
import { textIn } from '../../../src/curriculum/lesson-text.ts';
import { loadCurriculum, loadTree } from '../../../src/curriculum/load.ts';
import { aloneMinutes } from '../../../src/curriculum/minutes.ts';
import type { CurriculumModule } from '../../../src/curriculum/model.ts';
import { readTree } from '../../../src/curriculum/tree.ts';
import { Files } from '../../fixtures/content/edit.ts';

const VALID = readTree('tests/fixtures/content/valid');
const NEWS = `- id: new-module
  date: 2026-11-22
  text: { en: A new module., km: ម៉ូឌុលថ្មី។ }
  link: gifts
- id: new-lesson
  date: 2026-12-01
  text: { en: A new lesson., km: មេរៀនថ្មី។ }
  link: gifts/basket
`;
const PARTNERS = `partners:
  - id: one
    name: { en: One, km: ទីមួយ }
    logo:
phases:
  - { id: first, name: { en: First, km: ទីមួយ }, from: 2016, to: 2020 }
funding:
  - phase: first
    text: { en: Paid by somebody., km: បង់ដោយនរណាម្នាក់។ }
disclaimer:
  status: awaiting-approval
  text: { en: Not advice., km: មិនមែនជាយោបល់ទេ។ }
`;
const rules = (files: Files) => loadTree(files.tree).faults.map(({ rule, line }) => `${rule}:${line}`);

describe('news', () => {
  test('is read with the newest first', () => {
    const { curriculum, faults } = loadTree(new Files(VALID).write('/news.yaml', NEWS).tree);
    expect(faults).toEqual([]);
    expect(curriculum.news.map(({ id }) => id)).toEqual(['new-lesson', 'new-module']);
  });

  test('may be missing', () => {
    expect(loadTree(VALID).curriculum.news).toEqual([]);
  });

  test.each([
    ['a link to no module', 'link: gifts\n', 'link: gift\n', 'news/link-unknown:4'],
    ['a link to no lesson', 'gifts/basket', 'gifts/baskets', 'news/link-unknown:8'],
    ['a day the calendar does not have', '2026-11-22', '2026-11-31', 'schema:2'],
    ['a text in one language', ', km: មេរៀនថ្មី។', '', 'text/one-language:7'],
    ['an id used twice', 'new-lesson', 'new-module', 'file/duplicate-id:5'],
  ])('with %s is a fault with its line', (_, from, to, fault) => {
    const found = rules(new Files(VALID).write('/news.yaml', NEWS).replace('/news.yaml', from, to));
    expect(found.map((rule) => rule.replace(/^schema\/[a-z-]+/, 'schema'))).toEqual([fault]);
  });
});

describe('partners', () => {
  test('are read, and a logo that nobody has given stays empty', () => {
    const { curriculum, faults } = loadTree(new Files(VALID).write('/partners.yaml', PARTNERS).tree);
    expect(faults).toEqual([]);
    expect(curriculum.attribution?.partners).toEqual([
      { id: 'one', name: { en: 'One', km: 'ទីមួយ' }, logo: null },
    ]);
    expect(curriculum.attribution?.disclaimer?.status).toBe('awaiting-approval');
  });

  test('may be missing', () => {
    expect(loadTree(VALID).curriculum.attribution).toBeUndefined();
  });

  test.each([
    ['a phase without an end', ', to: 2020', '', 'schema:6'],
    ['a phase that ends before it begins', 'from: 2016', 'from: 2026', 'phase/ends-too-early:6'],
    ['money for a phase that is not listed', 'phase: first', 'phase: third', 'phase/unknown:8'],
    ['a logo that is a path', 'logo:', 'logo: ../x/logo.svg', 'schema:4'],
  ])('with %s are a fault with its line', (_, from, to, fault) => {
    const found = rules(
      new Files(VALID).write('/partners.yaml', PARTNERS).replace('/partners.yaml', from, to),
    );
    expect(found.map((rule) => rule.replace(/^schema\/[a-z-]+/, 'schema'))).toEqual([fault]);
  });

  test('with a source that does not exist are a fault', () => {
    const files = new Files(VALID)
      .write('/partners.yaml', PARTNERS)
      .replace('/partners.yaml', '  - phase: first\n', '  - phase: first\n    source: nowhere\n');
    expect(rules(files)).toEqual(['source/unknown:9']);
  });

  test('of this project claim no phase that still goes on', () => {
    const { attribution } = loadCurriculum(process.cwd()).curriculum;
    expect(attribution?.phases.map(({ from, to }) => [from, to])).toEqual([
      [2016, 2020],
      [2021, 2025],
    ]);
    expect(attribution?.partners.map(({ logo }) => logo)).toEqual([null, null]);
  });
});

describe('a sensitive lesson', () => {
  test('is one in both languages, or its twin is a fault', () => {
    const front = 'minutes: { alone: 6 }\n';
    const one = new Files(VALID).replace('km/basket.mdx', front, `${front}sensitive: true\n`);
    expect(rules(one)).toEqual(['twins/sensitive-differs:1']);
    const both = one.replace('en/basket.mdx', front, `${front}sensitive: true\n`);
    expect(rules(both)).toEqual([]);
    expect(loadTree(both.tree).curriculum.modules[0]?.lessons[0]?.texts.en?.front.sensitive).toBe(true);
  });
});

describe('a lesson in one language', () => {
  const owner = loadTree(new Files(VALID).remove('en/basket.mdx').tree).curriculum.modules[0];

  test('stands in for the other one, and says which language it is', () => {
    expect(textIn(owner?.lessons[0], 'en')?.lang).toBe('km');
    expect(textIn(owner?.lessons[0], 'km')?.lang).toBe('km');
    expect(textIn(undefined, 'km')).toBeUndefined();
  });

  test('counts with its minutes', () => {
    expect(aloneMinutes(owner as CurriculumModule, 'en')).toBe(6);
  });
});
