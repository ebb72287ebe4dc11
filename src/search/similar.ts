import { byScore, type Corpus, type Filter, type Hit, MOST_LOADED, passes, ready } from './corpus.ts';
import type { SearchDocument } from './document.ts';
import { findAll, type Matchable, type Pattern } from './matcher.ts';
import type { Part } from './query.ts';

/** How much of a query a similar document must hold. */
export interface Likeness {
  /** Least share of what was asked for, weighted by how rare it is. */
  readonly least: number;
  /** Least share of what the best document holds. */
  readonly ofBest: number;
  /** Least share of the grains of the query that any document knows. */
  readonly known: number;
  /** Whether something of every part must be there. */
  readonly everyPart: boolean;
}

/** To words that were typed: much of each of them. */
export const ALL: Likeness = { least: 0.62, ofBest: 0, known: 0, everyPart: true };
/** To a question that has an answer already. */
export const FILL: Likeness = { least: 0.5, ofBest: 0, known: 0, everyPart: false };
/** To a question without one: nobody writes as others ask. */
export const ANSWER: Likeness = { least: 0.35, ofBest: 0.75, known: 0.6, everyPart: false };

const MOST_SIMILAR = 5;
const MOST_GRAINS = 16;
/** What a pair of clusters is worth where none of its neighbours is found. */
const BY_CHANCE = 0.4;
/** What a title or heading adds for what it holds. */
const TITLED = 0.2;

/** What a document may share with a query: two neighbouring clusters, or a word. */
interface Grain {
  readonly pattern: Pattern;
  /** Index of the part that it comes from. */
  readonly part: number;
  /** The only one of its part. */
  readonly alone: boolean;
}

interface Found extends Grain {
  /** Its place among all grains. */
  readonly at: number;
  /** Of documents that may hold it. */
  readonly keys: readonly string[];
  readonly weight: number;
}

/** A grain that one document holds. */
interface Held extends Found {
  readonly titled: boolean;
}

function grainsOf([first]: Part, part: number): Grain[] {
  const typed: Pattern = first ?? [];
  if (typed.apart) return [{ pattern: typed, part, alone: true }];
  const patterns = typed.flatMap((unit, i): Pattern[] => {
    const next = typed[i + 1];
    if (unit.kind !== 'khmer') return [[unit]];
    if (next?.kind === 'khmer') return [[{ ...unit, lead: false }, next]];
    return typed.length === 1 ? [[unit]] : [];
  });
  return patterns.map((pattern) => ({ pattern, part, alone: patterns.length === 1 }));
}

function grains(parts: readonly Part[]): Grain[] {
  const key = ({ pattern }: Grain): string => pattern.map((unit) => unit.stem).join('\u0000');
  const all = parts.flatMap(grainsOf);
  return [...new Map(all.map((grain) => [key(grain), grain])).values()].slice(0, MOST_GRAINS);
}

/** A pair found nowhere often only spans two words that nobody wrote side by side: it weighs no more than a rare one. */
const weightOf = (documents: number): number => 1 / (1 + Math.log2(1 + Math.max(1, documents)));

async function lookUp(corpus: Corpus, parts: readonly Part[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const grain of grains(parts)) {
    const keys = await corpus.having([grain.pattern], {}, true);
    found.push({ ...grain, at: found.length, keys, weight: weightOf(keys.length) });
  }
  return found;
}

/** Two clusters alone are often chance; with their neighbours they are a word. */
function trust({ at, part, pattern, alone }: Found, held: readonly Found[]): number {
  if (alone || pattern.length === 1) return 1;
  const beside = held.some((other) => other.part === part && Math.abs(other.at - at) === 1);
  return beside ? 1 : BY_CHANCE;
}

/** Documents that hold much of what was asked for, best first. */
export async function similar(
  corpus: Corpus,
  parts: readonly Part[],
  filter: Filter,
  { least, ofBest, known, everyPart }: Likeness,
): Promise<Hit[]> {
  const found = await lookUp(corpus, parts);
  if (found.filter(({ keys }) => keys.length > 0).length < known * found.length) return [];
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  const share = (held: readonly Found[]): number =>
    held.reduce((sum, grain) => sum + (grain.weight * trust(grain, held)) / total, 0);
  const enough = (held: readonly Found[]): boolean =>
    share(held) >= least &&
    (!everyPart || parts.every((_, part) => held.some((grain) => grain.part === part)));
  const documents = await corpus.load(likeliest(found, enough, share));
  const hits = documents.flatMap((document): Hit[] => {
    const held = heldBy(document, found);
    if (!passes(document, filter) || !enough(held)) return [];
    const score = share(held) + TITLED * share(held.filter(({ titled }) => titled));
    return [{ document, score, patterns: found.map(({ pattern }) => pattern), similar: true }];
  });
  const best = Math.max(0, ...hits.map(({ score }) => score));
  return hits
    .filter(({ score }) => score >= best * ofBest)
    .sort(byScore)
    .slice(0, MOST_SIMILAR);
}

/** Keys of documents that may hold enough, likeliest first. */
function likeliest(
  found: readonly Found[],
  enough: (held: readonly Found[]) => boolean,
  share: (held: readonly Found[]) => number,
): string[] {
  const held = new Map<string, Found[]>();
  for (const grain of found) for (const key of grain.keys) held.set(key, [...(held.get(key) ?? []), grain]);
  return [...held]
    .filter(([, some]) => enough(some))
    .sort(([, a], [, b]) => share(b) - share(a))
    .slice(0, MOST_LOADED)
    .map(([key]) => key);
}

function heldBy(document: SearchDocument, found: readonly Found[]): Held[] {
  const { title, heading, text } = ready(document);
  const isIn = (field: Matchable, { pattern }: Found) => findAll(field, pattern).some(({ whole }) => whole);
  return found.flatMap((grain): Held[] => {
    const titled = isIn(title, grain) || isIn(heading, grain);
    return titled || isIn(text, grain) ? [{ ...grain, titled }] : [];
  });
}
