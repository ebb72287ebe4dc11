import { expect, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan, source } from '../../support/curriculum.ts';

const second = plan.lessons[1]?.id ?? '';
const LANGS = ['km', 'en'] as const;

test('the start page asks for the language once, and goes on to the chosen one afterwards', async ({
  page,
}) => {
  await page.goto(SITE);
  await expect(page.locator('a[hreflang="km"]')).toBeVisible();
  await page.locator('a[hreflang="en"]').click();
  await expect(page).toHaveURL(`${SITE}en/`);
  await page.goto(SITE);
  await expect(page).toHaveURL(`${SITE}en/`);
  await page.waitForLoadState('networkidle');
  await page.locator('a[hreflang="km"]').first().click();
  await expect(page).toHaveURL(`${SITE}km/`);
  await page.goto(SITE);
  await expect(page).toHaveURL(`${SITE}km/`);
});

test('going on to the chosen language leaves no step behind that "back" would fall into', async ({
  page,
}) => {
  await page.goto(`${SITE}en/glossary/`);
  await page.evaluate(() => localStorage.setItem('sog/1/language', 'en'));
  await page.goto(SITE);
  await expect(page).toHaveURL(`${SITE}en/`);
  await page.goBack();
  await expect(page).toHaveURL(`${SITE}en/glossary/`);
});

test('with storage blocked, or a language nobody knows, the start page shows the choice', async ({
  browser,
}) => {
  for (const break_ of [
    () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      }),
    () => localStorage.setItem('sog/1/language', 'fr'),
  ]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(break_);
    await page.goto(SITE);
    await page.locator('a[hreflang="km"]').click();
    await expect(page).toHaveURL(`${SITE}km/`);
    await context.close();
  }
});

test('without JavaScript the start page is two links', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(SITE);
  await page.locator('a[hreflang="km"]').click();
  await expect(page).toHaveURL(`${SITE}km/`);
  await context.close();
});

for (const lang of LANGS) {
  test(`the home page in ${lang} offers to continue where one stopped, and nothing before that`, async ({
    page,
  }) => {
    await page.goto(`${SITE}${lang}/`);
    await expect(page.locator('.continue-card')).toHaveCount(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    const heading = source.lessons[1]?.texts[lang]?.headings[1]?.id ?? '';
    await page.goto(`${SITE}${lang}/integrity/${second}/#${heading}`);
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('sog/1/integrity/place') ?? ''))
      .toContain(heading);
    await page.goto(`${SITE}${lang}/`);
    const card = page.locator('.continue-card');
    await expect(card).toContainText(source.module.title[lang]);
    await expect(card).toContainText(source.lessons[1]?.texts[lang]?.front.title ?? '');
    await expect(card).toContainText(lang === 'km' ? '០' : '0 of 5');
    await card.getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe(`/sog/${lang}/integrity/${second}/`);
    await expect(page.locator(`[id="${heading}"]`)).toBeInViewport();
  });

  test(`breadcrumbs in ${lang} lead from a lesson to its module and home`, async ({ page }) => {
    await page.goto(`${SITE}${lang}/integrity/${second}/`);
    const trail = page.locator('.breadcrumbs');
    await expect(trail.locator('[aria-current="page"]')).toHaveText(
      source.lessons[1]?.texts[lang]?.front.title ?? '',
    );
    await trail.getByRole('link').nth(1).click();
    await expect(page).toHaveURL(`${SITE}${lang}/integrity/`);
    await page.locator('.breadcrumbs').getByRole('link').first().click();
    await expect(page).toHaveURL(`${SITE}${lang}/`);
  });

  test(`the home page in ${lang} says what is new, with its day`, async ({ page }) => {
    await page.goto(`${SITE}${lang}/`);
    const news = page.locator('.news li');
    await expect(news).toHaveCount(1);
    await expect(news.locator('time')).toHaveAttribute('datetime', '2026-11-22');
    await news.getByRole('link').click();
    await expect(page).toHaveURL(`${SITE}${lang}/integrity/`);
  });
}

test('a module that is completed is not offered again', async ({ page }) => {
  await page.addInitScript(() => {
    const store = (key: string, v: unknown) =>
      localStorage.setItem(`sog/1/integrity/${key}`, JSON.stringify({ v, r: 1, d: 'ab12' }));
    store('place', { lesson: 'speaking-up' });
    store('outcome', { completion: 'completed', success: 'passed', score: 100 });
  });
  await page.goto(`${SITE}en/`);
  await page.waitForFunction(() => customElements.get('sog-continue') !== undefined);
  await expect(page.locator('.continue-card')).toHaveCount(0);
});

test('damaged and unknown places do not break the home page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const value of ['{"v":broken', '{"v":{"lesson":"long-gone"},"r":1,"d":"ab12"}']) {
    await page.goto(`${SITE}en/`);
    await page.evaluate((text) => localStorage.setItem('sog/1/integrity/place', text), value);
    await page.reload();
  }
  await expect(page.locator('.continue-card a')).toHaveAttribute('href', '/sog/en/integrity/');
  expect(errors).toEqual([]);
});

test('each heading of a lesson has a link mark, beside it and not in its name', async ({ page }) => {
  await page.goto(`${SITE}en/integrity/${second}/`);
  const headings = source.lessons[1]?.texts.en?.headings ?? [];
  await expect(page.locator('.anchor')).toHaveCount(headings.length);
  const [first] = headings;
  await expect(page.getByRole('heading', { name: first?.text ?? '', exact: true })).toBeVisible();
  const mark = page.getByRole('link', { name: `Link to this section: ${first?.text}` });
  await mark.focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe(`#${first?.id}`);
  const box = await mark.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
});
