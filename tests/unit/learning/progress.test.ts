import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonProgress, moduleOutcome } from '../../../src/learning/progress.ts';
import { type EntryKey, type EntryValue, valuesOf } from '../../../src/learning/snapshot.ts';
import type { ModulePlan, Outcome, TestState } from '../../../src/learning/types.ts';

const PLAN: ModulePlan = {
  module: 'integrity',
  version: '1.0.0',
  passMark: 80,
  lessons: [
    { id: 'one', questions: ['q1', 'q2'], dilemmas: ['d1'] },
    { id: 'two', questions: [], dilemmas: [] },
  ],
  tests: { pre: ['p1'], post: ['t1'] },
};
const ANSWERED = { options: ['a'], correct: false, tries: 1 };
const NONE: Outcome = { completion: 'incomplete', success: 'unknown', score: null };

function test(best: number | null): TestState {
  return { seed: 1, count: 1, open: best === null, best, last: best };
}
const READ: [EntryKey, EntryValue][] = [
  ['seen/one', true],
  ['seen/two', true],
  ['answer/q1', ANSWERED],
  ['answer/q2', ANSWERED],
  ['dilemma/d1', { scene: 'end', ends: ['end'] }],
];
const without = (key: EntryKey) => new Map(READ.filter(([other]) => other !== key));
const withTest = (best: number | null) => new Map([...READ, ['test/post', test(best)] as const]);

describe('a lesson', () => {
  const [lesson = { id: '', questions: [], dilemmas: [] }] = PLAN.lessons;

  it('is read when it was seen and its activities are done', () => {
    expect(lessonProgress(lesson, new Map(READ))).toEqual({ read: true, started: true, left: 0 });
  });

  it.each(['answer/q1', 'dilemma/d1'] as const)('is not read without %s', (key) => {
    expect(lessonProgress(lesson, without(key))).toEqual({ read: false, started: true, left: 1 });
  });

  it('is not read before its last section was shown', () => {
    expect(lessonProgress(lesson, without('seen/one'))).toEqual({ read: false, started: true, left: 0 });
  });

  it('does not count an answer that was cleared, nor a dilemma without an end', () => {
    const values = new Map(READ);
    values.set('answer/q1', { options: [], correct: false, tries: 0 });
    values.set('dilemma/d1', { scene: 'counter', ends: [] });
    expect(lessonProgress(lesson, values)).toEqual({ read: false, started: true, left: 2 });
  });

  it('is not started when nothing of it was touched', () => {
    expect(lessonProgress(lesson, new Map())).toEqual({ read: false, started: false, left: 3 });
  });
});

describe('the outcome of a module', () => {
  it('is incomplete and unknown at first, and after opening and closing', () => {
    expect(moduleOutcome(PLAN, new Map())).toEqual(NONE);
    const opened = new Map<EntryKey, EntryValue>([['place', { lesson: 'one' }]]);
    expect(moduleOutcome(PLAN, opened)).toEqual(NONE);
  });

  it('stays incomplete when all is read and no final test was taken', () => {
    expect(moduleOutcome(PLAN, new Map(READ))).toEqual(NONE);
    expect(moduleOutcome(PLAN, withTest(null))).toEqual(NONE);
  });

  it('is failed below the pass mark and passed at it', () => {
    expect(moduleOutcome(PLAN, withTest(79))).toEqual({
      completion: 'incomplete',
      success: 'failed',
      score: 79,
    });
    expect(moduleOutcome(PLAN, withTest(80))).toEqual({
      completion: 'completed',
      success: 'passed',
      score: 80,
    });
  });

  it('is passed but not complete while a lesson is unread', () => {
    const values = withTest(100);
    values.delete('seen/two');
    expect(moduleOutcome(PLAN, values)).toEqual({ completion: 'incomplete', success: 'passed', score: 100 });
  });

  it('does not look at the pre-test', () => {
    const values = new Map([...READ, ['test/pre', test(100)] as const]);
    expect(moduleOutcome(PLAN, values)).toEqual(NONE);
  });

  it('is complete by reading alone where a module has no final test', () => {
    const plan = { ...PLAN, tests: { pre: [], post: [] } };
    expect(moduleOutcome(plan, new Map(READ)).completion).toBe('completed');
  });

  it('is not taken back by lost answers, a lower score or a higher pass mark', () => {
    const done: Outcome = { completion: 'completed', success: 'passed', score: 85 };
    expect(moduleOutcome(PLAN, new Map(), done)).toEqual(done);
    expect(moduleOutcome({ ...PLAN, passMark: 90 }, withTest(40), done)).toEqual(done);
  });

  it('goes on from the stored outcome when no other is given', () => {
    const stored = { completion: 'completed', success: 'passed', score: 85 } as const;
    expect(moduleOutcome(PLAN, new Map([['outcome', stored]]))).toEqual(stored);
  });

  it('rises from failed to passed', () => {
    const failed: Outcome = { completion: 'incomplete', success: 'failed', score: 50 };
    expect(moduleOutcome(PLAN, withTest(90), failed)).toEqual({
      completion: 'completed',
      success: 'passed',
      score: 90,
    });
  });

  it('never falls, whatever happens in whatever order', () => {
    const rank = { unknown: 0, failed: 1, passed: 2, incomplete: 0, completed: 1 };
    const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
    const state = fc.tuple(fc.subarray(READ), score).map(([some, best]) => {
      return new Map<EntryKey, EntryValue>([...some, ['test/post', test(best)]]);
    });
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), (states) => {
        let before = NONE;
        for (const values of states) {
          const after = moduleOutcome(PLAN, values, before);
          expect(rank[after.completion]).toBeGreaterThanOrEqual(rank[before.completion]);
          expect(rank[after.success]).toBeGreaterThanOrEqual(rank[before.success]);
          expect(after.score ?? -1).toBeGreaterThanOrEqual(before.score ?? -1);
          before = after;
        }
      }),
    );
  });
});

describe('the values of a snapshot', () => {
  it('are its entries without revision and device', () => {
    const entry = { key: 'seen/one', value: true, revision: 3, device: 'abcd' } as const;
    expect(valuesOf(new Map([['seen/one', entry]]))).toEqual(new Map([['seen/one', true]]));
  });
});
