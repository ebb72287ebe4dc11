import { canon } from '../khmer/canon.ts';
import { KHMER_CLUSTER } from '../khmer/clusters.ts';
import { toAsciiDigits } from '../khmer/digits.ts';
import { fold } from '../khmer/fold.ts';
import { stem } from './stem.ts';

/** The smallest thing that is compared: a folded Khmer cluster, or a folded word or number of another script. */
export interface Unit {
  readonly kind: 'khmer' | 'abbreviation' | 'digits' | 'word';
  /** What two spellings of the same have in common (see `fold`). */
  readonly fold: string;
  /** `fold` without the sign that a following ម្ lends it. */
  readonly own: string;
  /** Stem of a word; else as `fold`. */
  readonly stem: string;
  /** Whether ំ stands before it, as written or as the folded form of its own ម្. */
  readonly lead: boolean;
  /** Half-open range in the text that was cut, whole clusters only. */
  readonly start: number;
  readonly end: number;
  /** Nothing visible stands between it and the unit before. */
  readonly joined: boolean;
}

const ABBREVIATION = '(?:[\\u1780-\\u17A2]\\.)+[\\u1780-\\u17A2](?![\\u1780-\\u17D3])\\.?';
const WORD = "(?:(?![\\u1780-\\u17FF])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![\\u1780-\\u17FF])\\p{L})+)*";
const PIECES = new RegExp(`(${ABBREVIATION})|(${KHMER_CLUSTER})|([\\u17E0-\\u17E9]+)|(${WORD})`, 'gu');
const HIDDEN_ONLY = /^[\u200B-\u200D\u2060\u2063\uFEFF\u00AD\u17B4\u17B5]*$/;
const NIKAHIT = '\u17C6';
/** អោយ is the same word as ឱ្យ, in two clusters. */
const AO = '\u17A2\u17C4';

type Draft = { -readonly [K in keyof Unit]: Unit[K] };

function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '');
}

function plain(kind: Unit['kind'], raw: string): { fold: string; stem: string } {
  if (kind === 'abbreviation') return { fold: raw.replace(/\./g, ''), stem: raw.replace(/\./g, '') };
  if (kind === 'digits') return { fold: toAsciiDigits(raw), stem: toAsciiDigits(raw) };
  const word = foldWord(raw);
  return { fold: word, stem: stem(word) };
}

/** After ះ and ៈ it would have to change places with them, and the beginning of the word would be another. */
function lendNikahit(unit: Draft): void {
  if (unit.fold.endsWith(NIKAHIT)) return;
  const lent = fold(unit.fold + NIKAHIT);
  if (!lent.startsWith(unit.own)) return;
  unit.fold = lent;
  unit.stem = lent;
}

/** Adds a cluster; folding may join it to the one before, or lend that one a sign. */
function addCluster(all: Draft[], canonical: string, start: number, end: number, joined: boolean): void {
  const before = all[all.length - 1];
  const neighbour = joined && before?.kind === 'khmer' ? before : undefined;
  if (neighbour?.own === AO && canonical.startsWith('\u1799')) {
    neighbour.fold = neighbour.own = neighbour.stem = fold(AO + canonical);
    neighbour.end = end;
    return;
  }
  const folded = fold(canonical);
  const borrowed = folded.startsWith(NIKAHIT);
  const bare = borrowed ? folded.slice(1) : folded;
  // ឨ folds into two letters.
  const two = bare.startsWith('\u17A7\u1780');
  const own = two ? '\u17A7' : bare;
  const rest = two ? bare.slice(1) : undefined;
  if (borrowed && neighbour) lendNikahit(neighbour);
  const lead = borrowed || neighbour?.fold.endsWith(NIKAHIT) === true;
  all.push({ kind: 'khmer', fold: own, own, stem: own, lead, start, end, joined });
  if (rest !== undefined)
    all.push({
      kind: 'khmer',
      fold: rest,
      own: rest,
      stem: rest,
      lead: false,
      start: end,
      end,
      joined: true,
    });
}

/**
 * Cuts a text into units, in any of the encodings and spellings that `canon` and `fold` know. What is between them,
 * such as spaces and punctuation, is left out.
 */
export function units(text: string): Unit[] {
  const all: Draft[] = [];
  let last = 0;
  for (const match of text.matchAll(PIECES)) {
    const [raw, abbreviation, cluster, digits] = match;
    const start = match.index;
    const end = start + raw.length;
    const joined = all.length > 0 && HIDDEN_ONLY.test(text.slice(last, start));
    if (cluster !== undefined) addCluster(all, canon(cluster), start, end, joined);
    else {
      const kind = abbreviation !== undefined ? 'abbreviation' : digits !== undefined ? 'digits' : 'word';
      const { fold: own, stem: root } = plain(kind, raw);
      all.push({ kind, fold: own, own, stem: root, lead: false, start, end, joined });
    }
    last = end;
  }
  return all;
}
