import type { Saving } from '../../offline/save.ts';
import { siteBase } from '../site/base.ts';

/** Whether this browser can save at all: it needs a worker and a store for pages, which `file:` and plain HTTP lack. */
export function canSave(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator && typeof caches === 'object';
}

/** What saving needs, from this browser. */
export function browserSaving(): Saving {
  return {
    caches,
    base: siteBase(),
    fetch: (url, init) => fetch(url, init),
    digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
    room: roomLeft,
    now: () => Date.now(),
  };
}

/** Safari before 17 does not say. */
async function roomLeft(): Promise<number | undefined> {
  if (!('storage' in navigator) || typeof navigator.storage.estimate !== 'function') return undefined;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

/** @throws what the browser says, where it allows no worker. */
export async function startWorker(): Promise<void> {
  const base = siteBase();
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

/** Asks the browser not to throw the saved modules away when room is short; it may decline. */
export async function askToKeep(): Promise<void> {
  if ('storage' in navigator && 'persist' in navigator.storage) await navigator.storage.persist();
}
