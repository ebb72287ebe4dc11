import type { Lang } from '../curriculum/schema/common.ts';
import { originalOf, translationState } from './ledger.ts';
import { ownersOnPage, type Workshop } from './workshop.ts';

/** A translation that no longer follows its original. */
export interface Staleness {
  /** The language of the original. */
  readonly original: Lang;
  /** The last day on which the translation was known to follow it, as `2026-11-22`; the earliest of its parts. */
  readonly on: string;
  /** Units whose original changed since: the lesson, or activities and figures in it. */
  readonly changed: readonly string[];
}

/** What to tell the reader of a lesson's page in a language; nothing while all of it follows the original. Pure. */
export function staleness(
  workshop: Workshop,
  module: string,
  lesson: string,
  lang: Lang,
): Staleness | undefined {
  const found = workshop.curriculum.modules.find((candidate) => candidate.module.id === module);
  if (found === undefined) return undefined;
  const { ledger } = workshop;
  const changed = ownersOnPage(workshop, found, lesson).filter(
    (owner) => translationState(ledger, owner, lang) === 'stale',
  );
  const [first] = changed;
  const [on] = changed.flatMap(({ id }) => ledger.units[id]?.[lang]?.on ?? []).sort();
  // What is stale was recorded once, and the ledger records nothing without its day.
  if (first === undefined || on === undefined) return undefined;
  return { original: originalOf(ledger, first.id), on, changed: changed.map(({ id }) => id) };
}
