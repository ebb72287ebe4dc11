import { generationName } from '../names.ts';
import { langOf, pageKey, type Route, routeFile, routePage, unitAt } from '../route.ts';
import type { Saved } from '../saved.ts';
import { type Shelf, versionsOf } from '../shelf.ts';
import { noConnection, type WordsByLang } from './no-connection.ts';

/** After this long a saved copy is better than waiting on; without one we wait as long as the browser does. */
const PATIENCE_MS = 4000;

/** What answers are made of; passed in, so that they can be tried without a browser. */
export interface Answering extends Shelf {
  readonly words: WordsByLang;
  /** The network. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A page, and the version of the unit it came from, if it came from one. */
export interface PageAnswer {
  readonly response: Response;
  readonly version?: string;
}

export async function answerPage(
  at: Answering,
  request: Request,
  path: string,
  saved: readonly Saved[],
): Promise<PageAnswer> {
  const route = routePage(path, saved);
  const key = pageKey(path);
  if (route.kind === 'unit') {
    const found = await inGeneration(at, route.saved, route.saved.version, key);
    // Links inside the page are relative to its folder's address.
    if (found && path !== key)
      return { response: Response.redirect(at.base + key + new URL(request.url).search, 302) };
    if (found) return { response: found, version: route.saved.version };
  }
  const others = route.kind === 'network' ? route.fallback : [];
  try {
    return { response: await fromNetwork(at, request, await firstOf(at, others, key)) };
  } catch {
    const lang = langOf(path);
    const page = { base: at.base, address: new URL(request.url).pathname, saved };
    return { response: noConnection(lang, at.words[lang], page) };
  }
}

/** `page` is the path of the page that asks, and `version` the one it came from, as far as they are known. */
export async function answerFile(
  at: Answering,
  request: Request,
  path: string,
  asking: { readonly page: string | undefined; readonly version: string | undefined },
  saved: readonly Saved[],
): Promise<Response> {
  const route = routeFile(path, asking.page, saved);
  const key = pageKey(path);
  if (route.kind === 'unit')
    return (await fromUnit(at, route.saved, asking.version, key)) ?? at.fetch(request);
  const found = await firstOf(at, fallbackOf(route), key);
  return route.kind === 'hashed' ? (found ?? at.fetch(request)) : fromNetwork(at, request, found);
}

const fallbackOf = (route: Exclude<Route, { kind: 'unit' }>): readonly Saved[] =>
  route.kind === 'hashed' ? route.any : route.fallback;

/** A page that was open before an update goes on with what belongs to it; then its unit's other generations. */
async function fromUnit(
  at: Answering,
  unit: Saved,
  version: string | undefined,
  key: string,
): Promise<Response | undefined> {
  const own = version ?? unit.version;
  const found = await inGeneration(at, unit, own, key);
  if (found) return found;
  for (const other of await versionsOf(at, unit)) {
    // Only names with a hash say what they hold; anything else could be another version's.
    const again = key.startsWith('_astro/') && (await inGeneration(at, unit, other, key));
    if (again) return again;
  }
  return undefined;
}

async function inGeneration(at: Answering, unit: Saved, version: string, key: string) {
  const name = generationName(at.base, unit, version);
  if (!(await at.caches.has(name))) return undefined;
  return (await at.caches.open(name)).match(at.base + key, { ignoreVary: true });
}

async function firstOf(at: Answering, units: readonly Saved[], key: string): Promise<Response | undefined> {
  for (const unit of units) {
    const found = await inGeneration(at, unit, unit.version, key);
    if (found) return found;
  }
  return undefined;
}

/** @throws what `fetch` throws, if there is no copy. */
async function fromNetwork(at: Answering, request: Request, copy: Response | undefined): Promise<Response> {
  if (!copy) return at.fetch(request);
  const late = new Promise<Response>((done) => setTimeout(() => done(copy), PATIENCE_MS));
  return Promise.race([at.fetch(request).catch(() => copy), late]);
}

/** Versions that no open page needs any more. A page of a unit whose version is not known may need each of them. */
export function unneeded(
  unit: Saved,
  pages: readonly { readonly path: string; readonly version: string | undefined }[],
): readonly string[] {
  const inside = pages.filter(({ path }) => unitAt(path, [unit]) !== undefined);
  if (inside.some(({ version }) => version === undefined)) return [];
  return unit.before.filter((old) => !inside.some(({ version }) => version === old));
}
