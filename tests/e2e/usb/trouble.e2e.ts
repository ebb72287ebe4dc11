import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { plan, source } from '../../support/curriculum.ts';
import { answerRight } from '../../support/learner.ts';
import { sticks, unpackStick } from '../../support/usb.ts';

/** The USB edition where a browser gives it less: no storage, no scripts, no script file; and what was erased. */
const module = source.module.id;
const [first] = plan.lessons;
const lesson = first?.id ?? '';
const one = first?.questions[0] ?? '';
const { stick, removeAll } = sticks();
test.afterAll(removeAll);

for (const [how, breakStorage] of [
  [
    'refuses to keep',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    },
  ],
  [
    'takes what is written and forgets it',
    () => {
      Storage.prototype.setItem = () => {};
    },
  ],
] as const) {
  test(`a browser that ${how} progress is told calmly, and the lesson works`, async ({ page }) => {
    await page.addInitScript(breakStorage);
    await page.goto(stick('km').url(`${module}.html#${lesson}`));
    await expect(page.locator('[data-notice="storage-blocked"]')).toBeVisible();
    await answerRight(page, one);
    await expect(page.locator(`#question-${one} [data-status]`)).toHaveAttribute('data-kind', 'right');
    await page.goto(stick('km').url('index.html'));
    await expect(page.locator('[data-kept]')).toContainText('មិនរក្សាទុកវឌ្ឍនភាព');
    await expect(page.locator('[data-progress-of]')).toBeHidden();
  });
}

test('everything is erased from inside a module, stays erased, and the page says so', async ({ page }) => {
  const { url } = stick('en');
  await page.goto(url(`${module}.html#${lesson}`));
  await answerRight(page, one);
  await page.locator('[data-menu] summary').click();
  await page.getByRole('link', { name: 'What is kept, and where' }).click();
  await page.locator('[data-action="ask"]').click();
  await page.locator('[data-action="erase"]').click();
  await expect(page.locator('.erase__status')).toContainText('It has been erased.');
  await expect(page.locator('.erase__status')).toBeFocused();
  // On this very page nothing of it may be left: what is still shown could be saved again.
  await page.locator('[data-menu] summary').click();
  await page.locator(`[data-menu] a[href="#${lesson}"]`).click();
  await expect(page.locator(`#question-${one}`)).toBeVisible();
  await expect(page.locator(`#question-${one} input:checked`)).toHaveCount(0);
  await page.goto(url('index.html'));
  await expect(page.locator('[data-progress-of]')).not.toContainText('1 of');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole module can be read', async ({ page }) => {
    await page.goto(stick('km').url(`${module}.html`));
    for (const { id } of plan.lessons) await expect(page.locator(`[data-lesson="${id}"] h1`)).toBeVisible();
  });
});

test('with the script lost on the way, the whole module can be read', async ({ page }) => {
  const broken = unpackStick('km');
  for (const script of globSync('assets/app-*.js', { cwd: broken.folder }))
    rmSync(join(broken.folder, script));
  await page.goto(broken.url(`${module}.html`));
  for (const { id } of plan.lessons) await expect(page.locator(`[data-lesson="${id}"] h1`)).toBeVisible();
  broken.remove();
});
