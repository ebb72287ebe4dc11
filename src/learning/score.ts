import type { QuestionType } from '../curriculum/schema/question.ts';
import { creditOf, storedCredit } from './credit.ts';
import type { QuestionRule, ResponseState } from './types.ts';

/** Right answers to the questions of one objective, within one attempt. */
export interface ObjectiveResult {
  readonly objective: string;
  readonly correct: number;
  readonly total: number;
}

/** Whether a response earns full credit (credit.ts says how each type counts). */
export function isCorrect(
  type: QuestionType,
  correct: readonly string[],
  chosen: readonly string[],
): boolean {
  return creditOf(type, correct, chosen) === 1;
}

/** A checked response: options of a choice once each and in the question's own order, and how right they are. */
export function scoreResponse(
  rule: Pick<QuestionRule, 'type' | 'options' | 'correct'>,
  chosen: readonly string[],
): Pick<ResponseState, 'options' | 'correct' | 'credit'> {
  const earned = creditOf(rule.type, rule.correct, chosen);
  const credit = storedCredit(earned);
  return {
    options: rule.options.length > 0 ? rule.options.filter((id) => chosen.includes(id)) : chosen,
    correct: earned === 1,
    ...(credit !== undefined && { credit }),
  };
}

/** Percent right, 0..100, rounded half up; 0 for a test without questions. */
export function testScore(results: ReadonlyMap<string, boolean>): number {
  if (results.size === 0) return 0;
  let right = 0;
  for (const correct of results.values()) if (correct) right += 1;
  return Math.round((right * 100) / results.size);
}

/** Results by objective, in the order in which the rules first name them; a missing answer counts as wrong. */
export function objectiveResults(
  rules: readonly Pick<QuestionRule, 'id' | 'objective'>[],
  results: ReadonlyMap<string, boolean>,
): ObjectiveResult[] {
  const byObjective = new Map<string, ObjectiveResult>();
  for (const { id, objective } of rules) {
    const so = byObjective.get(objective) ?? { objective, correct: 0, total: 0 };
    const correct = so.correct + (results.get(id) ? 1 : 0);
    byObjective.set(objective, { objective, correct, total: so.total + 1 });
  }
  return Array.from(byObjective.values());
}
