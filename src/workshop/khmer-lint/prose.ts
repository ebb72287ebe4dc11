import type { Unit } from '../units.ts';

/** A Khmer text as it stands in its file, with what is not prose blotted out. */
export interface Prose {
  readonly file: string;
  /** Offset of the text in its file. */
  readonly start: number;
  /** As written, quotes and tags included. */
  readonly raw: string;
  /** As long as `raw`; tags, code, addresses and quotes of the file format are replaced by the marks below. */
  readonly text: string;
  /** The line at an offset of the text. */
  readonly lineAt: (offset: number) => number;
  /** The English text beside it. */
  readonly twin: string | undefined;
}

/** Stands for each character of an opening tag, a closing or single tag, code or an address, and file syntax. */
export const OPENING = '\uE000';
export const CLOSING = '\uE001';
export const CODE = '\uE002';
export const SYNTAX = '\uE003';

/** Khmer letters, vowels and signs; no digits and no punctuation. */
export const KHMER_LETTER = /[\u1780-\u17D3\u17DC\u17DD]/;
export const KHMER_DIGIT = /[\u17E0-\u17E9]/;

/** The Khmer passages of some units, in the order of the units. */
export function proseOf(units: readonly Unit[], tree: ReadonlyMap<string, string>): Prose[] {
  return units.flatMap((unit) => {
    const passage = unit.places.km;
    if (passage === undefined) return [];
    const whole = tree.get(passage.file) ?? '';
    const raw = whole.slice(passage.start, passage.end);
    return [proseAt(passage.file, whole, passage.start, raw, passage.path !== undefined, unit.en)];
  });
}

/** The texts of a flat JSON file of messages. */
export function proseOfMessages(file: string, json: string): Prose[] {
  return [...json.matchAll(/^(\s*"[^"]*"\s*:\s*)("(?:[^"\\]|\\.)*")/gm)].flatMap((match) => {
    const [, key = '', value = ''] = match;
    return [proseAt(file, json, match.index + key.length, value, true, undefined)];
  });
}

function proseAt(
  file: string,
  whole: string,
  start: number,
  raw: string,
  quotable: boolean,
  twin: string | undefined,
): Prose {
  const lineAt = (offset: number): number => whole.slice(0, start + offset).split('\n').length;
  const text = mask(quotable ? maskSyntax(raw) : maskMarkup(raw));
  return { file, start, raw, text, lineAt, twin };
}

function blot(text: string, pattern: RegExp, mark: string): string {
  return text.replace(pattern, (found) => mark.repeat(found.length));
}

/** Quotes around a YAML or JSON text, the backslash of an escape, and the header of a block text. */
function maskSyntax(raw: string): string {
  if (/^["']/.test(raw)) {
    const inner = raw.slice(1, -1).replace(/\\./g, (pair) => SYNTAX + pair.slice(1));
    return SYNTAX + inner + SYNTAX;
  }
  return blot(raw, /^[|>][^\n]*/, SYNTAX);
}

/** Tags of components, code and link targets of Markdown. */
function maskMarkup(raw: string): string {
  const code = blot(blot(raw, /`[^`]*`/g, CODE), /(?<=\])\([^)]*\)/g, CODE);
  const single = blot(code, /<\/\w+>|<\w[^<>]*\/>/g, CLOSING);
  return blot(single, /<\w[^<>]*>/g, OPENING);
}

function mask(text: string): string {
  return blot(blot(text, /https?:\/\/[^\s<>]+/g, CODE), /[\w.+-]+@[\w-]+(\.[\w-]+)+/g, CODE);
}

/** Emphasis and tags, which a reader does not see. */
const UNSEEN = /[*_\uE000\uE001\uE003]/;

/** The character a reader sees before or after an offset; empty at the edge of the text. */
export function seen(text: string, from: number, step: 1 | -1, skip: RegExp = UNSEEN): string {
  let i = from + step;
  while (i >= 0 && i < text.length && skip.test(text.charAt(i))) i += step;
  return text.charAt(i);
}

/** The same without regard to white space. */
export function seenBeyondSpace(text: string, from: number, step: 1 | -1): string {
  return seen(text, from, step, /[*_\uE000\uE001\uE003\s]/);
}
