import { expect, type Frame, type Page } from '@playwright/test';
import { plan, rule, wayThrough } from './curriculum.ts';

type Screen = Page | Frame;
type Form = 'pre' | 'post';
const testId = (form: Form) => (form === 'pre' ? 'pre-test' : 'final-test');

/** What a learner does, on the site and inside a package alike. */
export async function answer(screen: Screen, question: string, options: readonly string[]): Promise<void> {
  const element = screen.locator(`#question-${question}`);
  // The code of an activity comes when it is near.
  await element.scrollIntoViewIfNeeded();
  for (const option of options) await element.locator(`input[value="${option}"]`).check();
  await element.locator('button[type="submit"]').click();
  await expect(element.locator('[data-status]')).not.toBeEmpty();
}

export async function answerRight(screen: Screen, question: string): Promise<void> {
  await answer(screen, question, rule(question).correct);
}

export async function walkDilemma(screen: Screen, dilemma: string): Promise<void> {
  const element = screen.locator(`#dilemma-${dilemma}`);
  await element.scrollIntoViewIfNeeded();
  for (const choice of wayThrough(dilemma)) {
    await element.locator('[data-scene]:not([hidden]) button.choice').nth(choice).click();
  }
  await expect(element.locator('[data-scene]:not([hidden])')).toHaveAttribute('data-end', /good|mixed|harm/);
}

/** Does everything one lesson asks for: answers, dilemmas, and reading to the end. */
export async function studyLesson(screen: Screen, lesson: string): Promise<void> {
  const wanted = plan.lessons.find((l) => l.id === lesson);
  for (const question of wanted?.questions ?? []) await answerRight(screen, question);
  for (const dilemma of wanted?.dilemmas ?? []) await walkDilemma(screen, dilemma);
  await screen.locator(`[data-lesson-end="${lesson}"]`).scrollIntoViewIfNeeded();
  await expect(screen.locator(`[data-lesson="${lesson}"] [data-lesson-state]`)).toHaveAttribute(
    'data-state',
    'read',
  );
}

/** Takes a form of the test; `right` says how many of its questions are answered rightly. */
export async function takeTest(screen: Screen, form: Form, right: number): Promise<void> {
  const test = screen.locator(`#${testId(form)}`);
  await test.locator('[data-action="begin"]').click();
  const total = plan.tests[form].length;
  for (let n = 0; n < total; n++) await answerTestQuestion(screen, form, n < right);
  await expect(test.locator('[data-score]')).toHaveAttribute(
    'data-score',
    String(Math.round((right * 100) / total)),
  );
}

export async function answerTestQuestion(screen: Screen, form: Form, right: boolean): Promise<string> {
  const shown = screen.locator(`#${testId(form)} form[data-question]`);
  const id = (await shown.getAttribute('data-question')) ?? '';
  const { options, correct } = rule(id);
  const chosen = right ? correct : options.filter((option) => !correct.includes(option)).slice(0, 1);
  for (const option of chosen) await shown.locator(`input[value="${option}"]`).check();
  await shown.locator('button[type="submit"]').click();
  await expect(screen.locator(`#${testId(form)} form[data-question="${id}"]`)).toHaveCount(0);
  return id;
}
