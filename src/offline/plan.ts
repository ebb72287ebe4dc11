import type { OfflineFile } from './manifest.ts';

/** Hashes of the files in a cache, by path. */
export type Holding = ReadonlyMap<string, string>;

/** What is left to do until a generation is complete. */
export interface SavePlan {
  /** Already there, with the right content. */
  readonly kept: readonly OfflineFile[];
  /** The same content stands in another cache of this device: nothing to fetch. */
  readonly copied: readonly { readonly file: OfflineFile; readonly from: string }[];
  readonly fetched: readonly OfflineFile[];
}

/**
 * Plans the saving of `files` into a generation that holds `own` (something, if saving was interrupted). `others` are
 * the other caches, by name.
 */
export function savePlan(
  files: readonly OfflineFile[],
  own: Holding,
  others: ReadonlyMap<string, Holding>,
): SavePlan {
  const has = (holding: Holding, { path, hash }: OfflineFile) => holding.get(path) === hash;
  const missing = files.filter((file) => !has(own, file));
  const found = missing.map((file) => ({
    file,
    from: [...others].find(([, holding]) => has(holding, file))?.[0],
  }));
  return {
    kept: files.filter((file) => has(own, file)),
    copied: found.flatMap(({ file, from }) => (from === undefined ? [] : [{ file, from }])),
    fetched: found.filter(({ from }) => from === undefined).map(({ file }) => file),
  };
}

/** Bytes on the wire that a plan still costs. */
export const wireOf = ({ fetched }: SavePlan): number => sum(fetched, ({ wire }) => wire);

/** Bytes that the device must still have room for: copies take room too. */
export const roomOf = ({ copied, fetched }: SavePlan): number =>
  sum([...copied.map(({ file }) => file), ...fetched], ({ bytes }) => bytes);

const sum = (files: readonly OfflineFile[], of: (file: OfflineFile) => number): number =>
  files.reduce((total, file) => total + of(file), 0);

/** Whether a generation holds every file, each with the right content. */
export function isWhole(files: readonly OfflineFile[], own: Holding): boolean {
  return files.every(({ path, hash }) => own.get(path) === hash);
}
