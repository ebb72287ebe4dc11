import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { show } from '../../support/lms.ts';
import { openReading, step } from '../../support/reading.ts';
import { giveVoices } from '../../support/voices.ts';
import { cutOff, sideways } from './fits.ts';
import { awaken, kinds, LANGS, visit, visitAnswered, visitLesson, visitPackage } from './pages.ts';
import { noteCalmLook, stopNow } from './stops.ts';
import { smallTargets } from './targets.ts';

const LARGEST = '200 widest clear';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A device that has stored these choices. */
const chosen = (page: Page, text: string) =>
  page.addInitScript((stored) => localStorage.setItem('sog/1/reading', stored), text);

const faults = async (page: Page): Promise<string[]> => [...(await sideways(page)), ...(await cutOff(page))];

for (const lang of LANGS) {
  const t = translator(lang);

  test(`with the largest text and widest lines no kind of page in ${lang} scrolls sideways or cuts text at 320 px`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await chosen(page, LARGEST);
    const found: string[] = [];
    for (const path of kinds(lang)) {
      await visit(page, path);
      await awaken(page);
      await page.locator('.reading__open').waitFor();
      found.push(...(await faults(page)).map((fault) => `${path}: ${fault}`));
    }
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
    expect(found).toEqual([]);
  });

  test(`with the largest text an answered lesson, a test under way, and the panels in ${lang} fit 320 px`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await chosen(page, LARGEST);
    await giveVoices(page, [{ lang, localService: true }]);
    await visitAnswered(page, lang);
    await page.locator('[data-contents] summary').click();
    expect(await faults(page), 'lesson with open contents').toEqual([]);
    await openReading(page);
    await page.getByRole('button', { name: t('reading.listen') }).click();
    expect(await faults(page), 'reading aloud').toEqual([]);
    expect(await smallTargets(page, '.listen')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.search__open').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(lang === 'km' ? 'អំណោយ' : 'gift');
    await expect(dialog.getByRole('status')).toContainText(/[0-9០-៩]/);
    expect(await dialog.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeLessThanOrEqual(0);
    await visit(page, `${lang}/integrity/final-test/`);
    await page.locator('[data-action="begin"]').click();
    await expect(page.locator('form[data-question]')).toBeVisible();
    expect(await faults(page), 'test').toEqual([]);
  });

  test(`with the largest text the bars of a lesson in ${lang} that stay in view take at most a third`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await chosen(page, LARGEST);
    await visit(page, `${lang}/integrity/speaking-up/`);
    await page.evaluate(() => window.scrollTo(0, 3000));
    const taken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((el) => getComputedStyle(el).position === 'sticky')
        .map((el) => el.getBoundingClientRect())
        .filter((box) => box.bottom > 0 && box.top < 100)
        .reduce((most, box) => Math.max(most, box.bottom), 0),
    );
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(640 / 3);
  });

  test(`with the largest text a package in ${lang} fits 320 px, its panel too`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await chosen(page, LARGEST);
    await visitPackage(page, lang);
    await openReading(page);
    for (const view of ['integrity', 'gifts-and-thanks', 'final-test', 'glossary']) {
      await show(page.mainFrame(), view);
      expect(await faults(page), view).toEqual([]);
    }
  });

  test(`reading help in ${lang} is used by keyboard alone`, async ({ page }) => {
    await visitLesson(page, lang);
    const button = page.getByRole('button', { name: t('reading.open'), exact: true });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await noteCalmLook(page);
    await button.focus();
    expect((await stopNow(page))?.marked).toBe(true);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: t('reading.title'), exact: true });
    await expect(panel).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await noteCalmLook(page);
    await panel.focus();
    for (const choice of ['size', 'lines', 'letters', 'colours'] as const) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      const group = panel.getByRole('group', { name: t(`reading.${choice}`), exact: true });
      expect(await group.evaluate((el) => el.contains(document.activeElement)), choice).toBe(true);
      expect(await stopNow(page), choice).toMatchObject({ marked: true, covered: false, cut: [] });
    }
    await expect(page.locator('html')).toHaveAttribute('data-reading', '125 wide clear light');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('data-reading', '');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Space');
    await expect(panel).toBeFocused();
    await panel.getByRole('button', { name: t('reading.close'), exact: true }).press('Enter');
    await expect(button).toBeFocused();
  });

  for (const colours of ['light', 'dark'] as const) {
    const device = colours === 'light' ? 'dark' : 'light';
    test(`an open panel in ${lang} in forced ${colours} has nothing to say to axe, narrow and wide, on the site and in a package`, async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({ colorScheme: device });
      const page = await context.newPage();
      await chosen(page, colours);
      await giveVoices(page, [{ lang, localService: true }]);
      const violations = async (): Promise<string[]> => {
        const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        return found.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} (${v.help})`));
      };
      await page.setViewportSize({ width: 360, height: 740 });
      await visitAnswered(page, lang);
      await openReading(page);
      expect(await smallTargets(page, '#reading')).toEqual([]);
      await page.getByRole('button', { name: t('reading.listen') }).click();
      await expect(page.locator('[data-aloud]')).toBeVisible();
      for (const width of [360, 1366]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await violations(), `${width} px`).toEqual([]);
      }
      await visitPackage(page, lang);
      await openReading(page);
      await expect(step(page, 'colours', colours)).toBeVisible();
      expect(await smallTargets(page, '#reading')).toEqual([]);
      expect(await violations(), 'package').toEqual([]);
      await context.close();
    });
  }
}

test('in forced colours the reader of the device wins over a chosen form, and what is read aloud keeps its line', async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: 'active', colorScheme: 'light' });
  const page = await context.newPage();
  await giveVoices(page, [{ lang: 'en', localService: true }]);
  await visitLesson(page, 'en');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).color);
  const usual = await ground();
  await openReading(page);
  await step(page, 'colours', 'dark').check();
  await page.getByRole('button', { name: 'Listen to this page' }).click();
  const marked = page.locator('[data-aloud]');
  expect(await marked.evaluate((el) => getComputedStyle(el).outlineStyle)).toBe('solid');
  await step(page, 'colours', 'light').check();
  expect(await ground()).toBe(usual);
  await context.close();
});
