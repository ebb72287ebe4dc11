import type { Outcome } from './types.ts';

export const SUCCESS = ['unknown', 'failed', 'passed'] as const;

/** The higher of two scores; null is lower than any. */
export function bestScore(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}

/** The best of both: nothing that either has reached is taken back. */
export function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  const success = SUCCESS[Math.max(SUCCESS.indexOf(a.success), SUCCESS.indexOf(b.success))];
  return {
    completion: a.completion === 'completed' ? a.completion : b.completion,
    success: success ?? 'unknown',
    score: bestScore(a.score, b.score),
  };
}

export const NO_OUTCOME: Outcome = { completion: 'incomplete', success: 'unknown', score: null };
