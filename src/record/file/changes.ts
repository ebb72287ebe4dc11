import { canonicalJson, mergeSnapshots } from '../../learning/merge.ts';
import type { Entry, EntryKey, Snapshot } from '../../learning/snapshot.ts';
import type { Records } from './record-file.ts';

/** What taking a file in does to one module: shown before, and written after the learner agrees. */
export interface ModuleChange {
  readonly module: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Entries that are new, and those whose stored form becomes another. */
  readonly added: readonly Entry[];
  readonly changed: readonly Entry[];
}

const NOTHING: Snapshot = new Map<EntryKey, Entry>();

/** Modules in which something comes or changes; empty where the device has it all. Nothing is ever taken away. */
export function changesBy(current: Records, incoming: Records): ModuleChange[] {
  const changes: ModuleChange[] = [];
  for (const [module, snapshot] of incoming) {
    const before = current.get(module) ?? NOTHING;
    const after = mergeSnapshots(before, snapshot);
    const added = Array.from(after.values()).filter(({ key }) => !before.has(key));
    const changed = Array.from(after.values()).filter((entry) => differs(before.get(entry.key), entry));
    if (added.length + changed.length > 0) changes.push({ module, before, after, added, changed });
  }
  return changes;
}

function differs(before: Entry | undefined, after: Entry): boolean {
  return before !== undefined && canonicalJson(before) !== canonicalJson(after);
}
