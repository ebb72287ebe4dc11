import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { openReading, step } from '../../support/reading.ts';
import { failNow, giveVoices, saidNow, sayOn } from '../../support/voices.ts';

const lesson = (lang: string) => `${SITE}${lang}/integrity/gifts-and-thanks/`;
const OWN = { localService: true };
const bar = (page: Page) => page.locator('.listen');
const marked = (page: Page) => page.locator('[data-aloud]');

async function listen(page: Page): Promise<void> {
  await openReading(page);
  await page.locator('#reading .reading__actions .button').first().click();
  await expect(bar(page).getByRole('button').first()).toBeFocused();
}

/** Lets the voice read to the end. @returns all it said. */
async function readThrough(page: Page): Promise<string> {
  while ((await saidNow(page)) !== undefined) await sayOn(page);
  return page.evaluate(() => (window.sogVoice?.said ?? []).map(({ text }) => text).join(' '));
}

for (const [name, voices] of [
  ['no voice at all', []],
  ['no voice for Khmer', [{ lang: 'en-US', ...OWN }]],
  ['a voice that a server speaks', [{ lang: 'km-KH', localService: false }]],
] as const) {
  test(`with ${name} (no voice of its own) a device is offered no listening`, async ({ page }) => {
    await giveVoices(page, voices);
    await page.goto(lesson('km'));
    await openReading(page);
    await expect(page.locator('#reading .reading__actions .button')).toHaveCount(2);
    await expect(page.locator('#reading [data-choice="rate"]')).toBeHidden();
  });
}

test('a browser without speech is offered no listening', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis');
    Reflect.deleteProperty(Window.prototype, 'speechSynthesis');
  });
  await page.goto(lesson('en'));
  await openReading(page);
  await expect(page.locator('#reading .reading__actions .button')).toHaveCount(2);
});

test('a voice that comes later is offered when it is there', async ({ page }) => {
  await giveVoices(page, []);
  await page.goto(lesson('km'));
  await openReading(page);
  const offered = page.getByRole('button', { name: 'ស្តាប់ទំព័រនេះ' });
  await expect(offered).toHaveCount(0);
  await page.evaluate(() => window.sogVoice?.add({ lang: 'km_KH', localService: true }));
  await expect(offered).toBeVisible();
  await expect(page.locator('#reading [data-choice="rate"]')).toBeVisible();
});

for (const lang of ['km', 'en'] as const) {
  test(`a voice in ${lang} reads paragraph by paragraph, marks what it reads, and ends there`, async ({
    page,
  }) => {
    await giveVoices(page, [{ lang, ...OWN }]);
    await page.goto(lesson(lang));
    await listen(page);
    await expect(marked(page)).toHaveText((await page.locator('h1').textContent()) ?? '');
    await sayOn(page);
    await expect(marked(page)).toHaveClass(/lead/);
    const seen = new Set<string>();
    const pieces: number[] = [];
    for (let said = await saidNow(page); said !== undefined; said = await saidNow(page)) {
      pieces.push(said.length);
      seen.add(await marked(page).evaluate((el) => el.textContent ?? ''));
      await expect(marked(page)).toBeInViewport();
      await sayOn(page);
    }
    expect(Math.max(...pieces)).toBeLessThanOrEqual(140);
    for (const paragraph of await page.locator('.lesson__text > p').allTextContents()) {
      expect([...seen]).toContain(paragraph);
    }
    await expect(bar(page)).toHaveCount(0);
    await expect(marked(page)).toHaveCount(0);
    // The focus is where the voice was, not lost.
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test(`what is folded, a mark or a way elsewhere is not read in ${lang}`, async ({ page }) => {
    await giveVoices(page, [{ lang, ...OWN }]);
    await page.goto(lesson(lang));
    await page.locator('sog-question').first().and(page.locator('[data-live]')).waitFor();
    await listen(page);
    const said = await readThrough(page);
    const hidden = await page
      .locator('[data-feedback] p:nth-child(2)')
      .evaluateAll((all) =>
        all
          .filter((el) => el.getClientRects().length === 0)
          .map((el) => (el.textContent ?? '').trim().slice(0, 30)),
      );
    expect(hidden.length).toBeGreaterThan(3);
    for (const text of hidden) expect(said).not.toContain(text);
    expect(said).not.toMatch(/\[[0-9០-៩]+\]/);
    const ways = await page.locator('.lesson-nav .quiet').allTextContents();
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(said).not.toContain(way.trim());
  });
}

test('listening pauses, goes on and stops, by mouse and by keyboard', async ({ page }) => {
  await giveVoices(page, [{ lang: 'en', ...OWN }]);
  await page.goto(lesson('en'));
  await listen(page);
  await sayOn(page);
  const second = await saidNow(page);
  await bar(page).getByRole('button', { name: 'Pause' }).click();
  expect(await saidNow(page)).toBeUndefined();
  await expect(marked(page)).toBeVisible();
  await page.keyboard.press('Enter');
  expect(await saidNow(page)).toBe(second);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(bar(page)).toHaveCount(0);
  expect(await saidNow(page)).toBeUndefined();
  await page.locator('#reading .reading__actions .button').first().click();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await saidNow(page)).toBeUndefined();
});

test('the speed can be chosen while it reads, and is kept', async ({ page }) => {
  await giveVoices(page, [{ lang: 'en', ...OWN }]);
  await page.goto(lesson('en'));
  await listen(page);
  const rate = () => page.evaluate(() => window.sogVoice?.now?.rate);
  expect(await rate()).toBe(1);
  await step(page, 'rate', 'slow').check();
  expect(await rate()).toBeLessThan(1);
  await page.reload();
  await openReading(page);
  await expect(step(page, 'rate', 'slow')).toBeChecked();
});

test('listening falls silent when the page is left, and pauses when it is hidden', async ({ page }) => {
  await giveVoices(page, [{ lang: 'en', ...OWN }]);
  await page.goto(lesson('en'));
  await listen(page);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await saidNow(page)).toBeUndefined();
  await bar(page).getByRole('button', { name: 'Go on' }).click();
  expect(await saidNow(page)).toBeDefined();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(await saidNow(page)).toBeUndefined();
  await expect(bar(page)).toHaveCount(0);
});

test('a voice that fails is told, and the text stays as it is', async ({ page }) => {
  await giveVoices(page, [{ lang: 'en', ...OWN }]);
  await page.goto(lesson('en'));
  await listen(page);
  await failNow(page);
  const told = page.getByRole('alert').filter({ hasText: 'could not read aloud' });
  await expect(told).toBeFocused();
  await expect(bar(page)).toHaveCount(0);
  await page.locator('#reading .reading__actions .button').first().click();
  await expect(told).toHaveCount(0);
});
