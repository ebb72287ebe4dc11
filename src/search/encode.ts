import { canon } from '../khmer/canon.ts';
import { toKhmerDigits } from '../khmer/digits.ts';
import { type Unit, units } from './units.ts';

/*
 * Khmer for a word index. Pagefind cuts words at spaces and drops combining marks, which are every Khmer vowel and
 * subscript; so each cluster is written in Yi letters (U+A000 …), which it keeps, and each word of the index is two
 * neighbouring clusters: "ក-ខ-គ" becomes "ក¹ខ² ខ¹គ² គ³". Indexed is the folded form; the form as written follows it in
 * private-use characters, which the index ignores and a result gives back.
 */
const FIRST = '\uA480';
const SECOND = '\uA481';
const LAST = '\uA482';
/** Follows the folded form where the form as written differs. */
const WRITTEN = '\uE000';
/** Alone: no space here. */
const NO_SPACE = '\uE001';
const KHMER_DIGITS = '\uE010';
const DOT = '\uE011';
const ESCAPE = '\uE012';
const NIBBLE = 0xe020;
const PRIVATE_KHMER = 0xe100;
const YI = 0xa000;
const KHMER = 0x1780;

const shift = (text: string, from: number, to: number): string =>
  text.replace(/[\s\S]/g, (c) => {
    const i = c.charCodeAt(0) - from;
    return i >= 0 && i < 0x80 ? String.fromCharCode(to + i) : c;
  });
const toYi = (folded: string): string => shift(folded, KHMER, YI);
const fromYi = (yi: string): string => shift(yi, YI, KHMER);
const hide = (written: string): string => shift(written, KHMER, PRIVATE_KHMER).replace(/\./g, DOT);
const reveal = (hidden: string): string =>
  shift(hidden, PRIVATE_KHMER, KHMER).replace(new RegExp(DOT, 'g'), '.');

/** Characters that the encoding uses itself. */
const RESERVED = /[\uA000-\uA4CF\uE000-\uE1FF]/g;

function escapeReserved(text: string): string {
  return text.replace(RESERVED, (c) => {
    const code = c.charCodeAt(0).toString(16);
    return (
      ESCAPE + [...code].map((digit) => String.fromCharCode(NIBBLE + Number.parseInt(digit, 16))).join('')
    );
  });
}

function unescapeReserved(text: string): string {
  return text.replace(/\uE012([\uE020-\uE02F]{4})/g, (_, nibbles: string) => {
    const hex = [...nibbles].map((n) => (n.charCodeAt(0) - NIBBLE).toString(16)).join('');
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}

/** The running text that is encoded: canonical, white space collapsed, none at the ends. */
export function runningText(text: string): string {
  return canon(text).replace(/\s+/g, ' ').trim();
}

function unitToken(text: string, unit: Unit, next: Unit | undefined): string {
  const written = text.slice(unit.start, unit.end);
  if (unit.kind === 'digits') return unit.fold + KHMER_DIGITS;
  const original = written === unit.fold ? '' : WRITTEN + hide(written);
  if (unit.kind === 'abbreviation') return toYi(unit.fold) + original;
  const follows = next?.kind === 'khmer' && next.joined && next.start === unit.end;
  const pair = follows ? FIRST + toYi(next.fold) + SECOND : LAST;
  return toYi(unit.fold) + pair + original;
}

/** Adds words of other scripts, punctuation and what else stands between Khmer units, cut at spaces. */
function pushPlain(tokens: string[], text: string): void {
  const words = text.split(' ');
  words.forEach((word, i) => {
    if (word !== '') push(tokens, escapeReserved(word), i > 0);
    else if (i > 0 && i === words.length - 1) tokens.push('');
  });
}

/** An empty token stands for a space that has been seen already. */
function push(tokens: string[], token: string, space: boolean): void {
  const before = tokens[tokens.length - 1];
  if (before === '') tokens.pop();
  else if (before !== undefined && !space && !isOpen(before)) tokens.push(NO_SPACE);
  tokens.push(token);
}

/** A pair's own second letter says that the text goes on without a space. */
function isOpen(token: string): boolean {
  return token.includes(SECOND);
}

/** A text as words for the index. `decode(encode(text))` is `runningText(text)`. */
export function encode(text: string): string {
  const running = runningText(text);
  const own = units(running).filter((unit) => unit.kind !== 'word');
  const tokens: string[] = [];
  let done = 0;
  own.forEach((unit, i) => {
    pushPlain(tokens, running.slice(done, unit.start));
    push(tokens, unitToken(running, unit, own[i + 1]), false);
    done = unit.end;
  });
  pushPlain(tokens, running.slice(done));
  return tokens.join(' ');
}

function decodeToken(token: string): string {
  if (token.endsWith(KHMER_DIGITS)) return toKhmerDigits(token.slice(0, -1));
  const written = token.indexOf(WRITTEN);
  if (written >= 0) return reveal(token.slice(written + 1));
  const cluster = /^([\uA000-\uA07F]+)(?:\uA480|\uA482|$)/.exec(token);
  return cluster ? fromYi(cluster[1] ?? '') : unescapeReserved(token);
}

/** The text that was encoded. */
export function decode(encoded: string): string {
  let text = '';
  let space = false;
  for (const token of encoded.split(/\s+/)) {
    if (token === NO_SPACE) {
      space = false;
      continue;
    }
    if (token === '') continue;
    text += (space ? ' ' : '') + decodeToken(token);
    space = !isOpen(token);
  }
  return text;
}

/**
 * The words that a text must have in the index to hold these units: pairs of clusters, the last of them open, so that
 * a query that breaks off inside a cluster still finds it; and words as they are.
 */
export function indexWords(pattern: readonly Unit[], word: (unit: Unit) => string, closed = false): string[] {
  return pattern.flatMap((unit, i) => {
    if (unit.kind === 'word' || unit.kind === 'digits') return [word(unit)];
    if (unit.kind === 'abbreviation') return [toYi(unit.fold)];
    const next = pattern[i + 1];
    if (next?.kind === 'khmer' && next.joined) {
      const open = pattern[i + 2] === undefined && !closed;
      return [
        toYi(unit.fold) + FIRST + toYi(next.fold) + (open || lends(next, pattern[i + 2]) ? '' : SECOND),
      ];
    }
    const before = pattern[i - 1];
    return before?.kind === 'khmer' && unit.joined ? [] : [toYi(unit.fold)];
  });
}

function lends(unit: Unit, next: Unit | undefined): boolean {
  return next === undefined ? false : unit.kind === 'khmer' && (next.kind !== 'khmer' || !next.joined);
}
