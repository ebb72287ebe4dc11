import type { QuestionRule } from './types.ts';

/** The order of a test's questions and of each question's options, as positions in the authored lists. */
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

/** The whole draw of an attempt; true-or-false keeps its order. */
export function drawTest(
  seed: number,
  questions: readonly Pick<QuestionRule, 'id' | 'type' | 'options'>[],
): TestDraw {
  const options = new Map<string, readonly number[]>();
  for (const { id, type, options: own } of questions) {
    const authored = own.map((_, position) => position);
    options.set(id, type === 'true-false' ? authored : drawOrder(seedFor(seed, id), own.length));
  }
  return { questions: drawOrder(seed, questions.length), options };
}
