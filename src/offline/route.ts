import type { Lang } from '../curriculum/schema/common.ts';
import { FOLDER } from './names.ts';
import type { Saved } from './saved.ts';

/** Where the answer to a request comes from. Paths are below the base. */
export type Route =
  /** The generation of one unit; the network only for what is not in it. */
  | { readonly kind: 'unit'; readonly saved: Saved }
  /** The network; without it, these generations in turn. */
  | { readonly kind: 'network'; readonly fallback: readonly Saved[] }
  /** Its name says what it holds: any generation, then the network. */
  | { readonly kind: 'hashed'; readonly any: readonly Saved[] };

/** Requests the worker never touches: its own file, what it is told by, and downloads. */
export const isLeftAlone = (path: string): boolean =>
  path === 'sw.js' || path.startsWith(FOLDER) || path.startsWith('packages/');

export function langOf(path: string): Lang {
  return path.startsWith('en/') ? 'en' : 'km';
}

/** The saved unit that a page belongs to. */
export function unitAt(path: string, saved: readonly Saved[]): Saved | undefined {
  return saved.find(({ module, lang }) => `${path}/`.startsWith(`${lang}/${module}/`));
}

/** Newest first, those in the language of the page before the others. */
function inOrder(saved: readonly Saved[], lang: Lang): readonly Saved[] {
  return [...saved].sort((a, b) => Number(b.lang === lang) - Number(a.lang === lang) || b.at - a.at);
}

/** A page: one of a saved unit comes from its generation also when there is a network, so that no two versions mix. */
export function routePage(path: string, saved: readonly Saved[]): Route {
  const unit = unitAt(path, saved);
  if (unit) return { kind: 'unit', saved: unit };
  return { kind: 'network', fallback: inOrder(saved, langOf(path)) };
}

/** What a page asks for: `page` is its path, if the browser says which page asks. */
export function routeFile(path: string, page: string | undefined, saved: readonly Saved[]): Route {
  const unit = page === undefined ? undefined : unitAt(page, saved);
  if (unit) return { kind: 'unit', saved: unit };
  const fallback = inOrder(saved, langOf(page ?? path));
  return path.startsWith('_astro/') ? { kind: 'hashed', any: fallback } : { kind: 'network', fallback };
}

/** A folder's page is also asked for without its last slash, or by the name of its file. */
export function pageKey(path: string): string {
  const folder = path.replace(/(^|\/)index\.html$/, '$1');
  return folder === '' || folder.endsWith('/') || /\.\w+$/.test(folder) ? folder : `${folder}/`;
}
