import { describe, expect, it } from 'vitest';
import {
  attemptsLeft,
  countUp,
  keyIsShown,
  mayAskForKey,
  testAttemptsLeft,
} from '../../../src/learning/attempts.ts';

const wrong = (tries: number) => ({ options: ['a'], correct: false, tries });
const right = (tries: number) => ({ options: ['b'], correct: true, tries });

describe('attempts at a question', () => {
  it('run out at the limit', () => {
    const rule = { attempts: 2 };
    expect(attemptsLeft(rule, undefined)).toBe(2);
    expect(attemptsLeft(rule, wrong(1))).toBe(1);
    expect(attemptsLeft(rule, wrong(2))).toBe(0);
    expect(attemptsLeft(rule, wrong(9))).toBe(0);
  });

  it('end with a right answer', () => {
    expect(attemptsLeft({ attempts: 3 }, right(1))).toBe(0);
    expect(attemptsLeft({ attempts: 'unlimited' }, right(1))).toBe(0);
  });

  it('never run out without a limit', () => {
    expect(attemptsLeft({ attempts: 'unlimited' }, wrong(9))).toBe(Number.POSITIVE_INFINITY);
  });

  it('show the key after a right answer or the last attempt, not before', () => {
    expect(keyIsShown({ attempts: 2 }, undefined)).toBe(false);
    expect(keyIsShown({ attempts: 2 }, wrong(1))).toBe(false);
    expect(keyIsShown({ attempts: 2 }, wrong(2))).toBe(true);
    expect(keyIsShown({ attempts: 'unlimited' }, wrong(9))).toBe(false);
    expect(keyIsShown({ attempts: 'unlimited' }, right(1))).toBe(true);
  });

  it('let a learner ask for the key after one try where there is no limit', () => {
    expect(mayAskForKey({ attempts: 'unlimited' }, undefined)).toBe(false);
    expect(mayAskForKey({ attempts: 'unlimited' }, wrong(1))).toBe(true);
    expect(mayAskForKey({ attempts: 2 }, wrong(1))).toBe(false);
  });

  it('hide the key again when a new test attempt cleared the answer', () => {
    expect(keyIsShown({ attempts: 1 }, { options: [], correct: false, tries: 0 })).toBe(false);
    expect(attemptsLeft({ attempts: 1 }, { options: [], correct: false, tries: 0 })).toBe(1);
  });

  it('are counted to 9', () => {
    expect([0, 1, 8, 9, 12].map(countUp)).toEqual([1, 2, 9, 9, 9]);
  });
});

describe('attempts at a test', () => {
  it('run out at the limit of its set, and never where it has none', () => {
    expect([0, 1, 2, 3].map((begun) => testAttemptsLeft(2, begun))).toEqual([2, 1, 0, 0]);
    expect(testAttemptsLeft('unlimited', 9)).toBe(Number.POSITIVE_INFINITY);
  });
});
