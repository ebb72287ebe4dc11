import { fileOf, has, type Place } from '../built/dist.ts';
import { tagsOf } from '../built/html.ts';
import { scriptGraph } from '../built/scripts.ts';

/** Elements whose addresses lead elsewhere, and are not fetched with the page. */
const LINKS = /^(a|area|form|meta)$/;
const RESOURCES = [
  'link script img source video audio track image use iframe embed object input',
  'div section article main nav aside header footer p span ul ol li figure body html button form',
]
  .join(' ')
  .split(' ');
/** Links in the head that name other pages. */
const NAMES = /\b(canonical|alternate|next|prev|help|license)\b/;

/** The files that a page of the built site may fetch, at once or later, itself included; no other pages. */
export function pageClosure(
  place: Place,
  page: string,
  cache = new Map<string, readonly string[]>(),
): string[] {
  const direct = referencesOf(place, page);
  return [
    ...new Set([page, ...direct.flatMap((file) => known(cache, file, () => fileClosure(place, file)))]),
  ];
}

function known(
  cache: Map<string, readonly string[]>,
  file: string,
  make: () => readonly string[],
): readonly string[] {
  const found = cache.get(file) ?? make();
  cache.set(file, found);
  return found;
}

/** Any attribute may hold an address (`data-in-place-src`), so every one is tried; custom elements too. */
function referencesOf(place: Place, page: string): string[] {
  const html = place.dist.text(page);
  const custom = [...new Set([...html.matchAll(/<([a-z]+-[a-z-]+)[\s>]/g)].map(([, name = '']) => name))];
  const urls = tagsOf(html, [...RESOURCES, ...custom])
    .filter(({ name, attributes }) => !LINKS.test(name) && !NAMES.test(attributes.get('rel') ?? ''))
    .flatMap(({ attributes }) => [...attributes].flatMap(([name, value]) => addresses(name, value)));
  return resolved(place, urls, page);
}

/** One address, or the list of a `srcset`. */
const addresses = (name: string, value: string): string[] =>
  name.endsWith('srcset') ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? '') : [value];

function fileClosure(place: Place, file: string): string[] {
  if (file.endsWith('.css')) {
    const css = place.dist.text(file);
    const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)];
    const next = resolved(
      place,
      urls.map(([, url, imported]) => url ?? imported ?? ''),
      file,
    );
    return [file, ...next.flatMap((found) => (found === file ? [] : fileClosure(place, found)))];
  }
  if (!/\.m?js$/.test(file)) return [file];
  const { now, later } = scriptGraph(place, [file]);
  return [...now, ...later];
}

/** Files only: what is another page, or nothing at all, is left out. */
function resolved(place: Place, urls: readonly string[], from: string): string[] {
  return urls
    .filter((url) => /[./]/.test(url) && !/\s/.test(url))
    .flatMap((url) => safely(() => fileOf(place, url, from)) ?? [])
    .filter((file) => has(place.dist, file) && !file.endsWith('.html'));
}

/** An attribute that is no address at all may hold `%`. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
