import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';

const PAGE = `${SITE}km/integrity/solving-dilemmas/`;

test('nothing of the search but its button loads before it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /\/search\/|panel|engine/.test(path))).toEqual([]);
});

test('"/" opens the search, arrows reach a result, following it highlights the words', async ({ page }) => {
  await page.goto(PAGE);
  await page.keyboard.press('/');
  await expect(page.locator('.search__panel')).toBeVisible();
  await page.keyboard.type('អ្នក\u200Bរត់ការ');
  await expect(page.locator('.search__status')).toHaveText('រកឃើញលទ្ធផល ២');
  await expect(page.locator('.search__hit mark').first()).toHaveText('អ្នករត់ការ');
  expect((await new AxeBuilder({ page }).include('.search__panel').analyze()).violations).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${PAGE}#solving-dilemmas--the-man-at-the-gate`);
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('sog-search')?.size ?? 0))
    .toBeGreaterThan(3);
});

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto(PAGE);
  await page.click('.search__open');
  // The panel is a file of its own: before it is there, Escape has nothing to close and "hidden" proves nothing.
  await expect(page.locator('.search__panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.search__panel')).toBeHidden();
  await expect(page.locator('.search__open')).toBeFocused();
});

test('filters keep one kind; a word that is nowhere is told so', async ({ page }) => {
  await page.goto(`${SITE}en/`);
  await page.click('.search__open');
  await page.fill('.search__input', 'bribe');
  await expect(page.locator('.search__hit').nth(2)).toBeVisible();
  await page.check('input[data-filter="kind"][value="term"]');
  await expect(page.locator('.search__group')).toHaveCount(1);
  await page.fill('.search__input', 'elephant');
  await expect(page.locator('.search__status')).toContainText('Nothing found for “elephant”');
});

test('without WebAssembly, dialogs and highlights the scan answers the same', async ({ page }) => {
  const query = 'តំលៃ';
  await page.goto(`${SITE}km/`);
  const ask = () => page.evaluate((q) => window.sogSearch?.(q), query);
  const indexed = await ask();
  expect(indexed?.length).toBeGreaterThan(3);
  await page.addInitScript(() => {
    for (const name of ['WebAssembly', 'Highlight', 'HTMLDialogElement'])
      Reflect.deleteProperty(window, name);
  });
  await page.reload();
  expect(await ask()).toEqual(indexed);
  await page.click('.search__open');
  await page.fill('.search__input', 'សំណូក');
  await page.locator('.search__hit a').nth(1).click();
  await expect(page.locator('mark[data-search]').first()).toHaveText('សំណូក');
});

test('without a connection the search says so, and works again when it is back', async ({
  page,
  context,
}) => {
  await page.goto(`${SITE}en/`);
  await page.click('.search__open');
  await expect(page.locator('.search__panel')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.fill('.search__input', 'bribe');
  await expect(page.locator('.search__status')).toContainText('There is no connection');
  await context.setOffline(false);
  await page.fill('.search__input', 'bribes');
  await expect(page.locator('.search__hit').first()).toBeVisible();
});
