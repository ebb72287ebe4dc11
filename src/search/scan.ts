import { type Corpus, type Filter, passes } from './corpus.ts';
import type { SearchDocument } from './document.ts';
import { findAll, type Matchable, matchable, type Pattern } from './matcher.ts';

/**
 * Documents in memory, looked through one by one: for packages, copies opened from a disk and browsers that cannot run
 * an index. Fast enough for some hundreds of pages.
 */
export function scanCorpus(documents: readonly SearchDocument[]): Corpus {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const fields = new Map<string, readonly Matchable[]>();
  const fieldsOf = (document: SearchDocument): readonly Matchable[] => {
    const known = fields.get(document.id);
    if (known) return known;
    const cut = [document.title, document.heading, document.text].map(matchable);
    fields.set(document.id, cut);
    return cut;
  };
  const holds = (document: SearchDocument, pattern: Pattern, closed: boolean): boolean =>
    fieldsOf(document).some((field) =>
      findAll(field, pattern).some((match) => match.whole || !closed || pattern[0]?.kind === 'word'),
    );
  return {
    having: async (patterns, filter: Filter, closed) =>
      documents
        .filter((d) => passes(d, filter) && patterns.every((pattern) => holds(d, pattern, closed)))
        .map((document) => document.id),
    load: async (keys) => keys.flatMap((key) => byId.get(key) ?? []),
  };
}
