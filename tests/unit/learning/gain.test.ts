import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainOf, resultOf } from '../../../src/learning/gain.ts';
import type { ResultState, TestItem } from '../../../src/learning/types.ts';

/** The item numbered `n` of the final test; its twin in the pre-test is numbered `100 + n`. */
function item(n: number, objective: string): TestItem {
  const rule = { id: `q-${n}`, type: 'single-choice' as const, objective, options: ['a'], correct: ['a'] };
  return { n, twin: 100 + n, pair: `pair-${n}`, rule: { ...rule, attempts: 1 } };
}
const ITEMS = [item(1, 'gifts'), item(2, 'speaking'), item(3, 'gifts')];
const result = (right: readonly number[], wrong: readonly number[], seed = 0xaaaa0007): ResultState => {
  return { seed, right, wrong };
};

describe('the gain of a final test against the pre-test', () => {
  it('is counted in total and by objective, each pair once before and once now', () => {
    const gain = gainOf(ITEMS, result([101], [102, 103]), result([1, 2], [3], 0xbbbb0007));
    expect(gain).toEqual({
      all: { before: 1, now: 2, total: 3 },
      byObjective: [
        { objective: 'gifts', before: 1, now: 1, total: 2 },
        { objective: 'speaking', before: 0, now: 1, total: 1 },
      ],
      whole: true,
    });
  });

  it('is unknown without a pre-test', () => {
    expect(gainOf(ITEMS, undefined, result([1], []))).toBeUndefined();
  });

  it('is unknown when the pre-test was finished after this test was begun', () => {
    expect(gainOf(ITEMS, result([101], []), result([1], [], 0xaaaa0008))).toBeUndefined();
  });

  it('is unknown when no pair is in common any more', () => {
    expect(gainOf(ITEMS, result([150], []), result([1], []))).toBeUndefined();
  });

  it('compares only pairs that both asked, and says that it is not the whole', () => {
    const gain = gainOf(ITEMS, result([101], [199]), result([1, 2], [3]));
    expect(gain).toEqual({
      all: { before: 1, now: 1, total: 1 },
      byObjective: [{ objective: 'gifts', before: 1, now: 1, total: 1 }],
      whole: false,
    });
  });

  it('never counts more right than were asked, and sums to what its objectives sum to', () => {
    const some = fc.subarray([1, 2, 3]);
    fc.assert(
      fc.property(some, some, some, some, (preRight, preWrong, right, wrong) => {
        const twins = (numbers: readonly number[]) => numbers.map((n) => 100 + n);
        const gain = gainOf(ITEMS, result(twins(preRight), twins(preWrong)), result(right, wrong));
        if (!gain) return;
        for (const { before, now, total } of [gain.all, ...gain.byObjective]) {
          expect(Math.max(before, now)).toBeLessThanOrEqual(total);
        }
        for (const field of ['before', 'now', 'total'] as const) {
          expect(gain.byObjective.reduce((sum, row) => sum + row[field], 0)).toBe(gain.all[field]);
        }
      }),
    );
  });
});

describe('what is kept of a finished attempt', () => {
  it('is each question it asked, right or wrong, by number', () => {
    const correct = new Map([
      ['q-3', true],
      ['q-1', true],
    ]);
    expect(resultOf(7, [...ITEMS].reverse(), correct)).toEqual({ seed: 7, right: [1, 3], wrong: [2] });
  });
});
