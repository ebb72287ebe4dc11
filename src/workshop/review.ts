import type { Curriculum } from '../curriculum/model.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { type Role, signatureState } from './ledger.ts';
import type { Owner } from './units.ts';
import type { Workshop } from './workshop.ts';

/** One unit that awaits one person. */
export interface Awaiting {
  readonly unit: string;
  readonly role: Role;
  /** The languages whose text is not signed: Khmer for a native reader; for a lawyer all there are. */
  readonly langs: readonly Lang[];
  /** `void`: signed once, and changed since. */
  readonly state: 'unsigned' | 'void';
  readonly file: string;
  readonly line: number;
}

/** A file that says "signed" of a text that nobody has signed as it stands. */
export interface Unfounded {
  readonly unit: string;
  readonly role: Role;
  readonly lang: Lang | undefined;
  readonly file: string;
  readonly field: 'review' | 'legalReview';
}

export interface ReviewList {
  readonly awaiting: readonly Awaiting[];
  readonly unfounded: readonly Unfounded[];
}

/** What awaits whom, in the order of the content. Pure. */
export function reviewList(workshop: Workshop): ReviewList {
  const awaiting = [...workshop.owners.values()].flatMap((owner) => [
    ...one(workshop, owner, 'native', ['km']),
    ...(owner.legal ? one(workshop, owner, 'legal', LANGS) : []),
  ]);
  return { awaiting, unfounded: unfounded(workshop) };
}

function one({ ledger }: Workshop, owner: Owner, role: Role, langs: readonly Lang[]): Awaiting[] {
  const written = langs.filter((lang) => owner.hashes[lang] !== undefined);
  const open = written.filter((lang) => signatureState(ledger, owner, lang, role) !== 'signed');
  if (open.length === 0) return [];
  const state = open.some((lang) => signatureState(ledger, owner, lang, role) === 'void')
    ? 'void'
    : 'unsigned';
  const { id, units } = owner;
  const place = units.find((unit) => unit.places[open[0] ?? 'en'] !== undefined)?.places[open[0] ?? 'en'];
  return [
    { unit: id, role, langs: open, state, file: place?.file ?? owner.file, line: place?.line ?? owner.line },
  ];
}

function unfounded(workshop: Workshop): Unfounded[] {
  return claims(workshop.curriculum).filter(({ unit, role, lang }) => {
    const owner = workshop.owners.get(unit);
    if (owner === undefined) return false;
    const langs = lang === undefined ? LANGS.filter((each) => owner.hashes[each] !== undefined) : [lang];
    return langs.some((each) => signatureState(workshop.ledger, owner, each, role) !== 'signed');
  });
}

/** Every "signed" in the files. */
function claims({ modules }: Curriculum): Unfounded[] {
  return modules.flatMap((module) => {
    const { id } = module.module;
    const lessons = module.lessons.flatMap((lesson) =>
      LANGS.flatMap((lang): Unfounded[] => {
        const text = lesson.texts[lang];
        const unit = `${id}/lesson/${lesson.id}`;
        const at = { unit, lang, file: text?.file ?? '' };
        return [
          ...(text?.front.review === 'signed' ? [{ ...at, role: 'native', field: 'review' } as const] : []),
          ...(text?.front.legalReview === 'signed'
            ? [{ ...at, role: 'legal', field: 'legalReview' } as const]
            : []),
        ];
      }),
    );
    const signed = [
      ...[...module.questions.values()].map((q) => ({ ...q, unit: `${id}/question/${q.id}` })),
      ...[...module.dilemmas.values()].map((d) => ({
        ...d,
        unit: `${id}/dilemma/${d.id}`,
        file: `content/modules/${id}/dilemmas/${d.id}.yaml`,
      })),
    ].filter(({ legalReview }) => legalReview === 'signed');
    return [
      ...lessons,
      ...signed.map(({ unit, file }) => ({
        unit,
        file,
        lang: undefined,
        role: 'legal' as const,
        field: 'legalReview' as const,
      })),
    ];
  });
}
