import { browserStorage } from '../../record/environment.ts';
import { namesIn, STORAGE_PREFIX } from '../../record/storage-names.ts';

/** Whether anything was noted in this module; opening a record on a device without one would be for nothing. */
export function hasRecord(module: string): boolean {
  const storage = browserStorage(window);
  if (!storage) return false;
  return namesIn(storage, `${STORAGE_PREFIX}${module}/`).length > 0;
}
