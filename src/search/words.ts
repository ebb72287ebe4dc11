import type { Lang } from '../curriculum/schema/common.ts';

/** Groups of words that are taken for one another. */
export type WordGroups = readonly (readonly string[])[];

/** Site data of search, by language: `content/search.yaml`. */
export type SearchWords = Readonly<Record<Lang, WordGroups>>;
