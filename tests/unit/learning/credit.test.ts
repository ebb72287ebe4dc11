import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionType } from '../../../src/curriculum/schema/question.ts';
import { creditOf, pairToken, storedCredit } from '../../../src/learning/credit.ts';
import { keyOf, rangeOf } from '../../../src/learning/plan.ts';
import { EXAMPLES, example } from '../../support/examples.ts';

/** A response of a type to a key: tokens that are right, wrong, unknown, too many or too few. */
const someResponse = (key: readonly string[]) => {
  const parts = key.flatMap((token) => token.split('.'));
  const id = fc.constantFrom(...parts, 'unknown', 'other');
  const token = fc.oneof(
    fc.constantFrom(...key),
    id,
    fc.tuple(id, id).map(([part, target]) => pairToken(part, target)),
    fc.integer().map(String),
  );
  return fc.array(token, { maxLength: 6 });
};

describe.each(EXAMPLES.filter(({ type }) => type !== 'rating').map((q) => [q.type, q] as const))(
  'credit for %s',
  (type, question) => {
    const key = keyOf(question);
    /** A right response; a numeric key is a range, and of spellings one is enough. */
    const right = type === 'numeric' || type === 'fill-in' ? key.slice(0, 1) : key;
    const credit = (response: readonly string[]) => creditOf(type, key, response);

    it('is full for the key, and nothing for no answer', () => {
      expect(credit(right)).toBe(1);
      expect(credit([])).toBe(0);
    });

    it('is never less than 0 nor more than 1', () => {
      fc.assert(
        fc.property(someResponse(key), (response) => {
          expect(credit(response)).toBeGreaterThanOrEqual(0);
          expect(credit(response)).toBeLessThanOrEqual(1);
        }),
      );
    });

    it('is not raised by a token that names nothing', () => {
      fc.assert(
        fc.property(someResponse(key), fc.nat(6), (response, at) => {
          for (const unknown of ['unknown', 'unknown.unknown', pairToken('receipt', 'unknown')]) {
            const longer = [...response.slice(0, at), unknown];
            expect(credit(longer)).toBeLessThanOrEqual(credit(response.slice(0, at)));
          }
        }),
      );
    });
  },
);

describe('full credit', () => {
  const isRight = (type: QuestionType, response: readonly string[]) =>
    creditOf(type, keyOf(example(type)), response) === 1;

  it.each(['matching', 'categorise'] as const)(
    'for %s is had by all right pairs and no other, in any order',
    (type) => {
      const key = keyOf(example(type));
      fc.assert(
        fc.property(fc.shuffledSubarray(key, { minLength: key.length }), (order) => {
          expect(isRight(type, order)).toBe(true);
        }),
      );
      fc.assert(
        fc.property(someResponse(key), (response) => {
          const whole = key.every((token) => response.includes(token));
          const parts = response.map((token) => token.split('.')[0]);
          const clear = key.every((token) => {
            const [part] = token.split('.');
            return new Set(response.filter((_, i) => parts[i] === part)).size === 1;
          });
          expect(isRight(type, response)).toBe(whole && clear);
        }),
      );
    },
  );

  it('for ordering is had by the right order alone', () => {
    const key = keyOf(example('ordering'));
    fc.assert(
      fc.property(fc.shuffledSubarray(key), (order) => {
        expect(isRight('ordering', order)).toBe(order.join() === key.join());
      }),
    );
  });

  it('for fill-in is had by one accepted spelling', () => {
    expect(isRight('fill-in', ['a-receipt'])).toBe(true);
    for (const wrong of [['invoice'], ['other'], ['receipt', 'a-receipt'], ['receipt', 'receipt']])
      expect(isRight('fill-in', wrong)).toBe(false);
  });

  it('for numeric is had by every number within the tolerance, both ends included', () => {
    const range = rangeOf({ value: 10, tolerance: 1.5 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (tenths) => {
        const typed = String(tenths / 10);
        expect(creditOf('numeric', range, [typed])).toBe(tenths >= 85 && tenths <= 115 ? 1 : 0);
      }),
    );
    for (const wrong of ['', 'other', '1e1', '10,0', ' 10', 'NaN', 'Infinity'])
      expect(creditOf('numeric', range, [wrong])).toBe(0);
  });

  it('for a range of decimals does not suffer from binary fractions', () => {
    expect(rangeOf({ value: 0.3, tolerance: 0.1 })).toEqual(['0.2', '0.4']);
  });
});

describe('partial credit', () => {
  it('is the share of stems with their own option', () => {
    const key = ['a.x', 'b.y', 'c.x'];
    expect(creditOf('matching', key, ['c.x', 'a.y', 'b.y'])).toBeCloseTo(2 / 3);
    expect(creditOf('matching', key, ['a.x', 'a.y', 'b.y'])).toBeCloseTo(1 / 3);
  });

  it('is the share of steps in their right place, counted from the first', () => {
    const key = ['a', 'b', 'c', 'd'];
    expect(creditOf('ordering', key, ['a', 'c', 'b', 'd'])).toBe(0.5);
    expect(creditOf('ordering', key, ['b', 'c', 'd', 'a'])).toBe(0);
    expect(creditOf('ordering', key, ['a', 'b', 'c', 'd', 'e'])).toBe(0.8);
  });

  it('does not exist for choices, words and numbers', () => {
    expect(creditOf('multiple-choice', ['a', 'b'], ['a'])).toBe(0);
    expect(creditOf('rating', [], ['very'])).toBe(0);
  });

  it('is stored as percent, and not where right or wrong says it all', () => {
    expect(storedCredit(2 / 3)).toBe(67);
    expect(storedCredit(0.999)).toBe(99);
    expect(storedCredit(0.001)).toBe(1);
    expect([storedCredit(0), storedCredit(1)]).toEqual([undefined, undefined]);
  });
});
