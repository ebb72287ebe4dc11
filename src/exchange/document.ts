import { createHash } from 'node:crypto';
import type { Lang } from '../curriculum/schema/common.ts';
import { canonText } from '../workshop/hash.ts';

/** Says in every file whose it is; a file of another project is refused. */
export const PRODUCT = 'school-of-governance';

/** What is exchanged as one file: a module by its id, or what modules share. */
export const SHARED = 'shared';

/** A passage as translation tools hold it: texts and numbered codes. */
export type Tagged = string | Tag;

export interface Tag {
  readonly id: string;
  /** XLIFF's word for the kind of code; absent where a tool left it out. */
  readonly ctype?: string | undefined;
  /** The code itself, for one without text inside (`ph`); absent for one around text (`g`). */
  readonly native?: string | undefined;
  readonly inside: readonly Tagged[];
}

/** XLIFF 1.2, attribute `state` of `target`, as far as we write it. */
export type State = 'new' | 'needs-review-translation' | 'translated' | 'signed-off';

export interface Note {
  readonly from: string;
  readonly text: string;
}

export interface ExchangeUnit {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly source: readonly Tagged[];
  readonly target: readonly Tagged[];
  readonly state: State;
  /** Hash of the translation that was there at export, or `none`. */
  readonly before: string;
  readonly notes: readonly Note[];
}

export interface ExchangeGroup {
  readonly owner: string;
  readonly units: readonly ExchangeUnit[];
}

/** What one file says. */
export interface ExchangeDocument {
  readonly part: string;
  readonly from: Lang;
  readonly to: Lang;
  readonly groups: readonly ExchangeGroup[];
}

/** No translation was there at export. */
export const NONE = 'none';

/**
 * Hash of everything a translator may not change: which part and languages, which passages in which order, their
 * source texts and codes. It does not depend on how a tool writes the file. First 16 digits of a SHA-256.
 */
export function skeletonOf(
  head: { readonly part: string; readonly from: string; readonly to: string },
  units: readonly { readonly key: string; readonly source: readonly Tagged[] }[],
): string {
  const rows = units.map(({ key, source }) => [key, plainTagged(source)]);
  const text = JSON.stringify([PRODUCT, head.part, head.from, head.to, rows]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A tagged passage as one comparable text. */
export function plainTagged(pieces: readonly Tagged[]): string {
  const text = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if (piece.native !== undefined) return `\u27E6${piece.id}=${piece.native}\u27E7`;
    return `\u27E6${piece.id}\u27E7${plainTagged(piece.inside)}\u27E6/${piece.id}\u27E7`;
  });
  return canonText(text.join(''));
}

/** All tags, in the order in which they begin. */
export function tagsOf(pieces: readonly Tagged[]): Tag[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...tagsOf(piece.inside)]));
}
