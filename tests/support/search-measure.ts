import type { Judged } from './search-data.ts';

/** Document ids that an engine returned, best first. */
export type Answers = ReadonlyMap<Judged, readonly string[]>;

export interface Measure {
  readonly queries: number;
  /** Mean over queries of found relevant documents among the first ten, of those that fit there; 1 for none to find. */
  readonly recall: number;
  /** Share of relevant documents among all first tens together; of queries without an answer, those left empty. */
  readonly precision: number;
  readonly empty: number;
}

function found(judged: Judged, answers: Answers): { first: readonly string[]; right: number } {
  const first = (answers.get(judged) ?? []).slice(0, 10);
  return { first, right: first.filter((id) => judged.relevant.includes(id)).length };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Recall@10 and precision@10 of some queries. Wrong answers to a query that has none count as a whole list would. */
export function measure(queries: readonly Judged[], answers: Answers): Measure {
  const each = queries.map((judged) => ({ judged, ...found(judged, answers) }));
  const recall = each.map(({ judged, right }) =>
    judged.relevant.length === 0 ? 1 : right / Math.min(10, judged.relevant.length),
  );
  const returned = sum(each.map(({ first }) => first.length));
  const none = queries.every((judged) => judged.relevant.length === 0);
  const silent = each.filter(({ first }) => first.length === 0).length;
  return {
    queries: queries.length,
    recall: sum(recall) / Math.max(1, queries.length),
    precision: none
      ? silent / queries.length
      : returned === 0
        ? 1
        : sum(each.map(({ right }) => right)) / returned,
    empty: silent,
  };
}

/** Measures for each kind of query of a set in a language, and for all of them as `all`. */
export function measures(
  { set, lang }: Pick<Judged, 'set' | 'lang'>,
  answers: Answers,
): Map<string, Measure> {
  const own = [...answers.keys()].filter((judged) => judged.set === set && judged.lang === lang);
  const kinds = [...new Set(own.map((judged) => judged.kind))];
  const groups = kinds.map((kind): [string, Judged[]] => [
    kind,
    own.filter((judged) => judged.kind === kind),
  ]);
  return new Map(
    [...groups, ['all', own] as const].map(([kind, queries]) => [kind, measure(queries, answers)]),
  );
}
