import { mergeSnapshots } from '../../learning/merge.ts';
import type { Entry, EntryKey, IdSource, LearningRecord, Result, Snapshot } from '../port.ts';
import { DONE, fault, ok } from '../result.ts';
import { stampBatch } from '../stamp.ts';

/** What outlives a memory record, for those who open a second one on it. */
export interface MemoryStore {
  snapshot: Snapshot;
}
export interface MemoryOptions {
  readonly ids: IdSource;
  readonly store?: MemoryStore;
}

/** A record that lasts as long as the page: where nothing else can be written. */
export function createMemoryRecord({ ids, store = { snapshot: new Map() } }: MemoryOptions): LearningRecord {
  let snapshot: Map<EntryKey, Entry> | undefined;
  let device = '';
  let closed = false;
  const save = (): Result<void> => {
    if (!snapshot || closed) return fault('unavailable', closed ? 'closed' : 'not open');
    store.snapshot = mergeSnapshots(store.snapshot, snapshot);
    return DONE;
  };
  return {
    adapter: 'memory',
    limits: { stateChars: Number.POSITIVE_INFINITY, keepsInteractions: false },
    writable: true,
    get device() {
      return device;
    },
    learner: '',
    keepsOnDevice: false,
    problems: [],
    async open() {
      if (!snapshot) {
        device = ids.device();
        snapshot = new Map(store.snapshot);
      }
      return ok(new Map(snapshot));
    },
    async put(batch) {
      if (snapshot && !closed) stampBatch(snapshot, batch, device);
      return save();
    },
    async flush() {
      return save();
    },
    async close() {
      closed = true;
      return DONE;
    },
  };
}
