import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan, source } from '../../support/curriculum.ts';
import { studyLesson } from '../../support/learner.ts';
import { ALL_DONE, storedItems, storeEntries } from '../../support/record-file.ts';

const first = plan.lessons[0] ?? { id: '', questions: [], dilemmas: [] };
const mine = (lang: string) => `${SITE}${lang}/my-learning/`;
const lessonUrl = (lang: string, lesson: string) => `${SITE}${lang}/integrity/${lesson}/`;

/** Seconds noted for the module, on whatever device. */
async function seconds(page: Page): Promise<number> {
  const items = await storedItems(page);
  return Object.entries(items)
    .filter(([name]) => name.startsWith('sog/1/integrity/time/'))
    .reduce((sum, [, text]) => sum + (JSON.parse(text) as { v: { seconds: number } }).v.seconds, 0);
}

/** Opens a lesson under a clock of its own, and waits until time is kept. */
async function openUnderClock(page: Page): Promise<void> {
  await page.clock.install({ time: new Date('2026-11-22T08:00:00') });
  await page.goto(lessonUrl('km', first.id));
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return page.evaluate(() => localStorage.getItem('sog/1/studying'));
    })
    .toMatch(/./);
  await page.clock.pauseAt(new Date('2026-11-22T09:00:00'));
}

async function studyFor(page: Page, minutes: number): Promise<void> {
  for (let n = 0; n < minutes * 2; n++) {
    await page.keyboard.press('Shift');
    await page.clock.runFor(30_000);
  }
}

for (const lang of ['km', 'en'] as const) {
  test(`the page shows what was read, the results and the time in ${lang}`, async ({ page }) => {
    await page.goto(lessonUrl(lang, first.id));
    await studyLesson(page, first.id);
    await storeEntries(page, [
      ['test/pre', { seed: 1, count: 1, open: false, best: 40, last: 40 }],
      ['time/zzzz', { seconds: 3900 }],
    ]);
    await page.goto(mine(lang));
    const module = page.getByRole('region', { name: source.module.title[lang] });
    const five = lang === 'km' ? 'បានអាន ១ ក្នុងចំណោម ៥ មេរៀន' : '1 of 5 lessons read';
    await expect(module.locator('[data-read]')).toHaveText(five);
    await expect(module.locator('progress')).toHaveJSProperty('value', 1);
    await expect(module.locator('[data-fact="pre"]')).toHaveText(lang === 'km' ? '៤០%' : '40%');
    await expect(module.locator('[data-fact="final"]')).toHaveText(
      lang === 'km' ? 'មិនទាន់ធ្វើ' : 'Not taken yet',
    );
    await expect(module.locator('[data-fact="time"]')).toContainText(lang === 'km' ? '១ ម៉ោង' : '1 h');
    await module.locator('summary').click();
    await expect(module.locator(`[data-my-lesson="${first.id}"]`)).toHaveAttribute('data-state', 'read');
  });
}

test('a learner continues with one tap at the very heading, from the start page too', async ({ page }) => {
  await page.goto(lessonUrl('en', first.id));
  const heading = page.locator('.lesson__text h2[id]').nth(1);
  const id = await heading.getAttribute('id');
  await heading.evaluate((element) => element.scrollIntoView());
  await expect.poll(async () => (await storedItems(page))['sog/1/integrity/place']).toContain(id);
  await page.goto(`${SITE}en/`);
  await page.getByRole('link', { name: 'See all my learning' }).click();
  await page.locator('[data-my-continue]').click();
  await expect(page).toHaveURL(`${lessonUrl('en', first.id)}#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('the footer leads to the page, and a device without a record is told how to start', async ({ page }) => {
  await page.goto(`${SITE}en/glossary/`);
  await page.locator('.footer').getByRole('link', { name: 'My learning' }).click();
  await expect(page.locator('[data-state]').first()).toHaveText('Not started yet');
  await expect(page.locator('[data-my-continue]')).toHaveAttribute('href', /values-and-pressure\/$/);
});

test('without JavaScript the page has modules and lessons, and no button that would do nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(mine('km'));
  await expect(page.locator('noscript .notice')).toBeVisible();
  await expect(page.locator('.my-lessons a')).toHaveCount(plan.lessons.length);
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await context.close();
});

test('time is counted while the learner does something, and a minute beyond', async ({ page }) => {
  await openUnderClock(page);
  await studyFor(page, 5);
  const studied = await seconds(page);
  expect(studied).toBeGreaterThan(4 * 60);
  expect(studied).toBeLessThanOrEqual(5 * 60 + 30);
  await page.clock.runFor(20 * 60_000);
  expect((await seconds(page)) - studied).toBeLessThanOrEqual(90);
});

test('a device that sleeps over lunch has not studied', async ({ page }) => {
  await openUnderClock(page);
  await studyFor(page, 1);
  const before = await seconds(page);
  await page.clock.fastForward('01:30:00');
  await studyFor(page, 1);
  expect((await seconds(page)) - before).toBeLessThanOrEqual(60 + 40);
});

test('two open pages count the same minutes once', async ({ context, page }) => {
  await openUnderClock(page);
  const other = await context.newPage();
  await openUnderClock(other);
  const before = await seconds(page);
  for (let n = 0; n < 4; n++) {
    await page.keyboard.press('Shift');
    await other.keyboard.press('Shift');
    await Promise.all([page.clock.runFor(30_000), other.clock.runFor(30_000)]);
  }
  const counted = (await seconds(page)) - before;
  expect(counted).toBeGreaterThan(60);
  // Two minutes, and what each page had not stored before; counted twice it would be four.
  expect(counted).toBeLessThanOrEqual(180);
});

test('leaving the page keeps what was counted, and erasing on the way out leaves nothing', async ({
  page,
}) => {
  await openUnderClock(page);
  await page.keyboard.press('Shift');
  await page.clock.runFor(25_000);
  const before = await seconds(page);
  await page.goto(mine('km'));
  expect(await seconds(page)).toBeGreaterThan(before);
  await page.goto(lessonUrl('km', 'speaking-up'));
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return page.evaluate(() => localStorage.getItem('sog/1/studying'));
    })
    .toMatch(/./);
  await page.clock.runFor(20_000);
  await page.locator('[data-action="ask"]').click();
  await page.locator('[data-action="erase"]').click();
  await page.waitForURL('about:blank');
  await page.goto(`${SITE}km/privacy/`);
  expect(await storedItems(page)).toEqual({});
});

test('the day a module is completed is noted once', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-22T23:30:00') });
  await page.goto(mine('en'));
  await storeEntries(
    page,
    ALL_DONE.filter(([key]) => !/outcome|completed|time/.test(key) && key !== `seen/${first.id}`),
  );
  await page.goto(lessonUrl('en', first.id));
  await page.locator(`[data-lesson-end="${first.id}"]`).scrollIntoViewIfNeeded();
  await expect
    .poll(async () => (await storedItems(page))['sog/1/integrity/completed'])
    .toContain('"on":"2026-11-22"');
  await page.clock.setSystemTime(new Date('2026-11-23T08:00:00'));
  await page.reload();
  await expect(page.locator('sog-session')).toHaveAttribute('data-open', 'browser');
  expect((await storedItems(page))['sog/1/integrity/completed']).toContain('"on":"2026-11-22"');
});
