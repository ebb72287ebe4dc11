import { mergeEntries } from '../../learning/merge.ts';
import { entryFrom, isEntryKey } from '../guard.ts';
import type { Renames } from '../id-table.ts';
import type {
  Batch,
  Entry,
  EntryKey,
  IdSource,
  LearningRecord,
  RecordFault,
  Result,
  Snapshot,
} from '../port.ts';
import { DONE, describe, fault, ok } from '../result.ts';
import { stampBatch } from '../stamp.ts';
import { namesIn, STORAGE_PREFIX } from '../storage-names.ts';

/** The part of a `Storage` that is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface BrowserOptions {
  readonly module: string;
  readonly storage: StorageLike;
  readonly ids: IdSource;
  readonly renamed?: Renames;
}

/**
 * Keeps a record in localStorage. A full or blocked storage gives a fault and the record goes on in memory; what is
 * not written yet is tried again by every `put` and `flush`.
 */
export function createBrowserRecord({ module, storage, ids, renamed }: BrowserOptions): LearningRecord {
  const prefix = `${STORAGE_PREFIX}${module}/`;
  const snapshot = new Map<EntryKey, Entry>();
  const unsaved = new Set<EntryKey>();
  const problems: RecordFault[] = [];
  let device = '';
  let state: 'new' | 'open' | 'closed' = 'new';

  /** The stored entry, if it is one; a damaged item is removed and reported. */
  function read(item: string, key: EntryKey): Entry | undefined {
    const text = storage.getItem(item);
    if (text === null) return undefined;
    const entry = parse(key, text);
    if (entry) return entry;
    problems.push({ kind: 'damaged', detail: item });
    remove(item);
    return undefined;
  }

  function keep(entry: Entry): Entry {
    const mine = snapshot.get(entry.key);
    const merged = mine ? mergeEntries(mine, entry) : entry;
    snapshot.set(entry.key, merged);
    return merged;
  }

  function load(): Result<Snapshot> {
    try {
      for (const item of namesIn(storage, prefix)) {
        const former = item.slice(prefix.length);
        const key = renamed ? renameKey(former, renamed) : former;
        const entry = isEntryKey(key) ? read(item, key) : undefined;
        if (!entry) continue;
        keep(renamed ? renamePlace(entry, renamed) : entry);
        if (key !== former) moved(item, entry.key);
      }
    } catch (error) {
      return fault('unavailable', describe(error));
    }
    return ok(new Map(snapshot));
  }

  /** Takes in what another tab may have written meanwhile. */
  function adopt(key: EntryKey): void {
    const stored = read(prefix + key, key);
    if (stored) keep(stored);
  }

  function moved(item: string, key: EntryKey): void {
    unsaved.add(key);
    if (save().ok) remove(item);
  }

  function remove(item: string): void {
    try {
      storage.removeItem(item);
    } catch {
      // It stays where it is and is found again by the next session.
    }
  }

  /** Writes what is unsaved, over what another tab may have written meanwhile; reports the first fault. */
  function save(): Result<void> {
    let result = DONE;
    for (const key of Array.from(unsaved)) {
      try {
        adopt(key);
        const entry = snapshot.get(key);
        if (entry) storage.setItem(prefix + key, storedForm(entry));
        unsaved.delete(key);
      } catch (error) {
        if (result.ok) result = fault(isFull(error) ? 'too-large' : 'unavailable', describe(error));
      }
    }
    return result;
  }

  /** Revisions count on from what another tab wrote, else its older value could win. */
  function refresh(batch: Batch): void {
    const keys = batch.entries.map(({ key }) => key);
    for (const key of batch.outcome ? [...keys, 'outcome' as const] : keys) {
      try {
        adopt(key);
      } catch {
        // Writing will say so.
      }
    }
  }

  return {
    adapter: 'browser',
    limits: { stateChars: Number.POSITIVE_INFINITY, keepsInteractions: false },
    writable: true,
    get device() {
      return device;
    },
    learner: '',
    keepsOnDevice: true,
    problems,
    async open() {
      if (state !== 'new') return ok(new Map(snapshot));
      const loaded = load();
      if (loaded.ok) {
        device = ids.device();
        state = 'open';
      }
      return loaded;
    },
    async put(batch) {
      if (state !== 'open') return fault('unavailable', state === 'new' ? 'not open' : 'closed');
      refresh(batch);
      for (const key of stampBatch(snapshot, batch, device)) unsaved.add(key);
      return save();
    },
    async flush(options) {
      if (state !== 'open') return fault('unavailable', state === 'new' ? 'not open' : 'closed');
      if (options?.again) for (const key of snapshot.keys()) unsaved.add(key);
      return save();
    },
    async close() {
      if (state !== 'open') return DONE;
      const result = save();
      state = 'closed';
      return result;
    },
  };
}

function parse(key: EntryKey, text: string): Entry | undefined {
  try {
    return entryFrom(key, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What stands under an entry's name in the storage. */
export function storedForm({ value: v, revision: r, device: d }: Entry): string {
  return JSON.stringify({ v, r, d });
}

/** Renames live in the id lock: `renamedFrom`. */
function renameKey(key: string, { lessons, questions, dilemmas }: Renames): string {
  const [kind = '', id = ''] = key.split('/');
  const names: Readonly<Record<string, Renames[keyof Renames]>> = {
    seen: lessons,
    answer: questions,
    dilemma: dilemmas,
  };
  const now = names[kind]?.[id];
  return now === undefined ? key : `${kind}/${now}`;
}

function renamePlace(entry: Entry, { lessons }: Renames): Entry {
  const { value } = entry;
  if (typeof value !== 'object' || !('lesson' in value)) return entry;
  const lesson = lessons[value.lesson];
  return lesson === undefined ? entry : { ...entry, value: { lesson } };
}

/** QuotaExceededError, or Firefox's former NS_ERROR_DOM_QUOTA_REACHED. */
export function isFull(error: unknown): boolean {
  return /quota/i.test(describe(error));
}
