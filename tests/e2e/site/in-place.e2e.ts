import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan, source } from '../../support/curriculum.ts';

const withTerm = source.lessons.find((l) => l.texts.en?.uses.some((use) => use.name === 'Term'));
const lesson = withTerm?.id ?? plan.lessons[0]?.id ?? '';
const url = (lang: string) => `${SITE}${lang}/integrity/${lesson}/`;
/** Opens the lesson and waits for what comes after the page. */
async function read(page: Page, lang: string): Promise<void> {
  await page.goto(url(lang));
  await expect(term(page)).toHaveAttribute('aria-expanded', 'false');
}
const panel = (page: Page) => page.locator('.in-place');
const term = (page: Page) => page.locator('a.term').first();

for (const lang of ['km', 'en'] as const) {
  test(`a term in ${lang} opens below its paragraph, with the other language's term marked`, async ({
    page,
  }) => {
    await read(page, lang);
    const before = await term(page).boundingBox();
    await term(page).click();
    await expect(panel(page)).toBeFocused();
    const other = lang === 'km' ? 'en' : 'km';
    await expect(panel(page).locator(`[lang="${other}"]`)).not.toBeEmpty();
    await expect(panel(page).getByRole('link')).toHaveAttribute('href', /glossary\/#term-/);
    // It stands in the flow of the text: the term has not moved in the document, and nothing lies under the panel.
    expect((await term(page).boundingBox())?.x).toBe(before?.x);
    expect(await panel(page).evaluate((e) => getComputedStyle(e).position)).toBe('static');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test(`a source in ${lang} opens in place, and closing returns the focus`, async ({ page }) => {
    await read(page, lang);
    const cite = page.locator('sup.cite a').first();
    const wanted = await page.locator(`[id="${lesson}-source-1"] cite`).textContent();
    await cite.click();
    await expect(panel(page)).toContainText(wanted ?? '');
    await expect(panel(page).locator('a[rel="noopener"]')).toHaveAttribute('href', /^https:/);
    await panel(page).getByRole('button').click();
    await expect(panel(page)).toHaveCount(0);
    await expect(cite).toBeFocused();
  });
}

test('a term works by keyboard: Enter and space open and close, Escape closes and returns', async ({
  page,
}) => {
  await read(page, 'en');
  await term(page).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeFocused();
  await expect(term(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(term(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(panel(page)).toBeVisible();
  await term(page).focus();
  await page.keyboard.press('Space');
  await expect(panel(page)).toHaveCount(0);
  await expect(term(page)).toHaveAttribute('aria-expanded', 'false');
});

test('only one is open at a time, and no id stands twice', async ({ page }) => {
  await read(page, 'en');
  await page.locator('sup.cite a').first().click();
  await term(page).click();
  await expect(panel(page)).toHaveCount(1);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
});

test('it works without a network', async ({ page, context }) => {
  await read(page, 'km');
  await context.setOffline(true);
  await term(page).click();
  await expect(panel(page).locator('p').nth(1)).not.toBeEmpty();
});

test('without JavaScript a term leads to its entry in the glossary', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url('km'));
  const id = await term(page).getAttribute('data-term');
  await term(page).click();
  expect(new URL(page.url()).hash).toBe(`#term-${id}`);
  await expect(page.locator(`#term-${id}`)).toBeInViewport();
  await context.close();
});

test('a click that asks for a new tab still gets one', async ({ page, context }) => {
  await read(page, 'en');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    term(page).click({ modifiers: ['Control'] }),
  ]);
  expect(opened.url()).toContain('/glossary/');
  await expect(panel(page)).toHaveCount(0);
});
