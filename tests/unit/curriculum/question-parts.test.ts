import { describe, expect, test } from 'vitest';
import { EMPTY_LOCK, extendLock, lockParts } from '../../../src/curriculum/lock.ts';
import { partIds, reasonsOf } from '../../../src/curriculum/question-parts.ts';
import { scrambled } from '../../../src/learning/draw.ts';
import { planOf } from '../../../src/learning/plan.ts';
import { RATING, source } from '../../support/curriculum.ts';
import { EXAMPLES, example } from '../../support/examples.ts';

describe('the parts of a question', () => {
  test('have letters in one space, in the order of the content; a numeric question has none', () => {
    const { questions } = extendLock(EMPTY_LOCK, lockParts([], EXAMPLES, []));
    expect(Object.values(questions).map(({ options }) => options)).toEqual([
      { receipt: 'a', slip: 'b', 'fee-paid': 'c', 'file-taken': 'd', 'name-right': 'e' },
      { greet: 'a', check: 'b', 'give-receipt': 'c' },
      { greeting: 'a', signing: 'b', filing: 'c', front: 'd', back: 'e' },
      { receipt: 'a', 'a-receipt': 'b', invoice: 'c' },
      {},
      { 'not-sure': 'a', rather: 'b', very: 'c' },
    ]);
  });

  test('keep their letters when others come and go', () => {
    const before = extendLock(EMPTY_LOCK, lockParts([], EXAMPLES, []));
    const sorting = example('categorise');
    const changed = {
      ...sorting,
      items: [...sorting.items.slice(1), { ...(sorting.items[0] ?? never()), id: 'stamping' }],
    };
    const after = extendLock(before, lockParts([], [changed], []));
    expect(after.questions[sorting.id]).toMatchObject({
      options: { greeting: 'a', signing: 'b', filing: 'c', front: 'd', back: 'e', stamping: 'f' },
      retiredOptions: ['greeting'],
    });
  });

  test('name their sources, which are checked and listed like those of options', () => {
    expect(reasonsOf(example('matching')).map(({ source: id }) => id)).toEqual([undefined, 'gift-guide']);
    expect(reasonsOf(example('numeric'))).toHaveLength(3);
    expect(reasonsOf(example('rating'))).toEqual([]);
  });
});

test('steps are never shown in their right order, and always in the same other one', () => {
  for (const { id } of EXAMPLES) {
    for (let count = 2; count <= 8; count++) {
      const order = scrambled(id, count);
      expect([...order].sort()).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(order.some((position, i) => position !== i)).toBe(true);
      expect(scrambled(id, count)).toEqual(order);
    }
  }
});

test('no lesson asks for a rating', () => {
  expect(partIds(RATING).length).toBeGreaterThan(2);
  expect(planOf(source).lessons.flatMap(({ questions }) => questions)).not.toContain(RATING.id);
});

function never(): never {
  throw new Error('the example has no items');
}
