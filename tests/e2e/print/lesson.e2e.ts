import { expect, test } from '@playwright/test';
import { number, translator } from '../../../src/i18n/t.ts';
import { SITE } from '../../support/addresses.ts';
import { launch, packageFile, show, takeSeat } from '../../support/lms.ts';
import { readPdf, solid } from '../../support/pdf.ts';
import { cutThings, printed } from '../../support/print.ts';
import { visitLesson } from '../a11y/pages.ts';

const LANGS = ['km', 'en'] as const;
/** A busy machine takes its time over a PDF. */
test.describe.configure({ timeout: 180_000 });
const LESSON = 'conflict-of-interest';

for (const lang of LANGS) {
  const t = translator(lang);

  test(`a lesson in ${lang} prints on numbered A4 sheets, headings in order and nothing cut`, async ({
    page,
  }) => {
    await visitLesson(page, lang, LESSON);
    const headings = await page.locator('main h1, main h2, main h3').allInnerTexts();
    const { pages, headings: listed } = await readPdf(await printed(page));
    expect(pages.length).toBeGreaterThan(2);
    expect(Math.abs((pages[0]?.height ?? 0) - 842)).toBeLessThan(1.5);
    expect(listed.map(({ title }) => solid(title))).toEqual(headings.map(solid));
    for (const [i, { text }] of pages.entries()) {
      expect(text).toContain(`${number(lang, i + 1)}/${number(lang, pages.length)}`);
    }
    expect(await cutThings(page)).toEqual([]);
  });

  test(`a lesson in ${lang} prints the address of each source, a box at each option and room to write`, async ({
    page,
  }) => {
    await visitLesson(page, lang, LESSON);
    const sources = await page
      .locator('.lesson__sources a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
    const { pages } = await readPdf(await printed(page));
    const text = pages.map((sheet) => sheet.text).join('');
    expect(sources.length).toBeGreaterThan(2);
    // An address that runs over two sheets would have the foot in it; each source stays whole.
    for (const source of sources) expect(text).toContain(source);
    await page.emulateMedia({ media: 'print' });
    for (const box of await page.locator('.option input').all()) await expect(box).toBeVisible();
    for (const reflection of await page.locator('.reflection').all()) {
      expect((await reflection.boundingBox())?.height).toBeGreaterThan(200);
    }
  });

  test(`without JavaScript a lesson in ${lang} prints the same boxes, and no folded answer`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${SITE}${lang}/integrity/${LESSON}/`);
    await page.emulateMedia({ media: 'print' });
    for (const box of await page.locator('.option input').all()) await expect(box).toBeVisible();
    await expect(page.locator('body')).not.toContainText(t('question.showAnswer'), { useInnerText: true });
    await context.close();
  });

  test(`a package in ${lang} prints the lesson that is shown and nothing around it`, async ({ page }) => {
    const seat = await takeSeat(page, packageFile(lang, 'scorm12'));
    const sco = await launch(seat);
    await page.goto(sco.url());
    await show(page.mainFrame(), LESSON);
    await expect(page.locator(`[id="${LESSON}"]`)).toBeVisible();
    const title = await page.locator(`[id="${LESSON}"]`).innerText();
    const { pages, headings } = await readPdf(await printed(page));
    expect(solid(headings[0]?.title ?? '')).toBe(solid(title));
    expect(headings.length).toBeGreaterThan(3);
    expect(pages.length).toBeGreaterThan(2);
    await page.emulateMedia({ media: 'print' });
    const left = page.locator('.sco__bar, .sco__exit, .skip, .lesson-nav, summary, .footer');
    expect(await left.filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('h1').filter({ visible: true }).count()).toBe(1);
  });
}
