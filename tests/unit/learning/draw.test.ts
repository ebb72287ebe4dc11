import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DrawnItem,
  drawOrder,
  drawPairs,
  drawsAlike,
  drawTest,
  seedFor,
  seedLike,
} from '../../../src/learning/draw.ts';

/** A test of 1 to 5 objectives with 1 to 6 pairs each, and how many of each are drawn. */
const banks = fc
  .array(fc.record({ pairs: fc.integer({ min: 1, max: 6 }), drawn: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((objectives) => {
    const items = objectives.flatMap(({ pairs }, o) =>
      Array.from({ length: pairs }, (_, p) => item(`pair-${o}-${p}`, `objective-${o}`)),
    );
    const draw: Record<string, number> = {};
    objectives.forEach(({ pairs, drawn }, o) => {
      draw[`objective-${o}`] = Math.min(pairs, drawn);
    });
    return { items, draw };
  });

/** The item of a pair in one of its forms. */
function item(pair: string, objective: string, form = 'a'): DrawnItem {
  const options = ['one', 'two', 'three'];
  return { pair, rule: { id: `${pair}-${form}`, type: 'single-choice', objective, options } };
}

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
    const items = Array.from({ length: 20 }, (_, i) => item(`q-${i}`, 'objective'));
    const { options } = drawTest(7, items, { draw: {}, shuffle: true });
    expect(new Set(Array.from(options.values(), (order) => order.join())).size).toBeGreaterThan(4);
    expect(seedFor(7, 'q-1')).not.toBe(seedFor(7, 'q-2'));
    expect(seedFor(7, 'q-1')).not.toBe(seedFor(8, 'q-1'));
  });

  it('leaves true and false where they are', () => {
    const rule = { id: 'q', type: 'true-false' as const, objective: 'o', options: ['true', 'false'] };
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawTest(seed, [{ pair: 'q', rule }], { draw: {}, shuffle: true });
        expect(draw.options.get('q')).toEqual([0, 1]);
      }),
    );
  });
});

describe('a test that draws some of its pairs', () => {
  it('asks exactly the number set for each objective, each question once', () => {
    fc.assert(
      fc.property(seeds, banks, fc.boolean(), (seed, { items, draw }, shuffle) => {
        const { questions } = drawTest(seed, items, { draw, shuffle });
        expect(new Set(questions).size).toBe(questions.length);
        const asked: Record<string, number> = {};
        for (const at of questions) {
          const objective = items[at]?.rule.objective ?? '?';
          asked[objective] = (asked[objective] ?? 0) + 1;
        }
        expect(asked).toEqual(draw);
      }),
    );
  });

  it('is the same for the same seed: a resumed attempt goes on where it was', () => {
    fc.assert(
      fc.property(seeds, banks, (seed, { items, draw }) => {
        const set = { draw, shuffle: true };
        expect(drawTest(seed, [...items], set)).toEqual(drawTest(seed, items, set));
      }),
    );
    // Written down: a stored seed must still mean these pairs after an update.
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((pair) => item(pair, 'o'));
    expect([...drawPairs(1, items, { o: 3 })]).toEqual(['b', 'a', 'f']);
    expect([...drawPairs(0xffffffff, items, { o: 3 })]).toEqual(['c', 'd', 'f']);
  });

  it('asks every one of six questions for some seed, none of them far more often than the others', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((pair) => item(pair, 'o'));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 1200; seed++) {
      for (const pair of drawPairs(seed, items, { o: 1 })) times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    expect(Math.min(...times.values())).toBeGreaterThan(120);
  });

  it('does not depend on the order in which an author wrote the questions', () => {
    fc.assert(
      fc.property(seeds, banks, (seed, { items, draw }) => {
        const backwards = [...items].reverse();
        const drawn = [...drawPairs(seed, items, draw)].sort();
        expect([...drawPairs(seed, backwards, draw)].sort()).toEqual(drawn);
      }),
    );
  });

  it('keeps what it draws when a pair is added, but for the place the new one takes', () => {
    fc.assert(
      fc.property(seeds, banks, (seed, { items, draw }) => {
        const before = drawPairs(seed, items, draw);
        const after = drawPairs(seed, [...items, item('one-more', 'objective-0')], draw);
        const gone = [...before].filter((pair) => !after.has(pair));
        expect(gone.length).toBe(after.has('one-more') ? 1 : 0);
      }),
    );
  });

  it('asks all of an objective that is not named', () => {
    const items = [item('a', 'o'), item('b', 'o'), item('c', 'p')];
    expect(drawPairs(3, items, { p: 1 }).size).toBe(3);
  });

  it('keeps the authored order of questions and options where nothing is shuffled', () => {
    fc.assert(
      fc.property(seeds, banks, (seed, { items, draw }) => {
        const { questions, options } = drawTest(seed, items, { draw, shuffle: false });
        expect([...questions].sort((a, b) => a - b)).toEqual(questions);
        expect([...options.values()].every((order) => order.join() === '0,1,2')).toBe(true);
      }),
    );
  });
});

describe('the final test after a pre-test', () => {
  it('asks the twins of what the pre-test asked, in an order of its own', () => {
    const orders = new Set<boolean>();
    fc.assert(
      fc.property(seeds, seeds, banks, (pre, random, { items, draw }) => {
        const twins = items.map(({ pair, rule }) => item(pair, rule.objective, 'b'));
        const post = seedLike(pre, random);
        const set = { draw, shuffle: true };
        const before = drawTest(pre, items, set).questions.map((at) => items[at]?.pair);
        const now = drawTest(post, twins, set).questions.map((at) => twins[at]?.pair);
        expect([...now].sort()).toEqual([...before].sort());
        expect(drawsAlike(pre, post)).toBe(true);
        orders.add(now.join() === before.join());
      }),
    );
    expect(orders.has(false)).toBe(true);
  });

  it('is told from one that was begun with pairs of its own', () => {
    fc.assert(
      fc.property(seeds, seeds, (a, b) => {
        expect(drawsAlike(a, b)).toBe((a & 0xffff) === (b & 0xffff));
        expect(seedLike(a, b)).toBeGreaterThanOrEqual(0);
        expect(Number.isSafeInteger(seedLike(a, b))).toBe(true);
      }),
    );
  });
});
