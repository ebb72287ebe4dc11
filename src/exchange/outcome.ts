import type { Lang } from '../curriculum/schema/common.ts';
import { canonText, hashOf } from '../workshop/hash.ts';
import type { Unit } from '../workshop/units.ts';
import { untagged } from './codes.ts';
import { beforeOf, inlineOf, otherLang, translationOf } from './plan.ts';
import type { ReadUnit } from './xliff-read.ts';

/** A passage of the file beside the passage of the content that it is. */
export interface Matched {
  readonly read: ReadUnit;
  readonly unit: Unit;
}

/**
 * What a file says of a passage: nobody has translated it; it is as the content has it; it has a new text; or it has a
 * new text and so has the content, since the export.
 */
export type Outcome =
  | { readonly kind: 'untranslated' | 'unchanged' | 'conflict' }
  | { readonly kind: 'changed'; readonly text: string };

/** The codes of the target must have been checked. */
export function outcomeOf({ read, unit }: Matched, to: Lang): Outcome {
  if (read.target === undefined) return { kind: 'untranslated' };
  const { codes } = inlineOf(unit, { from: otherLang(to), to });
  const text = untagged(read.target, new Map([...codes.target, ...codes.source]));
  const now = translationOf(unit, to);
  if (now !== undefined && canonText(now) === canonText(text)) return { kind: 'unchanged' };
  if (isUntouched(text, read, now === undefined ? unit[otherLang(to)] : undefined)) {
    return { kind: now === undefined ? 'untranslated' : 'unchanged' };
  }
  return beforeOf(unit, to) === read.before ? { kind: 'changed', text } : { kind: 'conflict' };
}

/** A translator may say by the state that a text is the same in both languages, such as a name. */
export function isConfirmed(state: string | undefined): boolean {
  return state === 'translated' || state === 'final' || state === 'signed-off';
}

/** Whether the target is what the export put there: the translation of then or, where there is none, the source. */
function isUntouched(text: string, read: ReadUnit, source: string | undefined): boolean {
  if (hashOf(text) === read.before) return true;
  return source !== undefined && !isConfirmed(read.state) && canonText(text) === canonText(source);
}
