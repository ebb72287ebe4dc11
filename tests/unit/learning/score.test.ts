import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrect, objectiveResults, scoreResponse, testScore } from '../../../src/learning/score.ts';

describe('a response', () => {
  it.each([
    ['single-choice', ['a'], ['a'], true],
    ['single-choice', ['a'], ['b'], false],
    ['single-choice', ['a'], [], false],
    ['single-choice', ['a'], ['a', 'b'], false],
    ['single-choice', ['a'], ['a', 'a'], true],
    ['true-false', ['true'], ['true'], true],
    ['true-false', ['true'], ['false'], false],
    ['multiple-choice', ['a', 'b'], ['b', 'a'], true],
    ['multiple-choice', ['a', 'b'], ['a'], false],
    ['multiple-choice', ['a', 'b'], ['a', 'b', 'c'], false],
    ['multiple-choice', ['a', 'b'], ['a', 'c'], false],
    ['multiple-choice', ['a', 'b'], [], false],
    ['multiple-choice', ['a', 'b'], ['a', 'a'], false],
    ['multiple-choice', ['a'], ['no-such-option'], false],
  ] as const)(
    'to a %s question with the key %j and the choice %j is right: %s',
    (type, key, chosen, right) => {
      expect(isCorrect(type, key, chosen)).toBe(right);
    },
  );

  it('is kept in the order of the question, each known option once', () => {
    const rule = { type: 'multiple-choice', options: ['a', 'b', 'c'], correct: ['a', 'c'] } as const;
    expect(scoreResponse(rule, ['c', 'a', 'c'])).toEqual({ options: ['a', 'c'], correct: true });
    expect(scoreResponse(rule, ['c', 'gone', 'a'])).toEqual({ options: ['a', 'c'], correct: false });
  });
});

describe('a test score', () => {
  const results = (right: number, total: number) =>
    new Map(Array.from({ length: total }, (_, i) => [`q-${i}`, i < right] as const));

  it('is the rounded percentage of right answers', () => {
    expect(testScore(results(0, 12))).toBe(0);
    expect(testScore(results(12, 12))).toBe(100);
    expect(testScore(results(2, 3))).toBe(67);
    expect(testScore(results(1, 8))).toBe(13);
  });

  it('is 0 for a test without questions', () => {
    expect(testScore(new Map())).toBe(0);
  });

  it('is a whole number from 0 to 100 that only grows with right answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (total, some) => {
        const right = some % (total + 1);
        const score = testScore(results(right, total));
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        if (right > 0) expect(testScore(results(right - 1, total))).toBeLessThan(score);
      }),
    );
  });
});

describe('results by objective', () => {
  it('count right answers and all questions, in the order in which objectives appear', () => {
    const rules = [
      { id: 'q1', objective: 'tell-gifts' },
      { id: 'q2', objective: 'speak-up' },
      { id: 'q3', objective: 'tell-gifts' },
    ];
    const results = new Map([
      ['q1', true],
      ['q3', false],
    ]);
    expect(objectiveResults(rules, results)).toEqual([
      { objective: 'tell-gifts', correct: 1, total: 2 },
      { objective: 'speak-up', correct: 0, total: 1 },
    ]);
  });
});
