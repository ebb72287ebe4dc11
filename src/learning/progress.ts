import { bestScore, joinOutcomes, NO_OUTCOME } from './outcome.ts';
import { type Values, valueAt } from './snapshot.ts';
import type { ModulePlan, Outcome } from './types.ts';

type LessonPlan = ModulePlan['lessons'][number];

export interface LessonProgress {
  /** Seen to its end, and nothing left to do. */
  readonly read: boolean;
  /** Seen, or any of its activities touched. */
  readonly started: boolean;
  /** Required activities not yet answered or ended. */
  readonly left: number;
}

export function lessonProgress(lesson: LessonPlan, values: Values): LessonProgress {
  const answered = lesson.questions.filter((id) => (valueAt(values, `answer/${id}`)?.tries ?? 0) > 0).length;
  const ended = lesson.dilemmas.filter(
    (id) => (valueAt(values, `dilemma/${id}`)?.ends.length ?? 0) > 0,
  ).length;
  const left = lesson.questions.length + lesson.dilemmas.length - answered - ended;
  const seen = valueAt(values, `seen/${lesson.id}`) === true;
  const touched = answered > 0 || lesson.dilemmas.some((id) => values.has(`dilemma/${id}`));
  return { read: seen && left === 0, started: seen || touched, left };
}

/**
 * What the module amounts to: complete when all its lessons are read and the best final test reaches the pass mark
 * (a module without a final test: when all are read). Never lowers a score nor takes back what `previous` reached.
 */
export function moduleOutcome(plan: ModulePlan, values: Values, previous?: Outcome): Outcome {
  const before = previous ?? valueAt(values, 'outcome') ?? NO_OUTCOME;
  const score = bestScore(before.score, valueAt(values, 'test/post')?.best ?? null);
  const passed = score !== null && score >= plan.passMark;
  const read = plan.lessons.every((lesson) => lessonProgress(lesson, values).read);
  const tested = passed || plan.tests.post.length === 0;
  return joinOutcomes(before, {
    completion: read && tested ? 'completed' : 'incomplete',
    success: score === null ? 'unknown' : passed ? 'passed' : 'failed',
    score,
  });
}
