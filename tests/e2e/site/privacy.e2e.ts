import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan } from '../../support/curriculum.ts';
import { answerRight } from '../../support/learner.ts';

const first = plan.lessons[0] ?? { id: '', questions: [], dilemmas: [] };
const stored = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sog')));

/** Leaves a trace, as a learner does. */
async function study(page: Page): Promise<void> {
  await page.goto(`${SITE}en/integrity/${first.id}/`);
  await answerRight(page, first.questions[0] ?? '');
}

test('the page lists what is stored now, and says so when nothing is', async ({ page }) => {
  await page.goto(`${SITE}en/privacy/`);
  await expect(page.locator('.stored li')).toHaveText(['Nothing is stored on this device.']);
  await study(page);
  await page.goto(`${SITE}en/privacy/`);
  await expect(page.locator('.stored')).toContainText('Integrity in daily work');
  await expect(page.locator('.stored')).toContainText('Name of this device');
});

test('erasing takes two steps, can be called off, moves the focus, and says what happened', async ({
  page,
}) => {
  await study(page);
  await page.evaluate(() => localStorage.setItem('somebody-elses', '1'));
  await page.goto(`${SITE}km/privacy/`);
  const start = page.locator('[data-action="ask"]');
  await start.click();
  await expect(page.locator('#erase-question')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(start).toBeFocused();
  expect((await stored(page)).length).toBeGreaterThan(0);
  await start.click();
  await page.locator('[data-action="erase"]').click();
  await expect(page.locator('[data-status]')).toBeFocused();
  await expect(page.locator('[data-status]')).toHaveText('បានលុបទាំងអស់ពីឧបករណ៍នេះហើយ។');
  await expect(page.locator('.stored li')).toHaveCount(1);
  expect(await stored(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('somebody-elses'))).toBe('1');
});

test('with storage blocked the page says so, and erasing says how else', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(`${SITE}en/privacy/`);
  await expect(page.locator('.stored')).toContainText('does not allow');
  await page.locator('[data-action="ask"]').click();
  await page.locator('[data-action="erase"]').click();
  await expect(page.locator('[data-status]')).toContainText('settings of the browser');
});

test('without JavaScript the page explains, and offers no button that would do nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE}en/privacy/`);
  await expect(page.locator('noscript .notice')).toBeVisible();
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await context.close();
});

test('only lessons marked as sensitive carry the way out', async ({ page }) => {
  for (const { id } of plan.lessons) {
    await page.goto(`${SITE}km/integrity/${id}/`);
    await expect(page.locator('[data-quick-leave]')).toHaveCount(id === 'speaking-up' ? 1 : 0);
  }
});

test('leaving shows an empty page at once, asks nobody for anything, and "back" does not return', async ({
  page,
}) => {
  await page.goto(`${SITE}en/integrity/`);
  await page.goto(`${SITE}en/integrity/speaking-up/`, { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('[data-quick-leave] [data-action="leave"]').click();
  await expect(page).toHaveURL('about:blank');
  expect(asked.filter((url) => url !== 'about:blank')).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(`${SITE}en/integrity/`);
});

test('erasing on the lesson asks first, leaves, and nothing is written behind it', async ({ page }) => {
  await study(page);
  await page.goto(`${SITE}en/integrity/speaking-up/`);
  await page.locator('.lesson__text h2').last().scrollIntoViewIfNeeded();
  await page.locator('[data-quick-leave] [data-action="ask"]').click();
  await expect(page.locator('#leave-question')).toBeFocused();
  await page.locator('[data-quick-leave] [data-action="keep"]').click();
  await expect(page.locator('[data-quick-leave] [data-action="ask"]')).toBeFocused();
  await page.locator('[data-quick-leave] [data-action="ask"]').click();
  await page.locator('[data-quick-leave] [data-action="erase"]').click();
  await expect(page).toHaveURL('about:blank');
  await page.goto(`${SITE}en/privacy/`);
  expect(await stored(page)).toEqual([]);
});

test('without JavaScript the way out leads to the home page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE}en/integrity/speaking-up/`);
  await page.locator('[data-action="leave"]').click();
  await expect(page).toHaveURL(`${SITE}en/`);
  await context.close();
});

test('the way out stays within reach on a phone, in a target a thumb can hit', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${SITE}km/integrity/speaking-up/`);
  await page.locator('.lesson__text h2').last().scrollIntoViewIfNeeded();
  const leave = page.locator('[data-quick-leave] [data-action="leave"]');
  await expect(leave).toBeInViewport({ ratio: 1 });
  const box = await leave.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
  const covered = await leave.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(covered).toBe(false);
});
