import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { optionsOf, plan, source } from '../../support/curriculum.ts';
import { answerTestQuestion, takeTest } from '../../support/learner.ts';
import { type Form, ONE_OF_EACH, objectiveOf, pairOf, rowOf, setUp } from '../../support/test-sets.ts';

const total = plan.tests.post.length;
const path = { pre: 'pre-test', post: 'final-test' } as const;

async function open(page: Page, form: Form, lang = 'en'): Promise<void> {
  await page.goto(`${SITE}${lang}/integrity/${path[form]}/`);
  await expect(page.locator('[data-stage] > *').first()).toBeVisible();
}

/** Begins or goes on, and answers `count` questions, those for which `right` says so rightly. */
async function answerSome(page: Page, form: Form, count: number, right: (id: string) => boolean) {
  await page.locator('[data-action="begin"]').click();
  const asked: string[] = [];
  for (let n = 0; n < count; n++) {
    const shown = page.locator('form[data-question]');
    const id = (await shown.getAttribute('data-question')) ?? '';
    asked.push(await answerTestQuestion(page, form, right(id)));
  }
  return asked;
}

const objectives = source.module.objectives.map(({ id }) => id);
const [known = ''] = objectives;

for (const lang of ['km', 'en'] as const) {
  test(`after a pre-test the final test in ${lang} shows the gain, in total and by objective`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await open(page, 'pre', lang);
    const before = await answerSome(page, 'pre', total, (id) => objectiveOf(id) === known);
    await open(page, 'post', lang);
    await answerSome(page, 'post', total, () => true);
    const rightBefore = before.filter((id) => objectiveOf(id) === known).length;
    const gain = page.locator('[data-gain="compared"]');
    const says = lang === 'en' ? `In the pre-test you had ${rightBefore} of ${total} right.` : 'ក្នុងចំណោម';
    await expect(gain).toContainText(says);
    for (const objective of objectives) {
      const count = before.filter((id) => objectiveOf(id) === objective).length;
      const was = objective === known ? count : 0;
      expect(await rowOf(page, objective)).toEqual([was, count, count, count]);
    }
    expect(await rowOf(page, '')).toEqual([rightBefore, total, total, total]);
  });
}

test('without a pre-test the final test says so, and compares nothing', async ({ page }) => {
  await open(page, 'post');
  await takeTest(page, 'post', 3);
  await expect(page.locator('[data-gain="none"]')).toContainText('there is nothing to compare');
  expect(await rowOf(page, '')).toEqual([3, total]);
});

test('a pre-test taken after the final test is not shown as what was known before', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'post');
  await takeTest(page, 'post', 2);
  await open(page, 'pre');
  await takeTest(page, 'pre', total);
  await open(page, 'post');
  await page.locator('[data-action="result"]').click();
  await expect(page.locator('[data-gain="none"]')).toBeVisible();
  await page.locator('[data-action="begin"]').click();
  for (let n = 0; n < total; n++) await answerTestQuestion(page, 'post', true);
  await expect(page.locator('[data-gain="compared"]')).toContainText(`${total} of ${total}`);
});

test('a second pre-test left in the middle takes nothing from the first one’s result', async ({ page }) => {
  test.setTimeout(120_000);
  await setUp(page, { pre: { attempts: 2 } });
  await open(page, 'pre');
  await takeTest(page, 'pre', 5);
  await open(page, 'pre');
  await answerSome(page, 'pre', 2, () => false);
  await open(page, 'post');
  await takeTest(page, 'post', 7);
  await expect(page.locator('[data-gain="compared"]')).toContainText(`you had 5 of ${total} right`);
  await expect(page.locator('[data-gain="compared"]')).toContainText('That is 2 more.');
});

test('a test that draws asks its number, the same after each kill, and the final test asks the twins', async ({
  context,
}) => {
  test.setTimeout(120_000);
  const drawn = { pre: { draw: ONE_OF_EACH }, post: { draw: ONE_OF_EACH } };
  const asked: string[] = [];
  for (let n = 0; n < objectives.length; n++) {
    const page = await context.newPage();
    await setUp(page, drawn);
    await open(page, 'pre', 'km');
    const [id = ''] = await answerSome(page, 'pre', 1, () => true);
    asked.push(id);
    const next = page.locator('form[data-question]');
    if (n + 1 < objectives.length) await expect(next.locator('legend')).toContainText(/សំណួរទី/);
    else await expect(page.locator('[data-score="100"]')).toBeVisible();
    await page.close({ runBeforeUnload: false });
  }
  expect(new Set(asked.map(objectiveOf)).size).toBe(objectives.length);
  const page = await context.newPage();
  await setUp(page, drawn);
  await open(page, 'post', 'km');
  const now = await answerSome(page, 'post', objectives.length, () => false);
  expect(now.map(pairOf).sort()).toEqual(asked.map(pairOf).sort());
  expect(await rowOf(page, '')).toEqual([objectives.length, objectives.length, 0, objectives.length]);
});

test('a reload in the middle keeps the question, its options and their order', async ({ page }) => {
  await setUp(page, { post: { draw: ONE_OF_EACH } });
  await open(page, 'post');
  await answerSome(page, 'post', 3, () => true);
  const form = page.locator('form[data-question]');
  const before = await form.innerText();
  await page.reload();
  await page.locator('[data-action="begin"]').click();
  await expect.poll(() => form.innerText()).toBe(before);
});

test('the module’s pre-test is taken once: then it says so, and its result can be seen again', async ({
  page,
}) => {
  await open(page, 'pre');
  await expect(page.locator('#pre-test .facts')).toContainText('One attempt');
  await takeTest(page, 'pre', 4);
  await expect(page.locator('[data-action="begin"]')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-stage]')).toContainText('You have used all attempts');
  await expect(page.locator('[data-action="begin"]')).toHaveCount(0);
  await page.locator('[data-action="result"]').click();
  await expect(page.locator('[data-score]')).toBeFocused();
  expect(await rowOf(page, '')).toEqual([4, total]);
  await expect(page.locator('.test__answers > li')).toHaveCount(total);
});

test('when the attempts at the final test are used up, the best score is kept', async ({ page }) => {
  test.setTimeout(120_000);
  await setUp(page, { post: { attempts: 2, draw: ONE_OF_EACH } });
  await open(page, 'post');
  await answerSome(page, 'post', objectives.length, () => true);
  await page.reload();
  await expect(page.locator('[data-stage]')).toContainText('Attempts left: 1');
  await answerSome(page, 'post', objectives.length, () => false);
  await expect(page.locator('[data-score="0"]')).toBeVisible();
  await expect(page.locator('.test__result')).toContainText('Best score: 100%');
  await expect(page.locator('[data-action="begin"]')).toHaveCount(0);
  await page.goto(`${SITE}en/integrity/`);
  await expect(page.locator('.overview [data-module-best]')).toContainText('100%');
});

test('an attempt begun as the last one can be gone on with', async ({ page }) => {
  await setUp(page, { pre: { attempts: 1 } });
  await open(page, 'pre');
  await answerSome(page, 'pre', 2, () => true);
  await page.reload();
  await expect(page.locator('[data-action="begin"]')).toHaveText('Continue the test');
  await page.locator('[data-action="begin"]').click();
  await expect(page.locator('form[data-question] legend')).toContainText(`Question 3 of ${total}`);
});

test('answers shown after each: verdict and reason take the focus, by keyboard and after a kill', async ({
  page,
}) => {
  await setUp(page, { pre: { answers: 'after-each', draw: ONE_OF_EACH } });
  await open(page, 'pre');
  const [id = ''] = await answerSome(page, 'pre', 1, () => false);
  const answered = page.locator(`[data-answered="${id}"]`);
  await expect(answered.locator('.feedback')).toBeFocused();
  await expect(answered).toContainText('Not right yet');
  const why = optionsOf(id).find((option) => !option.correct)?.feedback.en ?? '';
  await expect(answered).toContainText(why);
  await page.reload();
  await page.locator('[data-action="begin"]').click();
  const form = page.locator('form[data-question]');
  await expect(form.locator('legend')).toContainText('Question 2 of');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-answered] .feedback')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form.locator('legend')).toBeFocused();
  await expect(form.locator('legend')).toContainText('Question 3 of');
});

test('answers never shown: the result has no verdict on any answer', async ({ page }) => {
  await setUp(page, { pre: { answers: 'never', draw: ONE_OF_EACH } });
  await open(page, 'pre');
  await answerSome(page, 'pre', objectives.length, () => false);
  await expect(page.locator('[data-score="0"]')).toBeVisible();
  await expect(page.locator('.test__answers, .feedback__verdict')).toHaveCount(0);
  await expect(page.locator('.test__objectives')).toBeVisible();
});

test('a hint opens by keyboard and stays away where the set offers none', async ({ page }) => {
  await setUp(page, { pre: { hint: 'Think of the record.' } });
  await open(page, 'pre');
  await page.locator('[data-action="begin"]').click();
  await page.keyboard.press('Tab');
  await expect(page.locator('.test__hint summary')).toBeFocused();
  await expect(page.getByText('Think of the record.')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Think of the record.')).toBeVisible();
  await open(page, 'post');
  await page.locator('[data-action="begin"]').click();
  await expect(page.locator('.test__hint')).toHaveCount(0);
});

test('the result is a table with a name and headers, fits 320 px, and prints without its buttons', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'pre', 'km');
  await takeTest(page, 'pre', 6);
  await open(page, 'post', 'km');
  await takeTest(page, 'post', 9);
  const table = page.getByRole('table', { name: 'ចម្លើយត្រូវតាមគោលបំណង មុនរៀន និងឥឡូវនេះ' });
  await expect(table.getByRole('columnheader')).toHaveText(['គោលបំណង', 'មុនរៀន', 'ឥឡូវនេះ']);
  await expect(table.getByRole('rowheader')).toHaveCount(objectives.length + 1);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await expect(page.locator('#final-test button:visible')).toHaveCount(0);
});

test('the page of the module says how many questions each test has, its pass mark and attempts', async ({
  page,
}) => {
  await page.goto(`${SITE}en/integrity/`);
  await expect(page.locator('[data-test-facts="pre"]')).toHaveText(`${total} questions · One attempt`);
  await expect(page.locator('[data-test-facts="post"]')).toHaveText(
    `${total} questions · Pass mark: 80% · As many attempts as you like`,
  );
});
