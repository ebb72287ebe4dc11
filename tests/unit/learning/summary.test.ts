import { describe, expect, it } from 'vitest';
import type { EntryKey, EntryValue } from '../../../src/learning/snapshot.ts';
import { summaryOf } from '../../../src/learning/summary.ts';

const LESSONS = [
  { id: 'one', questions: ['q'], dilemmas: [] },
  { id: 'two', questions: [], dilemmas: [] },
];
const summary = (entries: readonly [EntryKey, EntryValue][]) => summaryOf(LESSONS, new Map(entries));
const test = { seed: 1, count: 2, open: false, last: 40 };

describe('the summary of a module', () => {
  it('of an empty record says that nothing was begun', () => {
    expect(summary([])).toEqual({
      read: 0,
      total: 2,
      begun: false,
      completed: false,
      pre: null,
      final: null,
      seconds: 0,
      place: undefined,
      completedOn: undefined,
    });
  });

  it('adds up the time of all devices, and takes the best of each test', () => {
    expect(
      summary([
        ['seen/two', true],
        ['seen/one', true],
        ['test/pre', { ...test, best: 40 }],
        ['test/post', { ...test, best: 70 }],
        ['outcome', { completion: 'completed', success: 'passed', score: 90 }],
        ['completed', { on: '2026-11-22' }],
        ['time/aaaa', { seconds: 61 }],
        ['time/bbbb', { seconds: 9 }],
        ['place', { lesson: 'two', anchor: 'two--here' }],
      ]),
    ).toEqual({
      read: 1,
      total: 2,
      begun: true,
      completed: true,
      pre: 40,
      final: 90,
      seconds: 70,
      place: { lesson: 'two', anchor: 'two--here' },
      completedOn: '2026-11-22',
    });
  });
});
