import type { QuestionRule, ResponseState } from './types.ts';

/** Stored counts stop here: one digit is enough for every limit the question schema allows. */
export const COUNT_MAX = 9;

type Limit = Pick<QuestionRule, 'attempts'>;

/** One more, counted to 9. */
export function countUp(count: number): number {
  return Math.min(COUNT_MAX, Math.max(0, count) + 1);
}

/** How often a response may still be checked; Infinity without a limit, 0 once it was right. */
export function attemptsLeft(rule: Limit, response: ResponseState | undefined): number {
  if (response?.correct && response.tries > 0) return 0;
  if (rule.attempts === 'unlimited') return Number.POSITIVE_INFINITY;
  return Math.max(0, rule.attempts - (response?.tries ?? 0));
}

/** How often a test may still be begun after `begun` times; Infinity without a limit. */
export function testAttemptsLeft(limit: number | 'unlimited', begun: number): number {
  return limit === 'unlimited' ? Number.POSITIVE_INFINITY : Math.max(0, limit - begun);
}

/** The key stands open after a right answer or when the last attempt is used up. */
export function keyIsShown(rule: Limit, response: ResponseState | undefined): boolean {
  return response !== undefined && response.tries > 0 && attemptsLeft(rule, response) === 0;
}

/** Without a limit a learner may ask for the key after a first attempt. */
export function mayAskForKey(rule: Limit, response: ResponseState | undefined): boolean {
  if (keyIsShown(rule, response)) return true;
  return rule.attempts === 'unlimited' && (response?.tries ?? 0) > 0;
}
