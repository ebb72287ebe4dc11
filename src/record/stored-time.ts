import type { StorageLike } from './adapters/browser.ts';
import { entryFrom } from './guard.ts';
import { STORAGE_PREFIX } from './storage-names.ts';

/** Seconds that this device has stored for a record, also those another open page wrote; 0 where there are none. */
export function storedSeconds(storage: StorageLike | undefined, name: string, device: string): number {
  const key = `time/${device}` as const;
  try {
    const entry = entryFrom(key, JSON.parse(storage?.getItem(`${STORAGE_PREFIX}${name}/${key}`) ?? ''));
    return typeof entry?.value === 'object' && 'seconds' in entry.value ? entry.value.seconds : 0;
  } catch {
    return 0;
  }
}
