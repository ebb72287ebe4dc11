import { type Unit, units } from './units.ts';

/** Half-open range in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is looked for as one piece: neighbouring units. `apart` are longer words in which it is not meant. */
export type Pattern = readonly Unit[] & { readonly apart?: readonly (readonly Unit[])[] };

export interface Match extends Range {
  /** False where the query breaks off inside a cluster or word, as while typing. */
  readonly whole: boolean;
}

/** A text made ready for many patterns. */
export interface Matchable {
  readonly text: string;
  readonly units: readonly Unit[];
}

export function matchable(text: string): Matchable {
  return { text, units: units(text) };
}

const isWord = (unit: Unit): boolean => unit.kind === 'word' || unit.kind === 'digits';

function sameUnit(wanted: Unit, found: Unit): boolean {
  if (isWord(wanted) !== isWord(found)) return false;
  return isWord(wanted) ? wanted.stem === found.stem : wanted.fold === found.fold;
}

/** "vaccin" is on the way to "vaccines" and "vaccination", though it is the stem of one of them. */
const beginsOnly = ({ kind, fold }: Unit, found: Unit): boolean =>
  kind === 'word' &&
  (found.fold === `${fold}e` || (found.fold === `${fold}es` && !/(?:[osxz]|[cs]h)$/.test(fold)));

/** The last unit may be the beginning of what is found. */
function lastUnit(wanted: Unit, found: Unit): 'no' | 'part' | 'whole' {
  if (sameUnit(wanted, found) || (!isWord(found) && !isWord(wanted) && wanted.fold === found.own))
    return beginsOnly(wanted, found) ? 'part' : 'whole';
  return isWord(wanted) === isWord(found) && found.fold.startsWith(wanted.fold) ? 'part' : 'no';
}

/** Clusters must touch; words of other scripts may have spaces and punctuation between them. */
function mayFollow(wanted: Unit, found: Unit): boolean {
  return found.joined || isWord(found) || !wanted.joined;
}

function matchAt(pattern: Pattern, all: readonly Unit[], at: number): 'no' | 'part' | 'whole' {
  for (let i = 0; i < pattern.length; i += 1) {
    const wanted = pattern[i];
    const found = all[at + i];
    if (wanted === undefined || found === undefined) return 'no';
    if (i === 0 ? wanted.lead && !found.lead : !mayFollow(wanted, found)) return 'no';
    if (i === pattern.length - 1) return lastUnit(wanted, found);
    if (!sameUnit(wanted, found)) return 'no';
  }
  return 'no';
}

/**
 * Where a pattern occurs, in the text's order, whole clusters only. The one matcher of search: it verifies the results
 * of every engine and says what to highlight.
 */
export function findAll(text: Matchable, pattern: Pattern): Match[] {
  const all = text.units;
  const others = (pattern.apart ?? []).flatMap((longer) => findAll(text, longer));
  const inside = (start: number, end: number): boolean =>
    others.some((other) => other.whole && other.start <= start && end <= other.end);
  const found: Match[] = [];
  for (let at = 0; at + pattern.length <= all.length; at += 1) {
    const how = matchAt(pattern, all, at);
    const first = all[at];
    const last = all[at + pattern.length - 1];
    if (how !== 'no' && first && last && !inside(first.start, last.end))
      found.push({ start: first.start, end: last.end, whole: how === 'whole' });
  }
  return found;
}

/** Ranges in order without overlap; those that touch become one. */
export function merged(ranges: readonly Range[]): Range[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = all[all.length - 1];
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** What to highlight in a text for these patterns: whole matches, or the parts where there is no whole one. */
export function highlights(text: string, patterns: readonly Pattern[]): Range[] {
  const ready = matchable(text);
  return merged(
    patterns.flatMap((pattern) => {
      const all = findAll(ready, pattern);
      const whole = all.filter((match) => match.whole);
      return whole.length > 0 ? whole : all;
    }),
  );
}
