import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps JSON texts by package and learner, in memory or in a folder that outlives the server. */
export interface RecordStore {
  read(file: string, learner: string): string | undefined;
  write(file: string, learner: string, json: string): void;
  erase(file: string, learner: string): void;
}

export function memoryRecords(): RecordStore {
  const records = new Map<string, string>();
  const key = (file: string, learner: string) => `${file}\n${learner}`;
  return {
    read: (file, learner) => records.get(key(file, learner)),
    write: (file, learner, json) => void records.set(key(file, learner), json),
    erase: (file, learner) => void records.delete(key(file, learner)),
  };
}

export function folderRecords(folder: string): RecordStore {
  mkdirSync(folder, { recursive: true });
  const path = (file: string, learner: string) =>
    join(
      folder,
      `${[file, learner].map((part) => encodeURIComponent(part).replace(/^\./, '%2E')).join('@')}.json`,
    );
  return {
    read: (file, learner) => {
      try {
        return readFileSync(path(file, learner), 'utf8');
      } catch {
        return undefined;
      }
    },
    write: (file, learner, json) => writeFileSync(path(file, learner), json),
    erase: (file, learner) => rmSync(path(file, learner), { force: true }),
  };
}
