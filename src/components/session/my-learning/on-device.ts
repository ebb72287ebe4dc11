import { browserStorage } from '../../../record/environment.ts';
import { deviceRecords } from '../../../record/file/device-records.ts';
import type { Records } from '../../../record/file/record-file.ts';

/** The records of all modules on this device; undefined where the browser allows none. Nothing is written. */
export function readDevice(): Records | undefined {
  const storage = browserStorage(window);
  try {
    return storage && deviceRecords(storage);
  } catch {
    return undefined;
  }
}
