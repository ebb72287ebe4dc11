import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { toKhmerDigits } from '../../src/khmer/digits.ts';
import { plan, rightTokens, rule, source, wayThrough } from './curriculum.ts';

type Screen = Page | Frame;
type Form = 'pre' | 'post';
const testId = (form: Form) => (form === 'pre' ? 'pre-test' : 'final-test');

/** What a learner does, on the site and inside a package alike. */
export async function answer(screen: Screen, question: string, options: readonly string[]): Promise<void> {
  const element = screen.locator(`#question-${question}`);
  // The code of an activity comes when it is near.
  await element.scrollIntoViewIfNeeded();
  await expect(element).toHaveAttribute('data-live', '');
  await enter(element, question, options);
  await element.locator('[data-check]').click();
  await expect(element.locator('[data-status]')).not.toBeEmpty();
}

/** Puts a response into the controls of its question. */
export async function enter(element: Locator, question: string, tokens: readonly string[]): Promise<void> {
  const { type } = rule(question);
  if (type === 'matching' || type === 'categorise') {
    for (const [part, target] of tokens.map((token) => token.split('.')))
      await element.locator(`[data-option="${part}"] select`).selectOption(target ?? '');
  } else if (type === 'ordering') await order(element, tokens);
  else if (type === 'fill-in' || type === 'numeric') {
    const lang = await element.evaluate(({ ownerDocument }) => ownerDocument.documentElement.lang);
    await element.locator('input').fill(typed(question, tokens[0] ?? '', lang === 'en' ? 'en' : 'km'));
  } else for (const option of tokens) await element.locator(`input[value="${option}"]`).check();
}

/** What a learner types for a token: a spelling of the page's language, or a number in its digits. */
function typed(question: string, token: string, lang: 'km' | 'en'): string {
  const found = source.questions.get(question);
  if (found?.type === 'fill-in')
    return found.spellings.find(({ id }) => id === token)?.text[lang] ?? 'ពាក្យមួយទៀត';
  return lang === 'km' ? toKhmerDigits(token) : token;
}

async function order(element: Locator, steps: readonly string[]): Promise<void> {
  const shown = () =>
    element
      .locator('[data-option]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-option')));
  // The last step goes down and up again, so that something was moved in any case.
  const last = element.locator('[data-option]').last();
  await last.locator('.order__move').first().click();
  for (const [place, id] of steps.entries()) {
    const row = element.locator(`[data-option="${id}"]`);
    for (let at = (await shown()).indexOf(id); at > place; at--)
      await row.locator('.order__move').first().click();
  }
}

export async function answerRight(screen: Screen, question: string): Promise<void> {
  await answer(screen, question, rightTokens(question));
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
