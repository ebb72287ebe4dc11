import { browserStorage } from '../../../record/environment.ts';
import { STORAGE_PREFIX } from '../../../record/storage-names.ts';

/** The name for a record of completion. Kept on this device, never part of a record, a file or a message to an LMS. */
export interface LearnerName {
  read(): string;
  /** An empty name leaves nothing behind. @returns false where the browser could not keep it. */
  write(name: string): boolean;
}

/** `learner`: whom the LMS knows; a computer at work may have several. */
export function learnerName(learner: string): LearnerName {
  const item = `${STORAGE_PREFIX}name${learner === '' ? '' : `@${learner}`}`;
  const storage = browserStorage(window);
  return {
    read() {
      try {
        return storage?.getItem(item) ?? '';
      } catch {
        return '';
      }
    },
    write(name) {
      try {
        if (name === '') storage?.removeItem(item);
        else storage?.setItem(item, name);
        return storage !== undefined;
      } catch {
        return false;
      }
    },
  };
}
