import type { StorageLike } from './adapters/browser.ts';
import { STORAGE_PREFIX } from './storage-names.ts';

/** One item for the device, also where several modules are open. */
export const TURN_ITEM = `${STORAGE_PREFIX}studying`;

/** Says which of the open pages of a device is being studied, so that two do not count the same time. */
export interface StudyTurn {
  /** Whether no other page has taken the turn since this one did. */
  mine(): boolean;
  take(): void;
  /** Leaves nothing behind. */
  give(): void;
}

/**
 * Kept in the browser's storage, since Web Locks and BroadcastChannel are newer than the oldest browsers here. Where
 * nothing can be stored, no time is kept either, and every page has the turn.
 */
export function createStudyTurn(storage: StorageLike | undefined, page: string): StudyTurn {
  let alone = storage === undefined;
  const holds = (): boolean => {
    try {
      return storage?.getItem(TURN_ITEM) === page;
    } catch {
      return false;
    }
  };
  return {
    mine: () => alone || holds(),
    take() {
      try {
        storage?.setItem(TURN_ITEM, page);
      } catch {
        alone = true;
      }
    },
    give() {
      if (!holds()) return;
      try {
        storage?.removeItem(TURN_ITEM);
      } catch {
        // The next page that is studied takes it over.
      }
    },
  };
}
