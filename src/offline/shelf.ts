import { generationName, generationOf, HASH_HEADER, indexName, isOurs, savedPath } from './names.ts';
import type { Holding } from './plan.ts';
import { readSaved, type Saved, savedJson, unitOfKey } from './saved.ts';
import { sameUnit, type Unit } from './unit.ts';

/** What is saved under one base path; shared by the pages and the worker. `caches` is passed in. */
export interface Shelf {
  readonly caches: CacheStorage;
  /** Begins and ends with `/`. */
  readonly base: string;
}

/** All entries of the index that can be read. Opens no cache that is not there. */
export async function readShelf({ caches, base }: Shelf): Promise<readonly Saved[]> {
  if (!(await caches.has(indexName(base)))) return [];
  const index = await caches.open(indexName(base));
  const entries = await Promise.all(
    (await index.keys()).map(async (key) => {
      const response = await index.match(key);
      const value: unknown = await response?.json().catch(() => undefined);
      return readSaved(value, unitOfKey(new URL(key.url).pathname));
    }),
  );
  return entries.filter((entry) => entry !== undefined);
}

export async function writeSaved({ caches, base }: Shelf, saved: Saved): Promise<void> {
  const index = await caches.open(indexName(base));
  await index.put(base + savedPath(saved), new Response(JSON.stringify(savedJson(saved))));
}

/** Versions of a unit that have a cache, whole or not. */
export async function versionsOf({ caches, base }: Shelf, unit: Unit): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.flatMap((name) => {
    const generation = generationOf(base, name);
    return generation && sameUnit(generation, unit) ? [generation.version] : [];
  });
}

/** Lets go of a unit: first the entry, so that nothing is served any more, then every generation. */
export async function letGo(shelf: Shelf, unit: Unit): Promise<void> {
  const { caches, base } = shelf;
  if (await caches.has(indexName(base))) {
    const index = await caches.open(indexName(base));
    await index.delete(base + savedPath(unit));
  }
  for (const version of await versionsOf(shelf, unit))
    await caches.delete(generationName(base, unit, version));
}

/** Removes everything that was saved under this path. @returns whether nothing is left. */
export async function letGoOfAll({ caches, base }: Shelf): Promise<boolean> {
  for (const name of await caches.keys()) if (isOurs(base, name)) await caches.delete(name);
  return !(await caches.keys()).some((name) => isOurs(base, name));
}

/** Hashes of the files in one cache, by path. */
export async function holdingOf({ caches, base }: Shelf, name: string): Promise<Holding> {
  const cache = await caches.open(name);
  const held = new Map<string, string>();
  for (const key of await cache.keys()) {
    const hash = (await cache.match(key))?.headers.get(HASH_HEADER);
    const { pathname } = new URL(key.url);
    if (hash && pathname.startsWith(base)) held.set(pathname.slice(base.length), hash);
  }
  return held;
}
