import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrder, drawTest, seedFor } from '../../../src/learning/draw.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('a draw', () => {
  it('is the same for the same seed, on every device and in every release', () => {
    // Written down: a stored seed must still mean this order after an update.
    expect(drawOrder(1, 6)).toEqual([5, 4, 1, 2, 0, 3]);
    expect(drawOrder(0xffffffff, 6)).toEqual([2, 3, 5, 0, 4, 1]);
  });

  it('holds every position once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 40 }), (seed, count) => {
        const sorted = drawOrder(seed, count).sort((a, b) => a - b);
        expect(sorted).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  it('reaches every order of four, none of them far more often than the others', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2400; seed++) {
      const order = drawOrder(seed, 4).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(24);
    expect(Math.min(...times.values())).toBeGreaterThan(50);
    expect(Math.max(...times.values())).toBeLessThan(200);
  });

  it('puts every question at every position of a test of twelve', () => {
    const reached = new Set<string>();
    for (let seed = 0; seed < 600; seed++) {
      drawOrder(seed, 12).forEach((question, position) => {
        reached.add(`${question}@${position}`);
      });
    }
    expect(reached.size).toBe(144);
  });

  it('orders the options of different questions differently', () => {
    const questions = Array.from({ length: 20 }, (_, i) => {
      return { id: `q-${i}`, type: 'single-choice' as const, options: ['a', 'b', 'c', 'd'] };
    });
    const orders = new Set(Array.from(drawTest(7, questions).options.values(), (order) => order.join()));
    expect(orders.size).toBeGreaterThan(5);
    expect(seedFor(7, 'q-1')).not.toBe(seedFor(7, 'q-2'));
    expect(seedFor(7, 'q-1')).not.toBe(seedFor(8, 'q-1'));
  });

  it('leaves true and false where they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawTest(seed, [{ id: 'q', type: 'true-false', options: ['true', 'false'] }]);
        expect(draw.options.get('q')).toEqual([0, 1]);
      }),
    );
  });
});
