import { expect, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { optionsOf, plan, rule, source, wrongOptions } from '../../support/curriculum.ts';
import {
  answer,
  answerRight,
  answerTestQuestion,
  studyLesson,
  takeTest,
  walkDilemma,
} from '../../support/learner.ts';

const lessonUrl = (lang: string, lesson: string) => `${SITE}${lang}/integrity/${lesson}/`;
const first = plan.lessons[0] ?? { id: '', questions: [], dilemmas: [] };
const withDilemma = plan.lessons.find((lesson) => lesson.dilemmas.length > 0) ?? first;
const single = first.questions.find((id) => rule(id).type === 'single-choice') ?? '';

for (const lang of ['km', 'en'] as const) {
  test(`a wrong answer in ${lang} says why, may be tried again, and the right one says why too`, async ({
    page,
  }) => {
    await page.goto(lessonUrl(lang, first.id));
    const question = page.locator(`#question-${single}`);
    const [wrong = ''] = wrongOptions(single);
    const [right = ''] = rule(single).correct;
    await answer(page, single, [wrong]);
    const options = optionsOf(single);
    await expect(question).toContainText(options.find((o) => o.id === wrong)?.feedback[lang] ?? '');
    await expect(question.locator(`[data-feedback="${right}"]`)).toBeHidden();
    await question.locator('[data-check]').click();
    await answer(page, single, [right]);
    await expect(question.locator(`[data-feedback="${right}"]`)).toBeVisible();
    await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', 'right');
  });
}

test('checking without an answer asks for one and saves nothing', async ({ page }) => {
  await page.goto(lessonUrl('en', first.id));
  const question = page.locator(`#question-${single}`);
  await question.scrollIntoViewIfNeeded();
  await question.locator('[data-check]').click();
  await expect(question.locator('[data-status]')).toHaveText('Choose an answer first.');
  expect(
    await page.evaluate((id) => Object.keys(localStorage).filter((key) => key.includes(id)), single),
  ).toEqual([]);
});

test('a question can be answered by keyboard alone', async ({ page }) => {
  await page.goto(lessonUrl('en', first.id));
  const { options, correct } = rule(single);
  await page.locator(`#question-${single}`).scrollIntoViewIfNeeded();
  await expect(page.locator(`#question-${single}`)).toHaveAttribute('data-live');
  await page.locator(`#question-${single} input`).first().focus();
  for (let i = 0; i < options.indexOf(correct[0] ?? ''); i++) await page.keyboard.press('ArrowDown');
  if (options[0] === correct[0]) await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.locator(`#question-${single} [data-status]`)).toHaveAttribute('data-kind', 'right');
});

test('an answer survives reload, closing the tab, and a change of language', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(lessonUrl('km', first.id));
  await answer(page, single, wrongOptions(single));
  await page.reload();
  await expect(page.locator(`#question-${single} [data-status]`)).toHaveAttribute('data-kind', 'wrong');
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(lessonUrl('en', first.id));
  await expect(again.locator(`#question-${single} [data-status]`)).toHaveAttribute('data-kind', 'wrong');
  await expect(again.locator(`#question-${single} input:checked`)).toHaveValue(wrongOptions(single)[0] ?? '');
});

test('a dilemma walks to an end, remembers it, goes back and starts again', async ({ page }) => {
  const id = withDilemma.dilemmas[0] ?? '';
  await page.goto(lessonUrl('km', withDilemma.id));
  const dilemma = page.locator(`#dilemma-${id}`);
  await dilemma.scrollIntoViewIfNeeded();
  await expect(dilemma.locator('[data-scene]:not([hidden])')).toHaveCount(1);
  await walkDilemma(page, id);
  await expect(dilemma.locator('[data-sum] li')).toHaveCount(3);
  await page.reload();
  await dilemma.scrollIntoViewIfNeeded();
  await expect(dilemma.locator('[data-scene]:not([hidden])')).toHaveAttribute('data-end', /good|mixed|harm/);
  await dilemma.locator('[data-action="restart"]').click();
  const start = source.dilemmas.get(id)?.start ?? '';
  await expect(dilemma.locator('[data-scene]:not([hidden])')).toHaveAttribute('data-scene', start);
  await dilemma.locator('button.choice').first().click();
  await dilemma.locator('[data-action="back"]').click();
  await expect(dilemma.locator('[data-scene]:not([hidden])')).toHaveAttribute('data-scene', start);
});

test('opening a lesson and reading none of it leaves it unread; reading without answering is not enough', async ({
  page,
}) => {
  await page.goto(lessonUrl('en', first.id));
  const state = page.locator(`[data-lesson="${first.id}"] [data-lesson-state]`);
  await expect(state).toHaveAttribute('data-state', 'notRead');
  await page.locator('[data-lesson-end]').scrollIntoViewIfNeeded();
  await expect(state).toHaveAttribute('data-state', 'started');
  await expect(page.locator('[data-lesson-todo]')).toContainText(
    String(first.questions.length + first.dilemmas.length),
  );
});

test('a module is complete when every lesson is read and the final test is passed, and a worse test takes nothing back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  for (const lesson of plan.lessons) {
    await page.goto(lessonUrl('en', lesson.id));
    await studyLesson(page, lesson.id);
  }
  await page.goto(`${SITE}en/integrity/`);
  await expect(page.locator('[data-module-completion]')).toHaveText('Not completed yet');
  const total = plan.tests.post.length;
  await page.goto(`${SITE}en/integrity/final-test/`);
  await takeTest(page, 'post', Math.floor(total / 2));
  await expect(page.locator('#final-test')).toContainText('below the pass mark');
  await takeTest(page, 'post', total);
  await page.goto(`${SITE}en/integrity/`);
  await expect(page.locator('[data-module-completion]')).toHaveText('Module completed');
  await page.goto(`${SITE}en/integrity/final-test/`);
  await takeTest(page, 'post', 0);
  await page.goto(`${SITE}km/integrity/`);
  await expect(page.locator('[data-module-completion]')).toHaveText('បានបញ្ចប់ម៉ូឌុលនេះហើយ');
  await expect(page.locator('.overview [data-module-best]')).toContainText('១០០%');
});

test('the pre-test does not count towards the module', async ({ page }) => {
  await page.goto(`${SITE}en/integrity/pre-test/`);
  await takeTest(page, 'pre', plan.tests.pre.length);
  await page.goto(`${SITE}en/integrity/`);
  await expect(page.locator('.overview [data-module-best]')).toHaveText('Final test not taken yet');
});

test('a test killed after each answer goes on at the next question with the same order', async ({
  context,
}) => {
  test.setTimeout(120_000);
  const url = `${SITE}km/integrity/final-test/`;
  const asked: string[] = [];
  let page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-action="begin"]').click();
  for (let n = 0; n < 4; n++) {
    asked.push(await answerTestQuestion(page, 'post', true));
    const next = await page.locator('form[data-question]').getAttribute('data-question');
    await page.close();
    page = await context.newPage();
    await page.goto(url);
    await page.locator('[data-action="begin"]').click();
    await expect(page.locator('form[data-question]')).toHaveAttribute('data-question', next ?? '');
  }
  expect(new Set(asked).size).toBe(4);
});

test('the module page offers to continue in the lesson where the learner stopped', async ({ page }) => {
  const second = plan.lessons[1]?.id ?? '';
  const heading = source.lessons[1]?.texts.en?.headings[1]?.id ?? '';
  await page.goto(`${lessonUrl('en', second)}#${heading}`);
  await expect(page.locator(`[id="${heading}"]`)).toBeInViewport();
  await expect
    .poll(() =>
      page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('place'))?.[1] ?? ''),
    )
    .toContain(second);
  await page.goto(`${SITE}en/integrity/`);
  const go = page.locator('[data-continue]');
  await expect(go).toHaveText('Continue where you stopped');
  await go.click();
  expect(new URL(page.url()).pathname).toBe(`/sog/en/integrity/${second}/`);
});

test('two tabs on the same module do not lose each other’s answers', async ({ context }) => {
  const [a, b] = [await context.newPage(), await context.newPage()];
  const [one = '', two = ''] = first.questions;
  await a.goto(lessonUrl('en', first.id));
  await b.goto(lessonUrl('en', first.id));
  await answerRight(a, one);
  await answerRight(b, two);
  await a.reload();
  for (const id of [one, two]) {
    await expect(a.locator(`#question-${id} [data-status]`)).toHaveAttribute('data-kind', 'right');
  }
});
