import type { Lang } from '../curriculum/schema/common.ts';
import type { Corpus } from './corpus.ts';
import { indexWords } from './encode.ts';
import { findAll, matchable, type Pattern } from './matcher.ts';
import { filterWords, fromRecord, type IndexRecord } from './record.ts';
import type { Unit } from './units.ts';

interface FoundRecord {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<IndexRecord>;
}

/** The part of Pagefind's browser module that search uses. */
export interface PagefindModule {
  readonly options: (options: { readonly baseUrl: string }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly FoundRecord[] } | null>;
}

/** As typed, and by its stem where the index's own stemmer might not lead to the same words. */
const READINGS: readonly ((unit: Unit) => string)[] = [(unit) => unit.fold, (unit) => unit.stem];

/** For a word it does not have Pagefind answers with the longest beginning that it has; then the first result lacks it. */
async function isFound(
  lang: Lang,
  first: FoundRecord | undefined,
  patterns: readonly Pattern[],
): Promise<boolean> {
  if (!first) return false;
  const { title, heading, text } = fromRecord(lang, await first.data());
  const fields = [title, heading, text].map(matchable);
  return patterns.every((pattern) => fields.some((field) => findAll(field, pattern).length > 0));
}

/**
 * A Pagefind index as a corpus. Pagefind finds too much, since it takes every word as a beginning and drops words it
 * does not have; the matcher verifies.
 */
export function pagefindCorpus(lang: Lang, pagefind: PagefindModule): Corpus {
  const found = new Map<string, FoundRecord>();
  return {
    having: async (patterns: readonly Pattern[], filter, closed) => {
      const queries = READINGS.map((read) =>
        [...patterns.flatMap((pattern) => indexWords(pattern, read, closed)), ...filterWords(filter)].join(
          ' ',
        ),
      );
      const best = new Map<string, FoundRecord>();
      for (const words of new Set(queries))
        for (const record of (await pagefind.search(words))?.results ?? []) best.set(record.id, record);
      const all = [...best.values()].sort((a, b) => b.score - a.score);
      for (const record of all) found.set(record.id, record);
      return closed && !(await isFound(lang, all[0], patterns)) ? [] : all.map((record) => record.id);
    },
    load: async (keys) => {
      const records = await Promise.all(keys.map((key) => found.get(key)?.data()));
      return records.flatMap((record) => (record ? [fromRecord(lang, record)] : []));
    },
  };
}
