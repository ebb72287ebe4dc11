import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The files of a built site. Paths are relative to it, with `/`. */
export interface Dist {
  readonly paths: readonly string[];
  /** @throws if there is no such file. */
  read(path: string): Uint8Array;
  text(path: string): string;
}

const decoder = new TextDecoder();

export function distOf(files: ReadonlyMap<string, Uint8Array>): Dist {
  const read = (path: string) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`the built site has no ${path}`);
    return bytes;
  };
  return { paths: [...files.keys()].sort(), read, text: (path) => decoder.decode(read(path)) };
}

/** A built site on disk; files are read when asked for. */
export function readDist(folder: string): Dist {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  const read = (path: string) => readFileSync(join(folder, path));
  return { paths, read, text: (path) => decoder.decode(read(path)) };
}

/** What turns addresses in a page into paths of files; `base` begins and ends with `/`. */
export interface Place {
  readonly dist: Dist;
  readonly base: string;
}

/** The file of the site that an address in `from` means, or undefined if it lies outside the site. */
export function fileOf({ dist, base }: Place, url: string, from: string): string | undefined {
  const [address = ''] = url.split(/[?#]/);
  if (address === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  const path = decodeURIComponent(address);
  if (path.startsWith('/') && !path.startsWith(base)) return undefined;
  const file = path.startsWith('/') ? path.slice(base.length) : posix.join(posix.dirname(from), path);
  return [file, posix.join(file, 'index.html')].find((candidate) => has(dist, candidate));
}

const sets = new WeakMap<Dist, ReadonlySet<string>>();

export function has(dist: Dist, path: string): boolean {
  let set = sets.get(dist);
  if (!set) {
    set = new Set(dist.paths);
    sets.set(dist, set);
  }
  return set.has(path);
}

/** `/` at both ends, as addresses of the built site begin. */
export function normaliseBase(base: string): string {
  return `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}
