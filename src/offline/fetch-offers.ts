import { SavingFailure } from './failure.ts';
import { type Offer, type OfflineManifest, readList, readManifest } from './manifest.ts';
import { LIST, manifestPath, SAVING_HEADER } from './names.ts';
import type { Unit } from './unit.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Asks the network itself: not the worker, and the browser's cache only after asking whether it is still the same. */
export async function ask(fetch: Fetch, url: string, signal?: AbortSignal): Promise<Response> {
  const init = { cache: 'no-cache', headers: { [SAVING_HEADER]: '1' } } as const;
  const response = await fetch(url, signal ? { ...init, signal } : init).catch((error: unknown) => {
    throw signal?.aborted ? error : new SavingFailure('offline', error);
  });
  if (response.status === 404) throw new SavingFailure('changed');
  if (!response.ok) throw new SavingFailure('failed', response.status);
  return response;
}

/** Everything the site offers to save now. @throws SavingFailure */
export async function fetchOffers(fetch: Fetch, base: string): Promise<readonly Offer[]> {
  return readList(await (await ask(fetch, base + LIST)).json());
}

/** @throws SavingFailure, `failed` if the manifest cannot be read. */
export async function fetchManifest(fetch: Fetch, base: string, unit: Unit): Promise<OfflineManifest> {
  const manifest = readManifest(await (await ask(fetch, base + manifestPath(unit))).json());
  if (!manifest) throw new SavingFailure('failed', 'a manifest that cannot be read');
  return manifest;
}
