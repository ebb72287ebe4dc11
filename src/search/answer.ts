import type { Kind, SearchDocument } from './document.ts';
import { findAll, type Match, type Matchable, matchable, type Pattern } from './matcher.ts';
import type { Part, Query } from './query.ts';

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
const MOST_LOADED = 48;
const MOST_COMBINATIONS = 8;
const MOST_SIMILAR = 10;
const LEAST_COVERED = 0.62;
/** Words that stand side by side in this many documents are an expression. */
const EXPRESSION = 2;
/** A question with fewer answers is filled up with similar ones. */
const FEW = 1;

interface Ready {
  readonly title: Matchable;
  readonly heading: Matchable;
  readonly text: Matchable;
}

const ready = (document: SearchDocument): Ready => ({
  title: matchable(document.title),
  heading: matchable(document.heading),
  text: matchable(document.text),
});

/** A section of a lesson does not answer by its lesson's title alone; the lesson's opening does. */
const titleIsOwn = (document: SearchDocument): boolean =>
  document.kind !== 'lesson' || document.heading === '';

interface PartScore {
  readonly score: number;
  readonly whole: boolean;
  /** Found in what is the document's own. */
  readonly own: boolean;
}

function scorePart(document: SearchDocument, fields: Ready, part: Part): PartScore | undefined {
  const find = (field: Matchable): Match[] => part.flatMap((pattern) => findAll(field, pattern));
  const [title, heading, text] = [find(fields.title), find(fields.heading), find(fields.text)];
  const own = [...heading, ...text, ...(titleIsOwn(document) ? title : [])];
  const all = [...title, ...own];
  if (all.length === 0) return undefined;
  const whole = all.some((match) => match.whole);
  const atStart = title.some((match) => match.start === 0) ? 2 : 0;
  const score =
    (title.length > 0 ? 8 + atStart : 0) + (heading.length > 0 ? 4 : 0) + Math.log2(1 + text.length);
  return { score: whole ? score : score / 2, whole, own: own.length > 0 };
}

interface Verified extends Hit {
  readonly whole: boolean;
}

function verify(document: SearchDocument, parts: readonly Part[]): Verified | undefined {
  const fields = ready(document);
  const scores: PartScore[] = [];
  for (const part of parts) {
    const found = scorePart(document, fields, part);
    if (!found) return undefined;
    scores.push(found);
  }
  if (!scores.some((part) => part.own)) return undefined;
  const score = scores.reduce((sum, part) => sum + part.score, 0);
  return {
    document,
    score,
    patterns: parts.flat(),
    similar: false,
    whole: scores.every((part) => part.whole),
  };
}

/** Best first; equals in the order of their addresses, so that every engine gives the same list. */
function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || (a.document.url < b.document.url ? -1 : 1);
}

/** One pattern of each part, in all ways up to a limit, what was typed first. */
function combinations(parts: readonly Part[]): Pattern[][] {
  let all: Pattern[][] = [[]];
  for (const part of parts) all = all.flatMap((some) => part.map((pattern) => [...some, pattern]));
  return all.slice(0, MOST_COMBINATIONS);
}

async function candidates(corpus: Corpus, parts: readonly Part[], filter: Filter): Promise<SearchDocument[]> {
  const keys = new Set<string>();
  for (const patterns of combinations(parts))
    for (const key of await corpus.having(patterns, filter, false)) keys.add(key);
  return [...(await corpus.load([...keys].slice(0, MOST_LOADED)))];
}

/** Where words that were typed side by side are an expression, documents that only scatter them are left out. */
function asExpression(hits: readonly Verified[], phrase: Part | undefined): readonly Verified[] {
  if (!phrase) return hits;
  const together = hits.flatMap((hit) => verify(hit.document, [phrase]) ?? []).filter((hit) => hit.whole);
  return together.length >= EXPRESSION ? together : hits;
}

async function exact(corpus: Corpus, parts: readonly Part[], query: Query, filter: Filter): Promise<Hit[]> {
  if (parts.length === 0) return [];
  const documents = await candidates(corpus, parts, filter);
  const verified = documents.flatMap((document) => verify(document, parts) ?? []);
  const whole = verified.filter((hit) => hit.whole);
  return [...asExpression(whole.length > 0 ? whole : verified, query.phrase)].sort(byScore);
}

/** What a document may share with a query: pairs of neighbouring clusters, and words. */
function grains(parts: readonly Part[]): Pattern[] {
  const all = parts.flatMap(([typed = []]) =>
    typed.flatMap((unit, i): Pattern[] => {
      const next = typed[i + 1];
      if (unit.kind !== 'khmer') return [[unit]];
      if (next?.kind === 'khmer') return [[{ ...unit, lead: false }, next]];
      return typed.length === 1 ? [[unit]] : [];
    }),
  );
  const key = (pattern: Pattern): string => pattern.map((unit) => unit.stem).join('\u0000');
  return [...new Map(all.map((pattern) => [key(pattern), pattern])).values()].slice(0, 16);
}

/** Documents that hold much of what was asked for, weighted by how rare it is. */
async function similar(corpus: Corpus, parts: readonly Part[], filter: Filter): Promise<Hit[]> {
  const found: { pattern: Pattern; keys: readonly string[] }[] = [];
  for (const pattern of grains(parts))
    found.push({ pattern, keys: await corpus.having([pattern], {}, true) });
  // A pair found nowhere often only spans two words that nobody wrote side by side.
  const weight = (keys: readonly string[]): number => 1 / (1 + Math.log2(1 + Math.max(1, keys.length)));
  const total = found.reduce((sum, { keys }) => sum + weight(keys), 0);
  const covered = new Map<string, number>();
  for (const { keys } of found)
    for (const key of keys) covered.set(key, (covered.get(key) ?? 0) + weight(keys) / total);
  const best = [...covered].filter(([, share]) => share >= LEAST_COVERED);
  best.sort((a, b) => b[1] - a[1]);
  const documents = await corpus.load(best.slice(0, MOST_LOADED).map(([key]) => key));
  const patterns = found.map(({ pattern }) => pattern);
  const share = (document: SearchDocument): number => {
    const fields = Object.values(ready(document));
    const held = found.filter(({ pattern }) =>
      fields.some((f) => findAll(f, pattern).some((match) => match.whole)),
    );
    return held.reduce((sum, { keys }) => sum + weight(keys) / total, 0);
  };
  return documents
    .filter((document) => passes(document, filter))
    .map((document) => ({ document, score: share(document), patterns, similar: true }))
    .filter(({ score }) => score >= LEAST_COVERED)
    .sort(byScore)
    .slice(0, MOST_SIMILAR);
}

export function passes(document: SearchDocument, filter: Filter): boolean {
  if (filter.kind !== undefined && document.kind !== filter.kind) return false;
  return filter.module === undefined || document.module === filter.module;
}

/**
 * Answers a query from any corpus: all parts; else all parts without the words of a question; and where that gives
 * little, what is similar. Every hit was verified by the one matcher.
 */
export async function answer(corpus: Corpus, query: Query, filter: Filter = {}): Promise<Hit[]> {
  const typed = await exact(corpus, query.parts, query, filter);
  if (typed.length > 0 && !query.asks) return typed;
  const content =
    query.asks && typed.length === 0 ? await exact(corpus, query.content, query, filter) : typed;
  if (content.length > FEW || query.parts.length === 0) return content;
  const known = new Set(content.map((hit) => hit.document.url));
  const more = await similar(corpus, query.content, filter);
  return [...content, ...more.filter((hit) => !known.has(hit.document.url))];
}
