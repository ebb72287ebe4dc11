import { byScore, type Corpus, type Filter, type Hit, MOST_LOADED, type Ready, ready } from './corpus.ts';
import type { SearchDocument } from './document.ts';
import { findAll, type Match, type Matchable, matchable, type Pattern } from './matcher.ts';
import type { Part, Query } from './query.ts';
import { ALL, ANSWER, FILL, similar } from './similar.ts';
import { units } from './units.ts';

const MOST_COMBINATIONS = 8;
/** Words that stand side by side in this many documents are an expression. */
const EXPRESSION = 2;
/** A question with fewer answers is filled up with similar ones. */
const FEW = 1;

/** A section of a lesson does not answer by its lesson's title alone; the lesson's opening does. */
const titleIsOwn = (document: SearchDocument): boolean =>
  document.kind !== 'lesson' || document.heading === '';

interface PartScore {
  readonly score: number;
  readonly whole: boolean;
  /** Found in what is the document's own. */
  readonly own: boolean;
  readonly titled: boolean;
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
  return {
    score: whole ? score : score / 2,
    whole,
    own: own.length > 0,
    titled: heading.length > 0 || (title.length > 0 && titleIsOwn(document)),
  };
}

interface Verified extends Hit {
  readonly whole: boolean;
  /** All that was asked for is in its title or heading. */
  readonly titled: boolean;
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
    titled: scores.every((part) => part.titled),
  };
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
  const together = hits.filter((hit) => verify(hit.document, [phrase])?.whole);
  return together.length >= EXPRESSION ? hits.filter((hit) => hit.titled || together.includes(hit)) : hits;
}

async function exact(
  corpus: Corpus,
  parts: readonly Part[],
  phrase: Part | undefined,
  filter: Filter,
): Promise<Hit[]> {
  if (parts.length === 0) return [];
  const documents = await candidates(corpus, parts, filter);
  const verified = documents.flatMap((document) => verify(document, parts) ?? []);
  const whole = verified.filter((hit) => hit.whole);
  return [...asExpression(whole.length > 0 ? whole : verified, phrase)].sort(byScore);
}

/** Documents that have a part in their title. */
async function titledWith(corpus: Corpus, part: Part, filter: Filter): Promise<Hit[]> {
  const holds = ({ document }: Hit): boolean => {
    const title = matchable(document.title);
    return titleIsOwn(document) && part.some((pattern) => findAll(title, pattern).some(({ whole }) => whole));
  };
  return (await exact(corpus, [part], undefined, filter)).filter(holds);
}

/** Whether a title is just this part, as that of a glossary entry. */
const isNamed = (part: Part, { document }: Hit): boolean =>
  part.some((pattern) => pattern.length === units(document.title).length);

/**
 * What a question surely is about, though it says more than any document: what is titled with a name it holds; and
 * where it is made of nothing but terms ("the difference between a gift and a bribe"), their entries.
 */
async function namedIn(corpus: Corpus, { content, named }: Query, filter: Filter): Promise<Hit[]> {
  const titled: Hit[] = [];
  for (const part of named) titled.push(...(await titledWith(corpus, part, filter)));
  const entries: Hit[] = [];
  for (const part of content) {
    const own = await titledWith(corpus, part, { ...filter, kind: 'term' });
    const exactly = own.filter((hit) => isNamed(part, hit));
    if (exactly.length === 0) return titled;
    entries.push(...exactly);
  }
  return [...titled, ...entries];
}

/** In the order given, each document once. */
function once(hits: readonly Hit[]): Hit[] {
  const known = new Set<string>();
  return hits.filter(({ document }) => !known.has(document.url) && known.add(document.url));
}

/**
 * Answers a query from any corpus: all parts; else all parts without the words of a question; and where that gives
 * little, what is similar. Every hit was verified by the one matcher.
 */
export async function answer(corpus: Corpus, query: Query, filter: Filter = {}): Promise<Hit[]> {
  const { parts, content, asks, phrase } = query;
  if (parts.length === 0) return [];
  const typed = await exact(corpus, parts, phrase, filter);
  if (!asks) return typed.length > 0 ? typed : similar(corpus, content, filter, ALL);
  // In English the words of a question are out of `parts` already.
  const found = typed.length > 0 || content === parts ? typed : await exact(corpus, content, phrase, filter);
  const about = await namedIn(corpus, query, filter);
  if (found.length > FEW) return once([...found, ...about]);
  const more = await similar(corpus, content, filter, found.length > 0 ? FILL : ANSWER);
  return once([...found, ...about, ...more]);
}
