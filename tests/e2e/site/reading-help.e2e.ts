import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { DARK, LIGHT, look, openReading, step } from '../../support/reading.ts';

const LESSON = 'integrity/gifts-and-thanks/';
const lesson = (lang: string) => `${SITE}${lang}/${LESSON}`;
const button = (page: Page) => page.locator('.reading__open');

/** What shifted on the page, in the browser's own measure. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

for (const lang of ['km', 'en'] as const) {
  test(`in ${lang} each choice shows at once, and holds over reload, page change and language change`, async ({
    page,
  }) => {
    await page.goto(lesson(lang));
    const before = await look(page);
    await openReading(page);
    await step(page, 'size', '150').check();
    await step(page, 'lines', 'widest').check();
    await step(page, 'letters', 'clear').check();
    await step(page, 'colours', 'dark').check();
    const chosen = await look(page);
    expect(chosen.size).toBeCloseTo(before.size * 1.5, 1);
    expect(chosen.lines).toBeCloseTo(before.lines * 1.4, 1);
    expect(chosen.font).toContain('Verdana');
    expect(chosen).toMatchObject({
      ground: DARK,
      scheme: 'dark',
      bar: '#0b1022',
      stored: '150 widest clear dark',
    });

    await page.reload();
    await button(page).waitFor();
    expect(await look(page)).toEqual(chosen);
    await page.locator('.lesson-nav a').first().click();
    await button(page).waitFor();
    expect(await look(page)).toEqual(chosen);
    await page.locator('[data-twin]').first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'km' ? 'en' : 'km');
    await button(page).waitFor();
    expect(await look(page)).toMatchObject({ ground: DARK, bar: '#0b1022', stored: chosen.stored });

    await openReading(page);
    await expect(step(page, 'size', '150')).toBeChecked();
    await page.locator('#reading [data-action="usual"]').click();
    await expect(step(page, 'size', '100')).toBeChecked();
    expect(await look(page)).toMatchObject({ ground: LIGHT, bar: '#16265c', stored: null });
  });
}

test('Khmer keeps its one face and is never spaced, whatever letters are chosen', async ({ page }) => {
  await page.goto(lesson('km'));
  const usual = await look(page);
  await openReading(page);
  await step(page, 'letters', 'clear').check();
  const clear = await look(page);
  expect(clear.font).not.toBe(usual.font);
  expect(clear.font.split(',')[0]).toContain('Noto Sans Khmer');
  await page.goto(lesson('en'));
  await button(page).waitFor();
  const spaced = await page
    .locator('body *:lang(km)')
    .evaluateAll((all) => all.filter((el) => getComputedStyle(el).letterSpacing !== 'normal').length);
  expect(spaced).toBe(0);
  expect(
    await page
      .locator('.lesson__text > p')
      .first()
      .evaluate((el) => getComputedStyle(el).letterSpacing),
  ).not.toBe('normal');
});

for (const colorScheme of ['light', 'dark'] as const) {
  const other = colorScheme === 'light' ? 'dark' : 'light';
  test(`a ${colorScheme} device can be overridden, and followed again`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${SITE}en/`);
    await openReading(page);
    const own = await look(page);
    expect(own.ground).toBe(colorScheme === 'dark' ? DARK : LIGHT);
    await step(page, 'colours', other).check();
    expect(await look(page)).toMatchObject({ ground: other === 'dark' ? DARK : LIGHT, scheme: other });
    await page.emulateMedia({ media: 'print' });
    expect((await look(page)).scheme).not.toBe('dark');
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()),
    ).toBe('#000');
    await page.emulateMedia({ media: 'screen' });
    await step(page, 'colours', 'device').check();
    expect(await look(page)).toEqual(own);
    await page.emulateMedia({ colorScheme: other });
    expect((await look(page)).ground).toBe(other === 'dark' ? DARK : LIGHT);
    await expect(page.locator('meta[name="theme-color"]')).toHaveAttribute(
      'content',
      other === 'dark' ? '#0b1022' : '#16265c',
    );
    await context.close();
  });
}

test('paper takes nothing of what was chosen for the screen', async ({ page }) => {
  await page.goto(lesson('km'));
  await button(page).waitFor();
  await page.emulateMedia({ media: 'print' });
  const before = await look(page);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => localStorage.setItem('sog/1/reading', '200 widest clear dark'));
  await page.reload();
  await openReading(page);
  await page.emulateMedia({ media: 'print' });
  expect(await look(page)).toMatchObject({
    size: before.size,
    lines: before.lines,
    font: before.font,
    ground: before.ground,
  });
  await expect(page.locator('#reading')).toBeHidden();
});

test('what is stored shows before the first paint, when the browser has the line of script', async ({
  page,
}) => {
  await page.goto(lesson('km'));
  await page.evaluate(() => localStorage.setItem('sog/1/reading', '200 dark'));
  await page.addInitScript(() => {
    const noted = new MutationObserver(() => {
      performance.mark('shown');
      noted.disconnect();
    });
    noted.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-reading'] });
  });
  await page.goto(`${SITE}km/`);
  await button(page).waitFor();
  const [shown, painted] = await page.evaluate(() =>
    ['shown', 'first-paint'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
  );
  expect(shown).toBeLessThan(painted ?? 0);
});

test('the button comes without moving anything, and without JavaScript there is none', async ({
  page,
  browser,
}) => {
  for (const width of [320, 360, 768, 1366]) {
    await page.setViewportSize({ width, height: 740 });
    for (const lang of ['km', 'en']) {
      await page.goto(`${SITE}${lang}/glossary/`);
      const search = page.locator('.search__open');
      const place = page.locator('[data-reading-place]');
      const before = await page.evaluate(() => {
        document.querySelector('.reading__open')?.remove();
        return document.querySelector('main')?.getBoundingClientRect().top;
      });
      const box = await search.boundingBox();
      await page.reload();
      await button(page).waitFor();
      expect(await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top)).toBe(
        before,
      );
      expect(await search.boundingBox()).toEqual(box);
      const [outer, inner] = [await place.boundingBox(), await button(page).boundingBox()];
      expect(inner?.width ?? 0).toBeLessThanOrEqual((outer?.width ?? 0) + 0.5);
      expect(await shifts(page)).toBe(0);
    }
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(`${SITE}km/`);
  await expect(still.locator('.reading__open')).toHaveCount(0);
  await expect(still.locator('[data-reading-place]')).toBeEmpty();
  await context.close();
});

test('with storage refused a choice holds on the page, and the panel says that it is not kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(lesson('en'));
  await openReading(page);
  await step(page, 'colours', 'dark').check();
  await step(page, 'size', '125').check();
  expect(await look(page)).toMatchObject({ ground: DARK, size: 20 });
  await expect(page.locator('#reading [data-status]')).toContainText('does not allow it to be kept');
  await page.locator('#reading [data-action="close"]').click();
  expect(await look(page)).toMatchObject({ ground: DARK, size: 20 });
  expect(errors).toEqual([]);
});

test('a damaged stored value counts for nothing, and the next choice mends it', async ({ page }) => {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('damaged'))
      localStorage.setItem('sog/1/reading', `{"size":"200"} "><b> ${'x'.repeat(9999)}`);
    sessionStorage.setItem('damaged', 'yes');
  });
  await page.goto(lesson('en'));
  await button(page).waitFor();
  await expect(page.locator('html')).toHaveAttribute('data-reading', '');
  expect(await look(page)).toMatchObject({ ground: LIGHT, size: 16 });
  await openReading(page);
  await step(page, 'lines', 'wide').check();
  expect((await look(page)).stored).toBe('wide');
});

test('the privacy page lists the choices, and erasing takes them away at once', async ({ page }) => {
  await page.goto(`${SITE}en/privacy/`);
  await openReading(page);
  await step(page, 'colours', 'dark').check();
  await page.reload();
  await expect(page.locator('.stored')).toContainText('How you chose to read');
  await page.locator('sog-erase [data-action="ask"]').click();
  await page.locator('sog-erase [data-action="erase"]').click();
  await expect(page.locator('.stored li')).toHaveText(['Nothing is stored on this device.']);
  expect(await look(page)).toMatchObject({ ground: LIGHT, stored: null });
});

test('another open page follows the choice', async ({ page, context }) => {
  await page.goto(`${SITE}en/`);
  await button(page).waitFor();
  const second = await context.newPage();
  await second.goto(`${SITE}km/`);
  await openReading(second);
  await step(second, 'colours', 'dark').check();
  await expect(page.locator('html')).toHaveAttribute('data-reading', 'dark');
});

test('a panel that cannot be loaded says so, and comes when pressed again', async ({ page }) => {
  await page.goto(`${SITE}en/`);
  await button(page).waitFor();
  const panel = /_astro\/panel\./;
  await page.route(panel, (route) => route.abort());
  await button(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
});

test('the start page follows the choice of colours', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sog/1/reading', 'dark'));
  await page.goto(SITE);
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#0b1022');
  expect((await look(page)).ground).toBe(DARK);
});
