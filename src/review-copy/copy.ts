import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { PRODUCT } from '../exchange/document.ts';
import { type Content, partOf } from '../exchange/plan.ts';
import { hashOf } from '../workshop/hash.ts';
import type { Role } from '../workshop/ledger.ts';
import { isPlaceholder } from '../workshop/placeholder.ts';
import { type Owner, ownersOf, type Unit } from '../workshop/units.ts';

/** Who gets a copy: a native reader judges the Khmer, a lawyer the law in both languages. */
export const REVIEW_ROLES = ['native', 'legal'] as const satisfies readonly Role[];
export type ReviewRole = (typeof REVIEW_ROLES)[number];

/** The languages a reviewer may change, and signs. */
export function langsOf(role: ReviewRole): readonly Lang[] {
  return role === 'native' ? ['km'] : LANGS;
}

/** Hashes of both texts as the reviewer sees them. */
export type Base = Readonly<Partial<Record<Lang, string>>>;

export interface CopyPassage {
  /** Counts through the copy from 1. */
  readonly n: number;
  readonly unit: Unit;
  readonly base: Base;
  /** False for what stands there so that the rest can be understood. */
  readonly judged: boolean;
  /** It names a source in a unit that states law (or that unit names none). */
  readonly legal: boolean;
}

export interface CopySection {
  readonly owner: Owner;
  readonly passages: readonly CopyPassage[];
}

export interface ReviewCopy {
  readonly part: string;
  readonly role: ReviewRole;
  /** The day it was made, as `2026-11-22`. */
  readonly made: string;
  /** Says which copy it is: hash of part, role, passages and texts. */
  readonly id: string;
  readonly sections: readonly CopySection[];
}

/**
 * What a reviewer of a part is to read. A native reader gets every passage that has Khmer; a lawyer the units that
 * state law, whole, where the passages that name a source are to be judged and the others are context.
 */
export function reviewCopy(content: Content, part: string, role: ReviewRole, made: string): ReviewCopy {
  const owners = ownersOf(content.units.filter((unit) => partOf(unit) === part));
  let n = 0;
  const sections = owners
    .filter((owner) => role === 'native' || owner.legal)
    .map((owner) => {
      const units = owner.units.filter((unit) => isRead(unit, role));
      const states = units.some((unit) => unit.claims.length > 0);
      const passages = units.map((unit): CopyPassage => {
        n += 1;
        const legal = owner.legal && (!states || unit.claims.length > 0);
        return { n, unit, base: baseOf(unit), judged: role === 'native' || legal, legal };
      });
      return { owner, passages };
    })
    .filter(({ passages }) => passages.length > 0);
  const rows = sections.flatMap(({ passages }) =>
    passages.map(({ unit, base, judged }) => ({ key: unit.key, base, judged })),
  );
  return { part, role, made, id: copyId(part, role, rows), sections };
}

function isRead(unit: Unit, role: ReviewRole): boolean {
  return langsOf(role).some((lang) => {
    const text = unit[lang];
    return text !== undefined && !isPlaceholder(text);
  });
}

export function baseOf(unit: Unit): Base {
  const base: Partial<Record<Lang, string>> = {};
  for (const lang of LANGS) {
    const text = unit[lang];
    if (text !== undefined) base[lang] = hashOf(text);
  }
  return base;
}

/** The same for the copy and for what comes back of it; 16 digits of a SHA-256. */
export function copyId(
  part: string,
  role: string,
  rows: readonly {
    readonly key: string;
    readonly base: { readonly [lang in Lang]?: string | undefined };
    readonly judged: boolean;
  }[],
): string {
  const plain = rows.map(({ key, base, judged }) => [key, base.km ?? '', base.en ?? '', judged]);
  const text = JSON.stringify([PRODUCT, part, role, plain]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
