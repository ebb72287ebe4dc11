import { statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A built site: its folder and the base path that its URLs begin with (`/` or `/sog/`). */
export interface BuiltSite {
  readonly dist: string;
  readonly base: string;
}

/** What a URL in a built document leads to. `file` is relative to `dist`, with `/`; `suffix` is its `?…#…`. */
export type Target =
  | { readonly kind: 'file'; readonly file: string; readonly suffix: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'fragment' }
  | { readonly kind: 'data' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'script' };

/** A document that cannot be packed as it stands: says in which file, at which URL, and how to mend it. */
export class StageError extends Error {
  override readonly name = 'StageError';
  readonly file: string;
  readonly url: string;
  readonly hint: string;

  constructor(file: string, url: string, reason: string, hint: string) {
    super(`${file}: ${reason}: ${url}\n  ${hint}`);
    this.file = file;
    this.url = url;
    this.hint = hint;
  }
}

const HOST = 'https://site.invalid';

/** `/sog` and `sog/` become `/sog/`; nothing becomes `/`. */
export function normaliseBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Resolves `url`, as written in `from` (a file of the site), the way a browser would on the deployed site. */
export function resolveUrl(site: BuiltSite, url: string, from: string): Target {
  const trimmed = url.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return { kind: 'fragment' };
  if (/^(data|blob|about):/i.test(trimmed)) return { kind: 'data' };
  if (/^(mailto|tel|sms):/i.test(trimmed)) return { kind: 'contact' };
  if (/^javascript:/i.test(trimmed)) return { kind: 'script' };
  const absolute = URL.parse(trimmed, HOST + site.base + from);
  if (!absolute) return { kind: 'missing', path: trimmed };
  if (absolute.origin !== HOST) return { kind: 'external', url: trimmed };
  const path = decodePath(absolute.pathname);
  if (!`${path}/`.startsWith(site.base)) return { kind: 'missing', path };
  const inside = path.slice(site.base.length);
  const file = findFile(site.dist, inside);
  if (file === undefined) return { kind: 'missing', path: inside };
  return { kind: 'file', file, suffix: absolute.search + absolute.hash };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function findFile(dist: string, path: string): string | undefined {
  const bare = path.replace(/\/$/, '');
  const candidates = [path, posix.join(path, 'index.html'), `${bare}.html`];
  return candidates.find((c) => c !== '' && statSync(join(dist, c), { throwIfNoEntry: false })?.isFile());
}
