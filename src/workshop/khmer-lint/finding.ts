import type { Fault } from '../../curriculum/model.ts';
import type { Prose } from './prose.ts';

/** A change of a file that cannot alter what a text says: offsets into the file as read, and what to put there. */
export interface Fix {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something found in a text. `advice` needs a person's judgement and does not fail the command. */
export interface Finding extends Fault {
  readonly weight: 'fault' | 'advice';
  readonly fix?: Fix;
}

export type KhmerRule = (prose: Prose) => Finding[];

export interface Found {
  /** Offset into the prose. */
  readonly at: number;
  readonly rule: string;
  readonly found: string;
  readonly mend: string;
  readonly weight?: 'advice';
  /** What to write instead of so many characters from `at`. */
  readonly instead?: { readonly length: number; readonly text: string };
}

export function finding(prose: Prose, { at, rule, found, mend, weight, instead }: Found): Finding {
  const start = prose.start + at;
  return {
    file: prose.file,
    line: prose.lineAt(at),
    rule: `khmer/${rule}`,
    found,
    mend,
    weight: weight ?? 'fault',
    ...(instead && { fix: { file: prose.file, start, end: start + instead.length, text: instead.text } }),
  };
}

/** What stands around an offset, for a person who looks for the place. */
export function around(prose: Prose, at: number, length = 1): string {
  const before = prose.raw.slice(Math.max(0, at - 16), at).replace(/^[\u17B6-\u17D3]+/, '');
  const after = prose.raw.slice(at + length, at + length + 12);
  return `…${before}${prose.raw.slice(at, at + length)}${after}…`.replace(/\s+/g, ' ');
}
