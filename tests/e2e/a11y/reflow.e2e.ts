import { expect, type Page, test } from '@playwright/test';
import { show } from '../../support/lms.ts';
import { cutOff, sideways } from './fits.ts';
import { awaken, kinds, LANGS, pages, visit, visitAnswered, visitPackage } from './pages.ts';

/** WCAG 1.4.12; Khmer writes no spaces between letters or words, but a reader's tool sets them all the same. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** The reader's own size of text, set in the browser; the browser's is 16 px. */
async function setTextSize(page: Page, standard: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
}

async function onAll(page: Page, paths: readonly string[], css = ''): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await visit(page, path);
    await awaken(page);
    if (css) await page.addStyleTag({ content: css });
    for (const fault of [...(await sideways(page)), ...(await cutOff(page))]) found.push(`${path}: ${fault}`);
  }
  return found;
}

test('no page scrolls sideways at 320 px, which is 1280 px at 400 %', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await onAll(page, pages)).toEqual([]);
});

for (const lang of LANGS) {
  test(`no kind of page in ${lang} scrolls sideways at 640 px, which is 1280 px at 200 %`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 640, height: 512 });
    expect(await onAll(page, kinds(lang))).toEqual([]);
  });

  test(`with text twice as large no kind of page in ${lang} scrolls sideways or cuts text at 640 and at 360 px`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await setTextSize(page, 32);
    for (const width of [640, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await onAll(page, kinds(lang)), `${width} px`).toEqual([]);
    }
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
  });

  test(`with wide spacing (WCAG 1.4.12) no kind of page in ${lang} loses text`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await onAll(page, kinds(lang), SPACED)).toEqual([]);
  });

  test(`with wide spacing the text of figures in ${lang} stays inside the drawing`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const outside: string[] = [];
    for (const lesson of ['gifts-and-thanks', 'values-and-pressure', 'solving-dilemmas']) {
      await visit(page, `${lang}/integrity/${lesson}/`);
      await page.addStyleTag({ content: SPACED });
      outside.push(
        ...(await page.evaluate(() =>
          [...document.querySelectorAll<SVGTextElement>('.figure svg text')].flatMap((text) => {
            const frame = text.ownerSVGElement?.getBoundingClientRect();
            const box = text.getBoundingClientRect();
            if (frame && box.left >= frame.left - 1 && box.right <= frame.right + 1) return [];
            return [`${location.pathname}: ${text.textContent}`];
          }),
        )),
      );
    }
    expect(outside).toEqual([]);
  });

  test(`an answered lesson and an open package in ${lang} fit 320 px`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 512 });
    await visitAnswered(page, lang);
    expect([...(await sideways(page)), ...(await cutOff(page))]).toEqual([]);
    await visitPackage(page, lang);
    for (const view of ['integrity', 'gifts-and-thanks', 'final-test', 'glossary']) {
      await show(page.mainFrame(), view);
      expect([...(await sideways(page)), ...(await cutOff(page))], view).toEqual([]);
    }
  });

  test(`at 400 % the bars of a lesson in ${lang} leave most of the screen to the text`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await visit(page, `${lang}/integrity/speaking-up/`);
    await page.evaluate(() => window.scrollTo(0, 1500));
    const taken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((el) => getComputedStyle(el).position === 'sticky')
        .map((el) => el.getBoundingClientRect())
        .filter((box) => box.bottom > 0 && box.top < 10)
        .reduce((most, box) => Math.max(most, box.bottom), 0),
    );
    expect(taken).toBeLessThanOrEqual(256 / 3);
  });
}
