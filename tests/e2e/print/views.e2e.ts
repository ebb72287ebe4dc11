import { expect, type Page, test } from '@playwright/test';
import { number, translator } from '../../../src/i18n/t.ts';
import { SITE } from '../../support/addresses.ts';
import { source } from '../../support/curriculum.ts';
import { readPdf, solid } from '../../support/pdf.ts';
import { cutThings, printed } from '../../support/print.ts';

/** A busy machine takes its time over thirty sheets. */
test.describe.configure({ timeout: 240_000 });
/** Print views need no script: a reader may have none. */
test.use({ javaScriptEnabled: false });

const LANGS = ['km', 'en'] as const;
const KINDS = ['handout', 'workbook'] as const;
const address = (lang: string, kind: string) => `${SITE}${lang}/integrity/print/${kind}/`;

/** Headings in the order of the page, for the outline of the PDF to be compared with. */
const headingsOf = (page: Page) => page.locator('h1, h2, h3, h4').allInnerTexts();

for (const lang of LANGS) {
  const t = translator(lang);

  for (const kind of KINDS) {
    test(`the ${kind} in ${lang} prints on A4 with its headings in order and a number on every sheet but the first`, async ({
      page,
    }) => {
      await page.goto(address(lang, kind));
      const headings = await headingsOf(page);
      const pdf = await readPdf(await printed(page));
      expect(pdf.pages.length).toBeGreaterThan(10);
      for (const { width, height } of pdf.pages) {
        expect(Math.abs(width - 595)).toBeLessThan(1.5);
        expect(Math.abs(height - 842)).toBeLessThan(1.5);
      }
      expect(pdf.headings.map(({ title }) => solid(title))).toEqual(headings.map(solid));
      const places = pdf.headings.map((heading) => heading.page);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const total = number(lang, pdf.pages.length);
      pdf.pages.forEach(({ text }, i) => {
        const label = `${number(lang, i + 1)}/${total}`;
        if (i === 0) expect(text).not.toContain(label);
        else expect(text).toContain(label);
      });
    });

    test(`every lesson of the ${kind} in ${lang} begins on a new sheet, and no heading is left alone at the foot`, async ({
      page,
    }) => {
      await page.goto(address(lang, kind));
      const titles = await page.locator('h2').allInnerTexts();
      const { headings } = await readPdf(await printed(page));
      const pages = headings.filter(({ title }) => titles.includes(title)).map((heading) => heading.page);
      expect(new Set(pages).size).toBe(titles.length);
      await page.emulateMedia({ media: 'print' });
      const loose = await page
        .locator('main h1, main h2, main h3, main h4')
        .evaluateAll((all) => all.filter((h) => getComputedStyle(h).breakAfter !== 'avoid').length);
      expect(loose).toBe(0);
    });

    test(`nothing that should stay whole is cut in the ${kind} in ${lang}`, async ({ page }) => {
      await page.goto(address(lang, kind));
      expect(await cutThings(page)).toEqual([]);
    });
  }

  test(`the workbook in ${lang} has every activity of the module in its order, each with room to write`, async ({
    page,
  }) => {
    await page.goto(address(lang, 'workbook'));
    const uses = source.lessons.flatMap((lesson) => lesson.texts[lang]?.uses ?? []);
    const wanted = uses
      .map(({ name }) => name)
      .filter((name) => /^(Question|Dilemma|Reflection)$/.test(name));
    const found = await page
      .locator('[data-activity]')
      .evaluateAll((all) => all.map((el) => el.getAttribute('data-activity')));
    expect(found).toEqual(wanted.map((name) => name.toLowerCase()));
    for (const activity of await page.locator('[data-activity]').all()) {
      const room = activity.locator('.tick__box, .lines__line, .field__line, .match__dot');
      expect(await room.count()).toBeGreaterThan(0);
    }
    for (const chapter of await page.locator('.chapter').all()) {
      const numbers = await chapter.locator('[data-activity="question"] h3').allInnerTexts();
      expect(numbers).toEqual(numbers.map((_, i) => t('print.question', { n: i + 1 })));
    }
    const prompts = uses.flatMap(({ name, attributes }) =>
      name === 'Question' ? [source.questions.get(attributes['id'] ?? '')?.prompt[lang] ?? ''] : [],
    );
    expect(await page.locator('[data-activity="question"] .written__prompt').allInnerTexts()).toEqual(
      prompts,
    );
  });

  test(`the workbook in ${lang} sends from a choice to a scene that it has, or ends the story`, async ({
    page,
  }) => {
    await page.goto(address(lang, 'workbook'));
    for (const dilemma of await page.locator('[data-activity="dilemma"]').all()) {
      const scenes = await dilemma.locator('h4').count();
      const ways = await dilemma.locator('.choices__goto').allInnerTexts();
      const known = [
        `→ ${t('print.storyEnds')}`,
        ...Array.from({ length: scenes }, (_, i) => `→ ${t('dilemma.goto', { n: i + 1 })}`),
      ];
      expect(ways.filter((way) => !known.includes(way))).toEqual([]);
      expect(ways.length).toBeGreaterThan(scenes);
    }
  });

  test(`the handout in ${lang} has each lesson's figures, the address of each source and each marked word`, async ({
    page,
  }) => {
    await page.goto(address(lang, 'handout'));
    expect(await page.locator('figure').count()).toBe(source.figures.size);
    const broken = await page
      .locator('.cite a, a.term, .listing a')
      .evaluateAll(
        (links) =>
          links.filter((a) => !document.getElementById(a.getAttribute('href')?.slice(1) ?? '')).length,
      );
    expect(broken).toBe(0);
    const addresses = await page
      .locator('.references a')
      .evaluateAll((links) => links.map((a) => [a.textContent?.trim(), a.getAttribute('href')]));
    expect(addresses.length).toBeGreaterThan(10);
    for (const [text, href] of addresses) expect(text).toBe(href);
    await expect(page.locator('.attribution')).toContainText(t('attribution.title'));
  });
}

test('each figure of the English handout stands on one sheet with all its words', async ({ page }) => {
  await page.goto(address('en', 'handout'));
  const figures = await page
    .locator('figure')
    .evaluateAll((all) =>
      all.map((figure) => [...figure.querySelectorAll('svg text')].map((text) => text.textContent ?? '')),
    );
  const { pages } = await readPdf(await printed(page));
  const holding = figures.map(
    (words) => pages.filter(({ text }) => words.every((word) => text.includes(solid(word)))).length,
  );
  expect(holding).toEqual(figures.map(() => 1));
});
