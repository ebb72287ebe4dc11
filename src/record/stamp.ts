import { canonicalJson, keepBest } from '../learning/merge.ts';
import type { Batch, Entry, EntryKey } from './port.ts';

/**
 * Takes a batch into a snapshot: revision and device stamped, bests kept. The batch's outcome is stored like any
 * entry. Values that do not change leave their entry as it is.
 * @returns the keys that changed
 */
export function stampBatch(snapshot: Map<EntryKey, Entry>, batch: Batch, device: string): EntryKey[] {
  const outcome = batch.outcome ? [{ key: 'outcome' as const, value: batch.outcome }] : [];
  const changed: EntryKey[] = [];
  for (const { key, value } of [...batch.entries, ...outcome]) {
    const before = snapshot.get(key);
    const next = keepBest(before?.value, value);
    if (before && canonicalJson(before.value) === canonicalJson(next)) continue;
    snapshot.set(key, { key, value: next, revision: (before?.revision ?? 0) + 1, device });
    changed.push(key);
  }
  return changed;
}

/** Where the learner is may be written later; everything else at once. */
export function isPlaceOnly(batch: Batch): boolean {
  const others = batch.entries.some(({ key }) => key !== 'place');
  return !others && !batch.outcome && (batch.responses?.length ?? 0) === 0;
}
