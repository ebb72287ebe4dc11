import type { Frame, Page } from '@playwright/test';
import type { TestData } from '../../src/components/test/test.ts';
import { source } from './curriculum.ts';

export type Form = 'pre' | 'post';
type Change = Partial<TestData['set']> & { readonly hint?: string };

/**
 * Serves the pages and packages that were built as if their author had set up the tests in another way: what
 * `module.yaml` says stands in the page as data.
 */
export async function setUp(page: Page, changes: Readonly<Partial<Record<Form, Change>>>): Promise<void> {
  await page.route(/(pre-test|final-test)\/(#.*)?$|index\.html/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/(data-test(?:="")?>)(\{[^<]*)/g, (_, opening: string, json: string) => {
      const data = JSON.parse(json) as TestData;
      const { hint, ...change } = changes[data.set.form] ?? {};
      const questions = data.questions.map((question) => ({ ...question, ...(hint && { hint }) }));
      const changed = { ...data, questions, set: { ...data.set, ...change } };
      return opening + JSON.stringify(changed).replace(/</g, '\\u003c');
    });
    await route.fulfill({ response, body });
  });
}

/** One pair of each objective. */
export const ONE_OF_EACH: Readonly<Record<string, number>> = Object.fromEntries(
  source.module.objectives.map(({ id }) => [id, 1]),
);

export const pairOf = (question: string): string => source.questions.get(question)?.pair ?? '';

export const objectiveOf = (question: string): string => source.questions.get(question)?.objective ?? '';

/** Numbers of a row of the result's table: `[before, of, now, of]`, or `[now, of]` without a pre-test. */
export async function rowOf(screen: Page | Frame, objective: string): Promise<number[]> {
  const cells = screen.locator(`.test__objectives:visible tr[data-objective="${objective}"] td`);
  const texts = await cells.allTextContents();
  return texts.flatMap((text) => [...text.matchAll(/[0-9០-៩]+/g)].map(([digits]) => westernNumber(digits)));
}

function westernNumber(digits: string): number {
  return Number(digits.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0)));
}
