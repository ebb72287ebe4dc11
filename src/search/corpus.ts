import type { Kind, SearchDocument } from './document.ts';
import { type Matchable, matchable, type Pattern } from './matcher.ts';

export interface Filter {
  readonly kind?: Kind;
  readonly module?: string;
}

/** Where documents are looked up: a scan of the text, or an index that may return too many but never too few. */
export interface Corpus {
  /**
   * Keys of documents that may hold all these patterns, likeliest first. A `closed` Khmer pattern ends where it ends;
   * a word may always be the beginning of a longer one.
   */
  having(patterns: readonly Pattern[], filter: Filter, closed: boolean): Promise<readonly string[]>;
  load(keys: readonly string[]): Promise<readonly SearchDocument[]>;
  /** Whether it lacks modules that the site has: without a network, only what is saved can be looked through. */
  readonly partial?: boolean;
}

export interface Hit {
  readonly document: SearchDocument;
  readonly score: number;
  /** Patterns to highlight. */
  readonly patterns: readonly Pattern[];
  /** Not all that was asked for, but much of it. */
  readonly similar: boolean;
}

/** No more documents than these are loaded for one query. */
export const MOST_LOADED = 48;

/** A document cut for matching. */
export interface Ready {
  readonly title: Matchable;
  readonly heading: Matchable;
  readonly text: Matchable;
}

export const ready = (document: SearchDocument): Ready => ({
  title: matchable(document.title),
  heading: matchable(document.heading),
  text: matchable(document.text),
});

/** Best first; equals in the order of their addresses, so that every engine gives the same list. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || (a.document.url < b.document.url ? -1 : 1);
}

export function passes(document: SearchDocument, filter: Filter): boolean {
  if (filter.kind !== undefined && document.kind !== filter.kind) return false;
  return filter.module === undefined || document.module === filter.module;
}
