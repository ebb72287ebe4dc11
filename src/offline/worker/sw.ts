import { generationName, SAVING_HEADER } from '../names.ts';
import { isLeftAlone } from '../route.ts';
import type { Saved } from '../saved.ts';
import { letGoOfAll, readShelf, writeSaved } from '../shelf.ts';
import { type Answering, answerFile, answerPage, unneeded } from './answer.ts';
import type { WordsByLang } from './no-connection.ts';
import type { AnsweringEvent, WorkerScope } from './scope.ts';

/**
 * The site's service worker. It holds no content of its own: pages come from the network unchanged, unless the learner
 * has saved their module. So a newer worker may take over at once; versions of the content never depend on it.
 */
declare const self: WorkerScope;
/** Written in by the build (integration.ts). */
declare const NO_CONNECTION: WordsByLang;

const base = new URL(self.registration.scope).pathname;
const at: Answering = {
  caches: self.caches,
  base,
  words: NO_CONNECTION,
  fetch: (request) => self.fetch(request),
};

/** The index as read last; undefined after a start, and when a page says that it has changed. */
let known: readonly Saved[] | undefined;
/** Versions that open pages came from. Forgotten when the browser stops the worker; then none is thrown away. */
const served = new Map<string, string>();

async function shelf(): Promise<readonly Saved[]> {
  known ??= await readShelf(at).catch(() => []);
  return known;
}

/** The path below the base of a request that is ours to answer. */
function ourPath({ method, headers, url, cache, mode }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || headers.has('range') || headers.has(SAVING_HEADER)) return undefined;
  if (cache === 'only-if-cached' && mode !== 'same-origin') return undefined;
  if (origin !== self.location.origin || !pathname.startsWith(base)) return undefined;
  const path = pathname.slice(base.length);
  return isLeftAlone(path) ? undefined : path;
}

async function page(event: AnsweringEvent, path: string): Promise<Response> {
  known = undefined;
  const saved = await shelf();
  const { response, version } = await answerPage(at, event.request, path, saved);
  if (version !== undefined) served.set(event.resultingClientId, version);
  event.waitUntil(tidy());
  return response;
}

async function file(event: AnsweringEvent, path: string): Promise<Response> {
  const saved = await shelf();
  if (saved.length === 0) return at.fetch(event.request);
  const client = event.clientId ? await self.clients.get(event.clientId) : undefined;
  const asking = {
    page: client && new URL(client.url).pathname.slice(base.length),
    version: served.get(event.clientId),
  };
  return answerFile(at, event.request, path, asking, saved);
}

/** Takes away versions that were replaced, once no page of them is open. */
async function tidy(): Promise<void> {
  const units = (await shelf()).filter(({ before }) => before.length > 0);
  if (units.length === 0) return;
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = clients.map(({ id, url }) => ({
    path: new URL(url).pathname.slice(base.length),
    version: served.get(id),
  }));
  for (const unit of units) {
    const gone = unneeded(unit, pages);
    for (const version of gone) await at.caches.delete(generationName(base, unit, version));
    if (gone.length > 0)
      await writeSaved(at, { ...unit, before: unit.before.filter((old) => !gone.includes(old)) });
  }
}

async function erase(): Promise<void> {
  known = undefined;
  await letGoOfAll(at);
  await self.registration.unregister();
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data === 'erase') event.waitUntil(erase());
  if (event.data !== 'changed') return;
  known = undefined;
  event.waitUntil(tidy());
});
self.addEventListener('fetch', (event) => {
  const path = ourPath(event.request);
  if (path === undefined) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event, path));
  // With nothing saved the browser goes its own way, as if there were no worker.
  else if (known?.length !== 0) event.respondWith(file(event, path));
});
