import { type StorageLike, storedForm } from './adapters/browser.ts';
import { entryFrom } from './guard.ts';
import type { Entry } from './port.ts';
import { STORAGE_PREFIX } from './storage-names.ts';

/** The time that a browser has stored for a record, also what another open page wrote. `name` as in record-name.ts. */
export interface StoredTime {
  /** Whole seconds; 0 where none are stored. */
  seconds(): number;
  /**
   * For a page that goes away, when its session may have closed the record already.
   * @returns false where the browser could not keep them.
   */
  add(seconds: number): boolean;
}

export function createStoredTime(storage: StorageLike | undefined, name: string, device: string): StoredTime {
  const key = `time/${device}` as const;
  const item = `${STORAGE_PREFIX}${name}/${key}`;

  function read(): Entry | undefined {
    try {
      return entryFrom(key, JSON.parse(storage?.getItem(item) ?? ''));
    } catch {
      return undefined;
    }
  }
  const secondsOf = (entry: Entry | undefined): number =>
    typeof entry?.value === 'object' && 'seconds' in entry.value ? entry.value.seconds : 0;

  return {
    seconds: () => secondsOf(read()),
    add(seconds) {
      const before = read();
      const value = { seconds: secondsOf(before) + seconds };
      try {
        storage?.setItem(item, storedForm({ key, value, revision: (before?.revision ?? 0) + 1, device }));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
  };
}
