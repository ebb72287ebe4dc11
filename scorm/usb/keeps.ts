import { browserStorage } from '../../src/record/environment.ts';
import { STORAGE_PREFIX } from '../../src/record/storage-names.ts';

const PROBE = `${STORAGE_PREFIX}probe`;
const WRITTEN = 'kept';

/**
 * Whether the browser keeps what a page from a disk writes: some refuse, some take it and give nothing back. That it
 * also forgets when it closes (a private window) no page can know.
 */
export function keeps(win: object): boolean {
  const storage = browserStorage(win);
  if (!storage) return false;
  try {
    storage.setItem(PROBE, WRITTEN);
    const kept = storage.getItem(PROBE) === WRITTEN;
    storage.removeItem(PROBE);
    return kept;
  } catch {
    return false;
  }
}
