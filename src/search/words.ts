import type { Lang } from '../curriculum/schema/common.ts';

/** Groups of words. */
export type WordGroups = readonly (readonly string[])[];

/** What search knows of words in one language. */
export interface LangWords {
  /** Taken for one another. */
  readonly same: WordGroups;
  /** The first is not meant in the longer words after it, although its letters stand in them. */
  readonly apart: WordGroups;
}

export const NO_WORDS: LangWords = { same: [], apart: [] };

/** Site data of search: `content/search.yaml`. */
export type SearchWords = Readonly<Record<Lang, LangWords>>;
