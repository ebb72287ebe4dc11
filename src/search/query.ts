import type { Lang } from '../curriculum/schema/common.ts';
import { canon } from '../khmer/canon.ts';
import type { Pattern } from './matcher.ts';
import { otherSpellings } from './spellings.ts';
import { STOP_PHRASES } from './stop-phrases.ts';
import { type Unit, units } from './units.ts';
import type { LangWords } from './words.ts';

/** A part of a query: any one of these patterns has to be in the text. The first is what was typed. */
export type Part = readonly Pattern[];

/** A query as search understands it. */
export interface Query {
  /** Every part as typed; all of them have to be found. Empty if nothing can be searched for. */
  readonly parts: readonly Part[];
  /** Parts left when the words of a question are taken out; the same as `parts` if there are none. */
  readonly content: readonly Part[];
  /** Whether words of a question were taken out. */
  readonly asks: boolean;
  /** What is asked about under one of the names of `content/search.yaml`; only of questions. */
  readonly named: readonly Part[];
  /** Several words that were typed side by side, with the small words between them; not for Khmer. */
  readonly phrase?: Part;
}

const MOST_ALTERNATIVES = 8;
const LEAST_BEGINNING = 4;

function same(a: Unit, b: Unit): boolean {
  const words = a.kind === 'word' && b.kind === 'word';
  return words ? a.stem === b.stem : a.fold === b.fold && a.lead === b.lead;
}

function startsAt(all: Pattern, at: number, phrase: Pattern): boolean {
  return (
    phrase.length > 0 &&
    phrase.every((unit, i) => all[at + i] !== undefined && same(unit, all[at + i] ?? unit))
  );
}

/** A long enough beginning of a word that is a whole entry, as while typing. */
function begins(pattern: Pattern, phrase: Pattern): boolean {
  const [typed, entry] = [pattern[0], phrase[0]];
  if (pattern.length !== 1 || phrase.length !== 1 || typed?.kind !== 'word' || entry === undefined)
    return false;
  return typed.fold.length >= LEAST_BEGINNING && entry.fold.startsWith(typed.fold);
}

function respelt(pattern: Pattern): Pattern[] {
  return pattern.flatMap((unit, at) =>
    (unit.kind === 'word' ? otherSpellings(unit.fold) : []).map((word) => [
      ...pattern.slice(0, at),
      ...units(word),
      ...pattern.slice(at + 1),
    ]),
  );
}

function alternatives(pattern: Pattern, groups: readonly (readonly Pattern[])[]): Part {
  const all: Pattern[] = [pattern, ...respelt(pattern)];
  for (let at = 0; at < pattern.length; at += 1) {
    for (const group of groups) {
      const member = group.find((phrase) => startsAt(pattern, at, phrase) || begins(pattern, phrase));
      if (!member) continue;
      for (const other of group) {
        if (other === member || all.length >= MOST_ALTERNATIVES) continue;
        all.push([...pattern.slice(0, at), ...other, ...pattern.slice(at + member.length)]);
      }
    }
  }
  return all;
}

const longestFirst = (a: Pattern, b: Pattern): number => b.length - a.length;
const stopPatterns = (lang: Lang): Pattern[] => STOP_PHRASES[lang].map(units).sort(longestFirst);

/** Cuts units where the text has a gap between Khmer clusters or between words. */
function runs(all: readonly Unit[]): Unit[][] {
  const cut: Unit[][] = [];
  for (const unit of all) {
    const run = cut[cut.length - 1];
    if (run && unit.joined) run.push(unit);
    else cut.push([unit]);
  }
  return cut;
}

/** Words that a group holds as one phrase stay together: "one window service office" is one part. */
function withPhrases(cut: Unit[][], groups: readonly (readonly Pattern[])[]): Unit[][] {
  const phrases = groups
    .flat()
    .filter((phrase) => phrase.length > 1 && phrase.some((unit) => unit.kind === 'word'));
  const flat = cut.flat();
  const joined: Unit[][] = [];
  for (let at = 0; at < flat.length; ) {
    const phrase = phrases.filter((p) => startsAt(flat, at, p)).sort(longestFirst)[0];
    const run = cut.find((candidate) => candidate[0] === flat[at]);
    const length = phrase?.length ?? run?.length ?? 1;
    joined.push(flat.slice(at, at + length));
    at += length;
  }
  return joined;
}

/** Takes stop phrases out of a run; what is left of it may be several pieces. */
function withoutStops(run: readonly Unit[], stops: readonly Pattern[]): Unit[][] {
  const left: Unit[][] = [[]];
  for (let at = 0; at < run.length; ) {
    const stop = stops.find((phrase) => startsAt(run, at, phrase));
    if (stop) left.push([]);
    else left[left.length - 1]?.push(...run.slice(at, at + 1));
    at += stop?.length ?? 1;
  }
  return left.filter((piece) => piece.length > 0);
}

/** From the first word that counts to the last; nothing if there is only one, or Khmer among them. */
function phraseOf(all: Pattern, content: readonly Pattern[]): Part | undefined {
  const counted = content.flat();
  const [first, last] = [counted[0], counted[counted.length - 1]];
  if (content.length < 2 || first === undefined || last === undefined) return undefined;
  const phrase = all.slice(all.indexOf(first), all.indexOf(last) + 1);
  return phrase.every((unit) => unit.kind === 'word') ? [phrase] : undefined;
}

/** A word that is not meant in certain longer ones knows them. */
function keptApart(pattern: Pattern, rows: readonly (readonly Pattern[])[]): Pattern {
  const longer = rows.find(([word = []]) => word.length === pattern.length && startsAt(pattern, 0, word));
  return longer ? Object.assign([...pattern], { apart: longer.slice(1) }) : pattern;
}

/** An entry of a group; a Khmer acronym also as it is often typed, without its dots. */
function readings(entry: string): Pattern[] {
  const pattern = units(entry);
  return pattern.some((unit) => unit.kind === 'abbreviation')
    ? [pattern, units(entry.replace(/\./g, ''))]
    : [pattern];
}

/** Reads what was typed in one language. */
export function parseQuery(lang: Lang, typed: string, words: LangWords): Query {
  const groups = words.same.map((group) => group.flatMap(readings));
  const apart = words.apart.map((row) => row.map(units));
  const stops = stopPatterns(lang);
  const all = withPhrases(runs(units(canon(typed.slice(0, 200)))), groups);
  const toParts = (cut: readonly Pattern[]): Part[] =>
    cut.map((pattern) => alternatives(pattern, groups).map((one) => keptApart(one, apart)));
  // "without giving a name" is an entry as it stands, though its words are small.
  const entries = groups.flat();
  const isEntry = (run: Pattern): boolean =>
    entries.some((entry) => entry.length === run.length && startsAt(run, 0, entry));
  const kept = all.flatMap((run) => (isEntry(run) ? [run] : withoutStops(run, stops)));
  const asks = kept.flat().length < all.flat().length;
  const content = kept.length > 0 ? kept : all;
  const flat = all.flat();
  const named = groups.filter((group) =>
    group.some((name) => flat.some((_, at) => startsAt(flat, at, name))),
  );
  const phrase = phraseOf(flat, content);
  const counted = toParts(content);
  return {
    parts: lang === 'en' ? counted : toParts(all),
    content: counted,
    asks,
    named: asks ? named : [],
    ...(phrase && { phrase }),
  };
}
