import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan } from '../../support/curriculum.ts';
import { answerRight } from '../../support/learner.ts';

const lesson = plan.lessons[0] ?? { id: '', questions: [], dilemmas: [] };
const [one = '', two = ''] = lesson.questions;
const url = `${SITE}km/integrity/${lesson.id}/`;
const notice = (page: Page, name: string) => page.locator(`[data-notice="${name}"]`);

test('with storage blocked the lesson works and says calmly that progress will not be kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(url);
  await expect(notice(page, 'storage-blocked')).toBeVisible();
  await answerRight(page, one);
  await expect(page.locator(`#question-${one} [data-status]`)).toHaveAttribute('data-kind', 'right');
});

test('with a full store the lesson works, says so, and saves what waited once there is room again', async ({
  page,
}) => {
  await page.goto(url);
  await page.evaluate(() => {
    const own = Storage.prototype.setItem;
    Object.assign(window, { makeRoom: () => Object.assign(Storage.prototype, { setItem: own }) });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await answerRight(page, one);
  await expect(notice(page, 'storage-full')).toBeVisible();
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await answerRight(page, two);
  await expect(notice(page, 'storage-full')).toBeHidden();
  await page.reload();
  for (const id of [one, two]) {
    await expect(page.locator(`#question-${id} [data-status]`)).toHaveAttribute('data-kind', 'right');
  }
});

test('a damaged entry is left out with a notice and the rest of the record opens', async ({ page }) => {
  await page.goto(url);
  await answerRight(page, one);
  await answerRight(page, two);
  await page.evaluate((id) => {
    const key = Object.keys(localStorage).find((name) => name.endsWith(`answer/${id}`)) ?? '';
    localStorage.setItem(key, '{"v":broken');
  }, one);
  await page.reload();
  await expect(notice(page, 'storage-damaged')).toBeVisible();
  await expect(page.locator(`#question-${two} [data-status]`)).toHaveAttribute('data-kind', 'right');
  await expect(page.locator(`#question-${one} [data-status]`)).toBeEmpty();
  await answerRight(page, one);
});
