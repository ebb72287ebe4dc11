import { bestScore, NO_OUTCOME } from './outcome.ts';
import { lessonProgress } from './progress.ts';
import { type Values, valueAt } from './snapshot.ts';
import type { ModulePlan, PlaceState } from './types.ts';

/** What a learner has done in a module, in numbers. */
export interface ModuleSummary {
  /** Lessons read. */
  readonly read: number;
  readonly total: number;
  /** Whether anything is recorded at all. */
  readonly begun: boolean;
  readonly completed: boolean;
  /** Best scores, 0..100; null before a first result. */
  readonly pre: number | null;
  readonly final: number | null;
  /** Studied on all devices whose records came together. */
  readonly seconds: number;
  readonly place: PlaceState | undefined;
  /** The day of completion, `2026-11-22`; unknown for one that an older release noted. */
  readonly completedOn: string | undefined;
}

export function summaryOf(lessons: ModulePlan['lessons'], values: Values): ModuleSummary {
  const outcome = valueAt(values, 'outcome') ?? NO_OUTCOME;
  return {
    read: lessons.filter((lesson) => lessonProgress(lesson, values).read).length,
    total: lessons.length,
    begun: values.size > 0,
    completed: outcome.completion === 'completed',
    pre: valueAt(values, 'test/pre')?.best ?? null,
    final: bestScore(outcome.score, valueAt(values, 'test/post')?.best ?? null),
    seconds: secondsStudied(values),
    place: valueAt(values, 'place'),
    completedOn: valueAt(values, 'completed')?.on,
  };
}

function secondsStudied(values: Values): number {
  let sum = 0;
  for (const [key, value] of values) {
    if (key.startsWith('time/') && typeof value === 'object' && 'seconds' in value) sum += value.seconds;
  }
  return sum;
}
