import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { LANGS } from '../../src/curriculum/schema/common.ts';
import { BASE } from '../support/addresses.ts';
import { runBuild } from '../support/build-elsewhere.ts';
import { reasonTexts } from '../support/question-texts.ts';

const { curriculum } = loadCurriculum(process.cwd());
const views = globSync('dist/{km,en}/*/print/*/index.html').map((page) => ({
  page,
  kind: page.split(sep).at(-2) ?? '',
  lang: page.split(sep)[1] === 'km' ? ('km' as const) : ('en' as const),
  html: readFileSync(page, 'utf8'),
}));
const asHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Text as it stands in HTML, with quotation marks either way. */
const holds = (html: string, text: string) =>
  [asHtml(text), asHtml(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;')].some((form) =>
    html.includes(form),
  );
const paper = curriculum.modules.flatMap((module) =>
  [...module.questions.values()].filter((question) => question.pool === 'paper'),
);

test('a learner may print a handout and a workbook of each module in each language, and nothing else', () => {
  const wanted = curriculum.modules
    .filter(({ module }) => module.status === 'published')
    .flatMap(({ module }) =>
      LANGS.flatMap((lang) => ['handout', 'workbook'].map((kind) => `${lang}/${module.id}/print/${kind}`)),
    );
  const found = views.map(({ page }) => page.split(sep).slice(1, -1).join('/'));
  expect(found.sort()).toEqual(wanted.sort());
});

test('print views run no script, and tell search engines nothing', () => {
  for (const { page, html } of views) {
    expect(html, page).not.toMatch(/<script|rel="canonical"|og:title|ld\+json/);
    expect(html, page).toContain('<meta name="robots" content="noindex">');
  }
  const listed = globSync('dist/sitemap*.xml').map((file) => readFileSync(file, 'utf8'));
  expect(listed.join('')).toContain('<loc>');
  expect(listed.join('')).not.toContain('/print/');
});

test('search finds no print view', () => {
  const files = globSync('dist/search/**/*.{js,json}').map((file) => readFileSync(file, 'utf8'));
  expect(files.join('')).toContain('/integrity/');
  expect(files.filter((text) => text.includes('/print/'))).toEqual([]);
});

test('the style of print views comes with no other page', () => {
  const style = /_astro\/print-page\.[\w-]+\.css/;
  for (const { page, html } of views) expect(html, page).toMatch(style);
  const others = globSync('dist/**/*.html').filter((page) => !page.includes(`${sep}print${sep}`));
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter((page) => style.test(readFileSync(page, 'utf8')))).toEqual([]);
});

test('neither workbook nor handout holds a reason, the moral of a dilemma or a mark about right and wrong', () => {
  for (const { page, html, lang } of views) {
    const told = curriculum.modules.flatMap((module) => [
      ...[...module.questions.values()].flatMap((question) => reasonTexts(question, lang)),
      ...[...module.dilemmas.values()].flatMap(({ scenes }) =>
        Object.values(scenes).flatMap(({ end }) => (end ? [end.lesson[lang]] : [])),
      ),
    ]);
    expect(told.length).toBeGreaterThan(150);
    expect(
      told.filter((text) => holds(html, text)),
      page,
    ).toEqual([]);
    expect(html, page).not.toMatch(/data-correct|data-feedback|data-verdict/);
  }
});

describe("the trainer's edition", () => {
  let dist = '';
  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'sog-trainer-'));
    runBuild(process.cwd(), ['--outDir', dist], { SOG_EDITION: 'trainer', BASE_PATH: BASE });
  }, 180_000);
  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  const read = (lang: string, kind: string) =>
    readFileSync(join(dist, lang, 'integrity', 'print', kind, 'index.html'), 'utf8');

  test('has the paper test without its key, and the key apart from it', () => {
    expect(paper.length).toBeGreaterThan(9);
    for (const lang of LANGS) {
      const [form, key] = [read(lang, 'paper'), read(lang, 'paper-key')];
      for (const question of paper) {
        expect(holds(form, question.prompt[lang])).toBe(true);
        const reasons = reasonTexts(question, lang);
        expect(reasons.filter((reason) => holds(form, reason))).toEqual([]);
        expect(reasons.some((reason) => holds(key, reason))).toBe(true);
      }
    }
  });

  test('has it in its pages for paper alone: no package and no index of search', () => {
    const texts = new Map(
      globSync('**/*.{html,js,json,css}', { cwd: dist }).map((path) => [
        path,
        readFileSync(join(dist, path), 'utf8'),
      ]),
    );
    for (const zip of globSync('packages/*.zip', { cwd: dist })) {
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(dist, zip))))) {
        if (/\.(html|js)$/.test(name)) texts.set(`${zip}!${name}`, new TextDecoder().decode(bytes));
      }
    }
    const prompts = paper.flatMap(({ prompt }) => LANGS.map((lang) => prompt[lang]));
    const holding = [...texts].filter(([, text]) => prompts.some((prompt) => holds(text, prompt)));
    expect(holding.map(([path]) => path.split(sep).slice(-2)[0]).sort()).toEqual([
      'paper',
      'paper',
      'paper-key',
      'paper-key',
    ]);
  });
});
