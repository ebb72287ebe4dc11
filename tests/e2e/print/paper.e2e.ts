import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pdfName, printViews } from '../../../src/cli/print/views.ts';
import { printAll } from '../../../src/cli/print.ts';
import { isChoice } from '../../../src/curriculum/question-parts.ts';
import type { Question } from '../../../src/curriculum/schema/question.ts';
import { translator } from '../../../src/i18n/t.ts';
import { BASE } from '../../support/addresses.ts';
import { runBuild } from '../../support/build-elsewhere.ts';
import { source } from '../../support/curriculum.ts';
import { readPdf, solid } from '../../support/pdf.ts';
import { cutThings, printed } from '../../support/print.ts';
import { reasonTexts } from '../../support/question-texts.ts';

/** The trainer's edition is built once, and asked for as if it stood at this address. */
const TRAINER = `http://trainer.invalid${BASE}`;
const LANGS = ['km', 'en'] as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const questions = [...source.questions.values()].filter((question) => question.pool === 'paper');
const optionsOf = (question: Question) => (isChoice(question) ? question.options : []);
let dist = '';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(() => {
  test.setTimeout(180_000);
  dist = mkdtempSync(join(tmpdir(), 'sog-trainer-'));
  runBuild(process.cwd(), ['--outDir', dist], { SOG_EDITION: 'trainer', BASE_PATH: BASE });
});
test.afterAll(() => rmSync(dist, { recursive: true, force: true }));

async function open(page: Page, path: string): Promise<void> {
  await page.route(`${TRAINER}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(BASE.length);
    const file = join(dist, name.endsWith('/') ? `${name}index.html` : name);
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  await page.goto(TRAINER + path);
  await page.evaluate(() => document.fonts.ready);
}

for (const lang of LANGS) {
  const t = translator(lang);

  test(`the paper test in ${lang} asks who writes, has every question of its pool, and no answer`, async ({
    page,
  }) => {
    await open(page, `${lang}/integrity/print/paper/`);
    for (const key of ['print.name', 'print.date', 'paper.sex', 'paper.level', 'paper.province'] as const) {
      await expect(page.locator('.form-head')).toContainText(t(key));
    }
    for (const key of ['paper.woman', 'paper.man', 'paper.unsaid', 'paper.before', 'paper.after'] as const) {
      await expect(page.locator('.who').getByText(t(key), { exact: true })).toHaveCount(1);
    }
    const prompts = await page.locator('.written__prompt').allInnerTexts();
    expect(prompts).toEqual(questions.map((question) => question.prompt[lang]));
    const html = await page.content();
    const reasons = questions.flatMap((question) => reasonTexts(question, lang));
    expect(reasons.filter((reason) => html.includes(reason))).toEqual([]);
    expect(await cutThings(page)).toEqual([]);
  });

  test(`the key in ${lang} is a document of its own, with the right letters and their reasons`, async ({
    page,
  }) => {
    await open(page, `${lang}/integrity/print/paper-key/`);
    await expect(page.locator('.form-head')).toContainText(t('key.apart'));
    const letters = lang === 'km' ? 'កខគឃងចឆជ' : 'ABCDEFGH';
    const wanted = questions.map((question) =>
      optionsOf(question).flatMap(({ correct }, i) => (correct ? [letters.charAt(i)] : [])),
    );
    const marks = await page.locator('.marks strong').allInnerTexts();
    expect(marks.map((mark) => mark.split(/[, ]+/))).toEqual(wanted);
    const right = questions.flatMap((question) => optionsOf(question).filter(({ correct }) => correct));
    expect(await page.locator('.reason p:nth-child(2)').allInnerTexts()).toEqual(
      right.map((option) => option.feedback[lang]),
    );
    expect(await cutThings(page)).toEqual([]);
  });

  for (const kind of ['paper', 'paper-key']) {
    test(`${kind} in ${lang} prints on A4, has nothing to say to axe, and fits 320 px`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 512 });
      await open(page, `${lang}/integrity/print/${kind}/`);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const { pages, headings } = await readPdf(await printed(page));
      expect(Math.abs((pages[0]?.width ?? 0) - 595)).toBeLessThan(1.5);
      const numbered = headings.map(({ title }) => solid(title));
      const wanted = questions.map((_, i) => solid(t('print.question', { n: i + 1 })));
      expect(numbered.filter((title) => wanted.includes(title))).toEqual(wanted);
    });
  }
}

test('printed twice, each view gives the same file, dated as its module and with page numbers in its contents', async () => {
  test.setTimeout(240_000);
  const views = printViews(dist);
  expect(views.map(pdfName).sort()).toEqual(
    ['handout', 'paper', 'paper-key', 'workbook']
      .flatMap((kind) => LANGS.map((lang) => `integrity-${kind}-${lang}.pdf`))
      .sort(),
  );
  const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  process.env['BASE_PATH'] = BASE;
  const [first, second] = [join(dist, 'print-1'), join(dist, 'print-2')];
  for (const out of [first, second]) await printAll(views, dist, out, browser);
  expect(readdirSync(first)).toEqual(readdirSync(second));
  for (const file of readdirSync(first)) {
    expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file))), file).toBe(true);
    const day = source.module.updated.replaceAll('-', '');
    expect(readFileSync(join(first, file), 'latin1')).toContain(`/CreationDate (D:${day}000000+00'00')`);
  }
  const { pages, headings } = await readPdf(readFileSync(join(first, 'integrity-handout-en.pdf')));
  const lessons = headings.filter(({ title }) =>
    source.lessons.some((lesson) => lesson.texts.en?.front.title === title),
  );
  expect(lessons.length).toBe(source.lessons.length);
  for (const { title, page } of lessons) expect(pages[1]?.text).toContain(`${solid(title)}${page + 1}`);
});
