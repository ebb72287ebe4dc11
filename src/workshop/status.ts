import { lessonSources } from '../curriculum/citations.ts';
import type { CurriculumModule } from '../curriculum/model.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { type Role, signatureState, type TranslationState, translationState } from './ledger.ts';
import type { Owner, OwnerKind } from './units.ts';
import { ownersOnPage, type Workshop } from './workshop.ts';

/** `void`: somebody signed a text that has changed since. */
export type ReviewState = 'signed' | 'void' | 'awaiting' | 'not-needed';

export interface Reviews {
  readonly native: ReviewState;
  readonly legal: ReviewState;
}

/** How one lesson stands in one language, all that its page shows included. */
export interface LessonStatus extends Reviews {
  readonly module: string;
  readonly lesson: string;
  readonly lang: Lang;
  readonly title: string | undefined;
  readonly state: TranslationState;
  /** The day on which the translation was last found to follow the original. */
  readonly on: string | undefined;
  /** Units on the page that are stale, missing or unrecorded. */
  readonly behind: readonly string[];
  readonly sources: readonly string[];
  readonly minutes: number | undefined;
}

/** How everything of one kind stands that is no part of a lesson's page: tests, session plan, glossary … */
export interface OtherStatus extends Reviews {
  readonly module: string | undefined;
  readonly kind: OwnerKind;
  readonly lang: Lang;
  readonly units: number;
  readonly behind: readonly string[];
}

export interface Status {
  readonly lessons: readonly LessonStatus[];
  readonly others: readonly OtherStatus[];
  /** Units that the ledger knows and the content does not: renamed or taken out. */
  readonly orphans: readonly string[];
}

/** The status of all content, in the order of modules and lessons: what `npm run status` and its page show. Pure. */
export function statusOf(workshop: Workshop): Status {
  const lessons = workshop.curriculum.modules.flatMap((module) =>
    module.lessons.flatMap(({ id }) => LANGS.map((lang) => lessonStatus(workshop, module, id, lang))),
  );
  return { lessons, others: othersOf(workshop), orphans: orphansOf(workshop) };
}

/** Units of the ledger that no content has. */
export function orphansOf({ ledger, owners }: Workshop): string[] {
  return Object.keys(ledger.units).filter((id) => !owners.has(id));
}

function lessonStatus(
  workshop: Workshop,
  module: CurriculumModule,
  lesson: string,
  lang: Lang,
): LessonStatus {
  const found = module.lessons.find(({ id }) => id === lesson);
  const front = found?.texts[lang]?.front;
  const page = ownersOnPage(workshop, module, lesson);
  const [own] = page;
  return {
    module: module.module.id,
    lesson,
    lang,
    title: front?.title,
    state: own?.kind === 'lesson' ? worst(workshop, page, lang) : 'missing',
    on: own && workshop.ledger.units[own.id]?.[lang]?.on,
    behind: behind(workshop, page, lang),
    ...reviews(workshop, page, lang),
    sources: found === undefined ? [] : lessonSources(module, found, lang),
    minutes: front?.minutes.alone,
  };
}

/** What reviewers have said of all that a lesson's page shows in a language. */
export function lessonReviews(
  workshop: Workshop,
  module: CurriculumModule,
  lesson: string,
  lang: Lang,
): Reviews {
  return reviews(workshop, ownersOnPage(workshop, module, lesson), lang);
}

/** Whether a reader should hear that nobody has signed the text as it stands. */
export function isOpen(state: ReviewState): boolean {
  return state === 'awaiting' || state === 'void';
}

/** From what a reader needs to hear of first to what needs no word. */
const ORDER: readonly TranslationState[] = ['missing', 'stale', 'unrecorded', 'current', 'original'];

function worst({ ledger }: Workshop, owners: readonly Owner[], lang: Lang): TranslationState {
  const states = owners.map((owner) => translationState(ledger, owner, lang));
  return ORDER.find((state) => states.includes(state)) ?? 'missing';
}

function behind({ ledger }: Workshop, owners: readonly Owner[], lang: Lang): string[] {
  const states = ['missing', 'stale', 'unrecorded'];
  return owners.filter((owner) => states.includes(translationState(ledger, owner, lang))).map(({ id }) => id);
}

/** What reviewers have said of some units: a native reader of the Khmer, a lawyer of those that state law. */
function reviews(workshop: Workshop, owners: readonly Owner[], lang: Lang): Reviews {
  const legal = owners.filter((owner) => owner.legal);
  return {
    native: lang === 'km' ? review(workshop, owners, lang, 'native') : 'not-needed',
    legal: review(workshop, legal, lang, 'legal'),
  };
}

function review({ ledger }: Workshop, owners: readonly Owner[], lang: Lang, role: Role): ReviewState {
  if (owners.length === 0) return 'not-needed';
  const states = owners.map((owner) => signatureState(ledger, owner, lang, role));
  if (states.includes('void')) return 'void';
  return states.includes('unsigned') ? 'awaiting' : 'signed';
}

function othersOf(workshop: Workshop): OtherStatus[] {
  const onPages = new Set(
    workshop.curriculum.modules.flatMap((module) =>
      module.lessons.flatMap(({ id }) => ownersOnPage(workshop, module, id).map((owner) => owner.id)),
    ),
  );
  const groups = new Map<string, Owner[]>();
  for (const owner of workshop.owners.values()) {
    if (onPages.has(owner.id)) continue;
    const name = `${owner.module ?? ''}/${owner.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), owner]);
  }
  return [...groups.values()].flatMap((owners) =>
    LANGS.flatMap((lang) => otherStatus(workshop, owners, lang)),
  );
}

function otherStatus(workshop: Workshop, owners: readonly Owner[], lang: Lang): OtherStatus[] {
  const [first] = owners;
  if (first === undefined) return [];
  return [
    {
      module: first.module,
      kind: first.kind,
      lang,
      units: owners.length,
      behind: behind(workshop, owners, lang),
      ...reviews(workshop, owners, lang),
    },
  ];
}
