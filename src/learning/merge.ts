import { bestScore, joinOutcomes } from './outcome.ts';
import type { Entry, EntryKey, EntryValue, Snapshot } from './snapshot.ts';
import type { CompletedState, Outcome, TestState } from './types.ts';

/** JSON with the keys of every object in code-unit order: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => compare(a, b));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}

/**
 * What a change of `before` into `next` may amount to: an outcome, the best score of a test and the time studied are
 * kept, never lowered, and the first day of completion stays; every other value is replaced.
 */
export function keepBest(before: EntryValue | undefined, next: EntryValue): EntryValue {
  if (isOutcome(next)) return isOutcome(before) ? joinOutcomes(before, next) : next;
  if (isTest(next)) return isTest(before) ? { ...next, best: bestScore(before.best, next.best) } : next;
  if (typeof before !== 'object' || typeof next !== 'object') return next;
  if ('seconds' in next && 'seconds' in before) return before.seconds > next.seconds ? before : next;
  if (isDay(next) && isDay(before)) return before.on < next.on ? before : next;
  return next;
}

/** The later of two entries of one key, with the best of both. Commutative, associative and idempotent. */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const order = compare(a.revision, b.revision) || compare(a.device, b.device) || compare(rank(a), rank(b));
  const [later, earlier] = order < 0 ? [b, a] : [a, b];
  const value = keepBest(earlier.value, later.value);
  return canonicalJson(value) === canonicalJson(later.value) ? later : { ...later, value };
}

export function mergeSnapshots(a: Snapshot, b: Snapshot): Map<EntryKey, Entry> {
  const merged = new Map(a);
  for (const [key, entry] of b) {
    const other = merged.get(key);
    merged.set(key, other ? mergeEntries(other, entry) : entry);
  }
  return merged;
}

/** What decides between two values of the same revision and device: all but the best score, which is kept anyway. */
function rank({ value }: Entry): string {
  return canonicalJson(isTest(value) ? { ...value, best: null } : value);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isOutcome(value: EntryValue | undefined): value is Outcome {
  return typeof value === 'object' && 'completion' in value;
}

/** A note has a day too, but its text is replaced. */
function isDay(value: EntryValue): value is CompletedState {
  return typeof value === 'object' && 'on' in value && !('text' in value);
}

function isTest(value: EntryValue | undefined): value is TestState {
  return typeof value === 'object' && 'seed' in value;
}
