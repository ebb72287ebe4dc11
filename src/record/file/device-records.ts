import type { Entry, EntryKey } from '../../learning/snapshot.ts';
import { isFull, type StorageLike, storedForm } from '../adapters/browser.ts';
import { namesIn, STORAGE_PREFIX } from '../storage-names.ts';
import type { ModuleChange } from './changes.ts';
import { fileEntry, MODULE_ID, type Records } from './record-file.ts';

/**
 * The records of all modules in a browser's storage, also of modules that this release does not have; not what packages
 * keep apart for their learners (`module@learner`). What a file may not hold is left out, and stays where it is.
 * @throws where the browser blocks storage.
 */
export function deviceRecords(storage: StorageLike): Records {
  const records = new Map<string, Map<EntryKey, Entry>>();
  for (const name of namesIn(storage, STORAGE_PREFIX)) {
    const [, module = '', key = ''] = /^([^/]+)\/(.+)$/.exec(name.slice(STORAGE_PREFIX.length)) ?? [];
    const entry = MODULE_ID.test(module) ? storedEntry(key, storage.getItem(name)) : undefined;
    if (!entry) continue;
    const snapshot = records.get(module) ?? new Map<EntryKey, Entry>();
    records.set(module, snapshot.set(entry.key, entry));
  }
  return records;
}

function storedEntry(key: string, text: string | null): Entry | undefined {
  try {
    return fileEntry(key, JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/**
 * `full` and `blocked`: everything is as it was before. `in-part`: going back failed too; every entry is whole all the
 * same, and taking the file in again completes it.
 */
export type Written = 'done' | 'full' | 'blocked' | 'in-part';

/** What stood under a name before it was written. */
interface Step {
  readonly name: string;
  readonly before: string | null;
}

/** Writes the changes, all or none: what was written is taken back where one of them does not fit. */
export function writeChanges(storage: StorageLike, changes: readonly ModuleChange[]): Written {
  const done: Step[] = [];
  try {
    for (const { module, added, changed } of changes) {
      for (const entry of [...added, ...changed]) {
        const name = `${STORAGE_PREFIX}${module}/${entry.key}`;
        done.push({ name, before: storage.getItem(name) });
        storage.setItem(name, storedForm(entry));
      }
    }
    return 'done';
  } catch (error) {
    return takeBack(storage, done) ? (isFull(error) ? 'full' : 'blocked') : 'in-part';
  }
}

/** What makes room goes first: new entries are removed, grown ones shrink, and only then shrunk ones grow again. */
function takeBack(storage: StorageLike, done: readonly Step[]): boolean {
  const length = (text: string | null) => text?.length ?? 0;
  const grownBy = ({ name, before }: Step) => length(storage.getItem(name)) - length(before);
  try {
    for (const { name, before } of [...done].sort((a, b) => grownBy(b) - grownBy(a))) {
      if (before === null) storage.removeItem(name);
      else storage.setItem(name, before);
    }
    return true;
  } catch {
    return false;
  }
}
