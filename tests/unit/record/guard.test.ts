import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFrom, isEntryKey, isEntryValue } from '../../../src/record/guard.ts';
import { anyEntryOfAll } from '../../support/arbitrary.ts';

const TEST = { seed: 1, count: 2, open: true, best: null, last: 50 };
const RESULT = { seed: 1, right: [1, 4], wrong: [] };

describe('what comes back from a store', () => {
  it('is taken when it is what the record writes', () => {
    fc.assert(
      fc.property(anyEntryOfAll, ({ key, value, revision, device }) => {
        const stored: unknown = JSON.parse(JSON.stringify({ v: value, r: revision, d: device }));
        expect(entryFrom(key, stored)).toEqual({ key, value, revision, device });
      }),
    );
  });

  it.each([
    ['seen/one', {}],
    ['answer/one', { options: [1], correct: true, tries: 1 }],
    ['answer/one', { options: [], correct: 'yes', tries: 1 }],
    ['answer/one', { options: [], correct: true, tries: 1.5 }],
    ['answer/one', { options: [], correct: true, tries: 10 }],
    ['dilemma/one', { scene: 'a' }],
    ['test/pre', { ...TEST, seed: 0.5 }],
    ['test/pre', { ...TEST, best: 101 }],
    ['test/pre', { ...TEST, last: undefined }],
    ['test/pre', RESULT],
    ['result/pre', TEST],
    ['result/pre', { ...RESULT, right: ['1'] }],
    ['result/pre', { ...RESULT, wrong: undefined }],
    ['result/pre', { ...RESULT, seed: '1' }],
    ['place', { lesson: 1 }],
    ['place', { lesson: 'a', anchor: 1 }],
    ['outcome', { completion: 'done', success: 'passed', score: 1 }],
    ['outcome', { completion: 'completed', success: 'yes', score: 1 }],
    ['outcome', { completion: 'completed', success: 'passed', score: -1 }],
    ['outcome', null],
    ['note/one/ab12', { text: 'x', on: 'today' }],
    ['completed', { on: 20261122 }],
  ] as const)('is refused when %s holds %j', (key, value) => {
    expect(isEntryValue(key, value)).toBe(false);
  });

  it.each([
    { v: RESULT, r: 0, d: 'a' },
    { v: RESULT, r: 1.5, d: 'a' },
    { v: RESULT, r: 1 },
    { r: 1, d: 'a' },
    null,
    'x',
  ])('is no entry when it is %j', (stored) => {
    expect(entryFrom('result/post', stored)).toBeUndefined();
  });

  it.each(['result/final', 'result/', 'results/pre', 'test/pre/x', 'answer/', 'constructor'])(
    'has no key %s',
    (key) => {
      expect(isEntryKey(key)).toBe(false);
    },
  );
});
