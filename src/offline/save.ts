import { failureOf, SavingFailure } from './failure.ts';
import { ask, type Fetch } from './fetch-offers.ts';
import { HASH_DIGITS, type OfflineFile, type OfflineManifest } from './manifest.ts';
import { generationName, generationOf, HASH_HEADER } from './names.ts';
import { type Holding, isWhole, roomOf, type SavePlan, savePlan } from './plan.ts';
import { type Saved, savedAfter } from './saved.ts';
import { holdingOf, readShelf, type Shelf, versionsOf, writeSaved } from './shelf.ts';
import { sameUnit } from './unit.ts';

/** What saving needs of a browser. */
export interface Saving extends Shelf {
  readonly fetch: Fetch;
  readonly digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>;
  /** Bytes the browser still allows; undefined where it does not say. */
  readonly room: () => Promise<number | undefined>;
  readonly now: () => number;
}

/** How far saving has come, in bytes on the device. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Watching {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the saving; what is there stays for the next time. */
  readonly signal?: AbortSignal;
}

/** Fetches side by side: more would only take turns on a slow line. */
const LANES = 4;

/** What is left to do, given what this device holds already. */
export async function planFor(shelf: Shelf, manifest: OfflineManifest): Promise<SavePlan> {
  const target = generationName(shelf.base, manifest, manifest.version);
  const names = (await shelf.caches.keys()).filter((name) => generationOf(shelf.base, name));
  const others = new Map<string, Holding>();
  for (const name of names) if (name !== target) others.set(name, await holdingOf(shelf, name));
  const own = names.includes(target) ? await holdingOf(shelf, target) : new Map<string, string>();
  return savePlan(manifest.files, own, others);
}

/**
 * Saves a unit as a generation of its own; only when that is whole does the index name it. Until then, and if anything
 * goes wrong, what was saved before stays in use as it is. Once begun it can be taken up again.
 *
 * @throws SavingFailure; after `full` the unfinished generation is gone, so that its room is free again
 */
export async function saveUnit(
  at: Saving,
  manifest: OfflineManifest,
  { onProgress, signal }: Watching = {},
): Promise<Saved> {
  const previous = (await readShelf(at)).find((saved) => sameUnit(saved, manifest));
  const name = generationName(at.base, manifest, manifest.version);
  try {
    const plan = await planFor(at, manifest);
    await checkRoom(at, plan);
    const tally = counter(manifest, plan, onProgress);
    const target = await at.caches.open(name);
    for (const { file, from } of plan.copied) {
      await copy(at, file, from, target);
      tally(file);
    }
    await inLanes(plan.fetched, async (file) => {
      await fetchInto(at, file, target, signal);
      tally(file);
    });
    if (!isWhole(manifest.files, await holdingOf(at, name)))
      throw new SavingFailure('failed', 'files are missing');
    const saved = savedAfter(manifest, at.now(), previous);
    await writeSaved(at, saved);
    await dropUnfinished(at, saved);
    return saved;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'full' && previous?.version !== manifest.version) await at.caches.delete(name);
    throw failure;
  }
}

async function checkRoom(at: Saving, plan: SavePlan): Promise<void> {
  const room = await at.room();
  if (room !== undefined && roomOf(plan) > room) throw new SavingFailure('full');
}

function counter({ bytes }: OfflineManifest, { kept }: SavePlan, tell: Watching['onProgress']) {
  let done = kept.reduce((sum, file) => sum + file.bytes, 0);
  tell?.({ done, total: bytes });
  return (file: OfflineFile): void => {
    done += file.bytes;
    tell?.({ done, total: bytes });
  };
}

async function copy(at: Shelf, { path }: OfflineFile, from: string, target: Cache): Promise<void> {
  const found = await (await at.caches.open(from)).match(at.base + path, { ignoreVary: true });
  if (!found) throw new SavingFailure('failed', `${path} is gone from ${from}`);
  await target.put(at.base + path, found);
}

/** Fetches one file and keeps it only if it is what the manifest says: a site renewed meanwhile must not get mixed in. */
async function fetchInto(at: Saving, file: OfflineFile, target: Cache, signal?: AbortSignal): Promise<void> {
  const response = await ask(at.fetch, at.base + file.path, signal);
  const bytes = await response.arrayBuffer().catch((error: unknown) => {
    throw signal?.aborted ? error : new SavingFailure('offline', error);
  });
  if (hexOf(await at.digest(bytes)) !== file.hash) throw new SavingFailure('changed');
  const headers = new Headers(response.headers);
  // They describe the body on the wire, which is not the one kept.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary'])
    headers.delete(name);
  headers.set(HASH_HEADER, file.hash);
  await target.put(at.base + file.path, new Response(bytes, { headers }));
}

const hexOf = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_DIGITS);

/** The first failure ends every lane once its file is done. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Generations that were begun and overtaken by a newer version. Those in use before go once nobody reads them. */
async function dropUnfinished(at: Shelf, saved: Saved): Promise<void> {
  for (const version of await versionsOf(at, saved)) {
    if (version !== saved.version && !saved.before.includes(version))
      await at.caches.delete(generationName(at.base, saved, version));
  }
}
