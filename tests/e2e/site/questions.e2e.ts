import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { SITE } from '../../support/addresses.ts';
import { feedbacks, OTHER_TYPES, RATING, rightTokens, rule, wrongOptions } from '../../support/curriculum.ts';
import { answer, answerRight, enter } from '../../support/learner.ts';

const LANGS = ['km', 'en'] as const;
const lessonUrl = (lang: string, lesson: string) => `${SITE}${lang}/integrity/${lesson}/`;
const ofType = (type: string) =>
  OTHER_TYPES.find((question) => question.type === type) ?? { id: '', lesson: '' };

async function everythingStored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage, session: { ...sessionStorage } }));
}

test('the module has a question of every type', () => {
  const types = OTHER_TYPES.map(({ type }) => type).sort();
  expect(types).toEqual(['categorise', 'fill-in', 'matching', 'numeric', 'ordering']);
});

for (const lang of LANGS) {
  for (const { id, type, lesson } of OTHER_TYPES) {
    test(`${type} in ${lang}: a wrong answer says why, is there after a reload, and gives way to the right one`, async ({
      page,
    }) => {
      const t = translator(lang);
      await page.goto(lessonUrl(lang, lesson));
      const question = page.locator(`#question-${id}`);
      const shown = question.locator('[data-feedback]:visible');
      await answer(page, id, wrongOptions(id));
      await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', 'wrong');
      const said = await shown.allTextContents();
      expect(said.length).toBeGreaterThan(0);
      for (const text of said) expect(feedbacks(id, lang).some((why) => text.includes(why))).toBe(true);

      await page.reload();
      await question.scrollIntoViewIfNeeded();
      await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', 'wrong');
      expect(await shown.allTextContents()).toEqual(said);

      await question.getByRole('button', { name: t('question.again'), exact: true }).click();
      await expect(shown).toHaveCount(0);
      await answerRight(page, id);
      await expect(question.locator('[data-status]')).toHaveText(t('question.right'));
      await expect(shown.filter({ hasNot: page.locator('.feedback--wrong') }).first()).toBeVisible();
    });
  }
}

test('partly right says how much, and keeps what was right for the next try', async ({ page }) => {
  const { id, lesson } = ofType('matching');
  await page.goto(lessonUrl('en', lesson));
  const question = page.locator(`#question-${id}`);
  await answer(page, id, wrongOptions(id));
  const total = rule(id).correct.length;
  await expect(question.locator('[data-status]')).toContainText(`1 of ${total}`);
  await expect(question.locator('.feedback--right')).toHaveCount(1);
  await question.locator('[data-check]').click();
  const [first = ''] = rightTokens(id);
  const [stem = '', option = ''] = first.split('.');
  await expect(question.locator(`[data-option="${stem}"] select`)).toHaveValue(option);
});

test('a number is taken in Khmer and in ASCII digits, and within its tolerance', async ({ page }) => {
  const { id, lesson } = ofType('numeric');
  await page.goto(lessonUrl('km', lesson));
  const question = page.locator(`#question-${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question).toHaveAttribute('data-live', '');
  for (const [typed, kind] of [
    ['១៦', 'wrong'],
    ['16', 'wrong'],
    ['៩,៨', 'right'],
  ]) {
    await question.locator('input').fill(typed ?? '');
    await question.locator('[data-check]').click();
    await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', kind ?? '');
    if (kind === 'wrong') {
      await expect(question.locator('[data-feedback]:visible')).toContainText(feedbacks(id, 'km')[1] ?? '?');
      await question.locator('[data-check]').click();
    }
  }
  await page.reload();
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('input')).toHaveValue('៩,៨');
});

test('a word is the same word however it is cased, spaced or spelt, and what is typed is never stored', async ({
  page,
}) => {
  const { id, lesson } = ofType('fill-in');
  await page.goto(lessonUrl('en', lesson));
  const question = page.locator(`#question-${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question).toHaveAttribute('data-live', '');
  for (const [typed, kind] of [
    ['my secret word', 'wrong'],
    ['  The  GIFT book ', 'right'],
  ]) {
    await question.locator('input').fill(typed ?? '');
    await question.locator('[data-check]').click();
    await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', kind ?? '');
    if (kind === 'wrong') await question.locator('[data-check]').click();
  }
  const stored = await everythingStored(page);
  expect(stored).toContain('the-gift-book');
  expect(stored).not.toMatch(/secret|GIFT/);
});

test('a rating is kept on the device, may be changed, and no lesson needs it', async ({ page }) => {
  const [first, second] = RATING.scale;
  await page.goto(lessonUrl('en', RATING.lesson));
  const question = page.locator(`#question-${RATING.id}`);
  await answer(page, RATING.id, [first?.id ?? '']);
  await answer(page, RATING.id, [second?.id ?? '']);
  await expect(question).toContainText(RATING.afterwards?.en ?? '?');
  await page.reload();
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('input:checked')).toHaveValue(second?.id ?? '');
  expect(await everythingStored(page)).toContain(`rating/${RATING.id}`);
  expect(OTHER_TYPES.map(({ id }) => id)).not.toContain(RATING.id);
});

test('a hint is shown on request, before answering', async ({ page }) => {
  const { id, lesson } = ofType('categorise');
  await page.goto(lessonUrl('km', lesson));
  const hint = page.locator(`#question-${id} .question__tip`);
  await hint.scrollIntoViewIfNeeded();
  await expect(hint.locator('p')).toBeHidden();
  await hint.locator('summary').click();
  await expect(hint.locator('p')).toBeVisible();
});

test('the code of a type that does not come leaves the printed question', async ({ page }) => {
  const { id, lesson } = ofType('ordering');
  await page.route(/question-steps/, (route) => route.abort());
  await page.goto(lessonUrl('en', lesson));
  const question = page.locator(`#question-${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('summary').last()).toBeVisible();
  await expect(question.getByRole('button')).toHaveCount(0);
  // Another question of the lesson is not held up.
  const choice = page.locator('sog-question[data-type="single-choice"]').first();
  await choice.scrollIntoViewIfNeeded();
  await expect(choice).toHaveAttribute('data-live', '');
});

test('putting an answer in without checking it stores nothing', async ({ page }) => {
  const { id, lesson } = ofType('matching');
  await page.goto(lessonUrl('en', lesson));
  const question = page.locator(`#question-${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question).toHaveAttribute('data-live', '');
  await enter(question, id, rightTokens(id));
  expect(await everythingStored(page)).not.toContain(`answer/${id}`);
});
