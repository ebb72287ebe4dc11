import type { QuestionRule, TestSet } from './types.ts';

/** The questions a test asks, in order, and the order of each question's options, as positions in the authored lists. */
export interface TestDraw {
  readonly questions: readonly number[];
  readonly options: ReadonlyMap<string, readonly number[]>;
}

/**
 * A stream of 32-bit numbers from a 32-bit seed: splitmix32, i.e. the finaliser of MurmurHash3 over a Weyl sequence,
 * so that neighbouring seeds give unrelated streams.
 */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** The positions 0..count-1 in an order that follows from the seed alone (Fisher–Yates). */
export function drawOrder(seed: number, count: number): number[] {
  const next = randomStream(seed);
  const order = Array.from({ length: count }, (_, position) => position);
  for (let last = count - 1; last > 0; last--) {
    const pick = Math.floor((next() / 0x100000000) * (last + 1));
    const held = order[last];
    const picked = order[pick];
    if (held === undefined || picked === undefined) continue;
    order[last] = picked;
    order[pick] = held;
  }
  return order;
}

/** A seed of its own for each name, or all questions of an attempt would be shuffled alike. */
export function seedFor(seed: number, name: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** An order that follows from a name alone, and never the right one, 0..count-1 (count: at least 2). */
export function scrambled(name: string, count: number): number[] {
  const order = drawOrder(seedFor(0, name), count);
  return order.every((position, i) => position === i) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** The half of a seed from which the pairs follow; the other half changes their order only. */
const HALF = 0xffff;

/** What a draw needs of an item. */
export interface DrawnItem {
  readonly pair: string;
  readonly rule: Pick<QuestionRule, 'id' | 'type' | 'objective' | 'options'>;
}

/**
 * The pairs an attempt asks, by name. They follow from the lower half of the seed alone, and the rank of a pair from
 * its name: neither the order of a file nor another pair moves it.
 */
export function drawPairs(
  seed: number,
  items: readonly DrawnItem[],
  draw: TestSet['draw'],
): ReadonlySet<string> {
  const byObjective = new Map<string, Set<string>>();
  for (const { pair, rule } of items) {
    byObjective.set(rule.objective, (byObjective.get(rule.objective) ?? new Set()).add(pair));
  }
  const drawn = new Set<string>();
  for (const [objective, pairs] of byObjective) {
    const ranked = Array.from(pairs, (pair) => ({ pair, rank: randomStream(seedFor(seed & HALF, pair))() }));
    ranked.sort((a, b) => a.rank - b.rank || (a.pair < b.pair ? -1 : 1));
    for (const { pair } of ranked.slice(0, draw[objective] ?? pairs.size)) drawn.add(pair);
  }
  return drawn;
}

/** A seed that draws the pairs of another attempt, in an order of its own. */
export function seedLike(other: number, random: number): number {
  return ((random & ~HALF) | (other & HALF)) >>> 0;
}

/** Whether one attempt was begun with the pairs of the other. */
export function drawsAlike(a: number, b: number): boolean {
  return (a & HALF) === (b & HALF);
}

/** The whole draw of an attempt; true-or-false keeps its order. */
export function drawTest(
  seed: number,
  items: readonly DrawnItem[],
  { draw, shuffle }: Pick<TestSet, 'draw' | 'shuffle'>,
): TestDraw {
  const pairs = drawPairs(seed, items, draw);
  const drawn = items.flatMap(({ pair }, position) => (pairs.has(pair) ? [position] : []));
  const options = new Map<string, readonly number[]>();
  for (const { rule } of items) {
    const authored = rule.options.map((_, position) => position);
    const fixed = !shuffle || rule.type === 'true-false';
    options.set(rule.id, fixed ? authored : drawOrder(seedFor(seed, rule.id), rule.options.length));
  }
  const order = shuffle ? drawOrder(seed, drawn.length).flatMap((at) => drawn[at] ?? []) : drawn;
  return { questions: order, options };
}
