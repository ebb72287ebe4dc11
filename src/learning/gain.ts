import { drawsAlike } from './draw.ts';
import type { ResultState, TestItem } from './types.ts';

/** Right answers before and now, of as many questions each time. */
export interface Compared {
  readonly before: number;
  readonly now: number;
  readonly total: number;
}

export interface Gain {
  readonly all: Compared;
  /** In the order in which the items first name them. */
  readonly byObjective: readonly (Compared & { readonly objective: string })[];
  /** False when the test also asked pairs that the pre-test did not (its content has changed since). */
  readonly whole: boolean;
}

/**
 * What a final test shows against the pre-test. Only pairs that both asked are compared: one form before, its twin now.
 *
 * @param items of the final test
 * @returns undefined where nothing can be compared: no pre-test, one finished after this test was begun (it draws pairs
 * of its own), or no pair in common
 */
export function gainOf(
  items: readonly TestItem[],
  pre: ResultState | undefined,
  post: ResultState,
): Gain | undefined {
  if (!pre || !drawsAlike(pre.seed, post.seed)) return undefined;
  const before = answersOf(pre);
  const now = answersOf(post);
  const byObjective = new Map<string, Compared & { readonly objective: string }>();
  let all: Compared = { before: 0, now: 0, total: 0 };
  for (const { n, twin, rule } of items) {
    const [then, since] = [before.get(twin), now.get(n)];
    if (then === undefined || since === undefined) continue;
    const { objective } = rule;
    const so = byObjective.get(objective) ?? { objective, before: 0, now: 0, total: 0 };
    byObjective.set(objective, { objective, ...counted(so, then, since) });
    all = counted(all, then, since);
  }
  if (all.total === 0) return undefined;
  return { all, byObjective: Array.from(byObjective.values()), whole: all.total === now.size };
}

function counted(so: Compared, then: boolean, now: boolean): Compared {
  return { before: so.before + (then ? 1 : 0), now: so.now + (now ? 1 : 0), total: so.total + 1 };
}

/** Number of a question → whether it was right. */
function answersOf({ right, wrong }: ResultState): Map<number, boolean> {
  const answers = new Map<number, boolean>();
  for (const n of wrong) answers.set(n, false);
  for (const n of right) answers.set(n, true);
  return answers;
}

/** What is kept of a finished attempt. */
export function resultOf(
  seed: number,
  asked: readonly Pick<TestItem, 'n' | 'rule'>[],
  correct: ReadonlyMap<string, boolean>,
): ResultState {
  const numbers = (right: boolean) =>
    asked
      .filter(({ rule }) => (correct.get(rule.id) ?? false) === right)
      .map(({ n }) => n)
      .sort((a, b) => a - b);
  return { seed, right: numbers(true), wrong: numbers(false) };
}
