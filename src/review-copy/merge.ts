import type { Lang } from '../curriculum/schema/common.ts';
import { canon } from '../khmer/canon.ts';
import { canonText, hashOf } from '../workshop/hash.ts';
import type { Unit } from '../workshop/units.ts';
import { langsOf } from './copy.ts';
import type { Feedback, FeedbackPassage } from './feedback.ts';
import { marked, unmarked } from './marks.ts';

/** A new text for a passage that is still the one the reviewer read. */
export interface Proposal {
  readonly unit: Unit;
  readonly lang: Lang;
  readonly text: string;
}

/** A passage of a review beside the content of today. */
export interface Verdict {
  readonly passage: FeedbackPassage;
  /** Absent when the content has no such passage any more. */
  readonly unit: Unit | undefined;
  /** Why nothing of it can be used: the text moved on, or what was written does not fit. */
  readonly refused: string | undefined;
  readonly proposals: readonly Proposal[];
}

/** Compares a review with the content, passage by passage. */
export function merge(feedback: Feedback, units: readonly Unit[]): Verdict[] {
  const find = finder(units);
  return feedback.passages.map((passage) => {
    const unit = find(passage);
    const nothing = { passage, unit, proposals: [] };
    if (unit === undefined) {
      return { ...nothing, refused: 'This passage is not in the content any more, or stands there twice.' };
    }
    const { proposals, reason } = proposalsOf(feedback, passage, unit);
    const moved = movedOn(passage, unit, proposals);
    if (moved !== undefined) return { ...nothing, refused: moved };
    return { ...nothing, proposals, refused: reason };
  });
}

/**
 * A passage by its key, if its text is the one that was read; else by its text, since a renamed lesson or an added
 * paragraph gives other keys to passages that are the same.
 */
function finder(units: readonly Unit[]): (passage: FeedbackPassage) => Unit | undefined {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const byText = new Map<string, Unit[]>();
  const name = (km: string | undefined, en: string | undefined): string => `${km ?? ''} ${en ?? ''}`;
  for (const unit of units) {
    const key = name(hashIn(unit, 'km'), hashIn(unit, 'en'));
    byText.set(key, [...(byText.get(key) ?? []), unit]);
  }
  return ({ key, base }) => {
    const same = byText.get(name(base.km, base.en)) ?? [];
    const direct = byKey.get(key);
    if (direct !== undefined && (same.includes(direct) || same.length !== 1)) return direct;
    return same.length === 1 ? same[0] : direct;
  };
}

function hashIn(unit: Unit, lang: Lang): string | undefined {
  const text = unit[lang];
  return text === undefined ? undefined : hashOf(text);
}

/** Whether the content has another text than the reviewer read, apart from what the reviewer proposed. */
function movedOn(passage: FeedbackPassage, unit: Unit, proposals: readonly Proposal[]): string | undefined {
  const changed = (['km', 'en'] as const).filter((lang) => {
    if (hashIn(unit, lang) === passage.base[lang]) return false;
    return !proposals.some((proposal) => proposal.lang === lang && isDone(proposal));
  });
  const [first] = changed;
  if (first === undefined) return undefined;
  const names = changed.map((lang) => (lang === 'km' ? 'The Khmer' : 'The English')).join(' and ');
  return `${names} of this passage was changed after the copy was made. It is now: ${unit[first] ?? 'nothing'}`;
}

/** The content says it already, because the review was imported before or somebody else mended it. */
export function isDone({ unit, lang, text }: Proposal): boolean {
  return canonText(unit[lang] ?? '') === canonText(text);
}

function proposalsOf(
  { role }: Feedback,
  passage: FeedbackPassage,
  unit: Unit,
): { proposals: Proposal[]; reason: string | undefined } {
  if (passage.decision !== 'change') return { proposals: [], reason: undefined };
  const proposals: Proposal[] = [];
  for (const lang of langsOf(role)) {
    const written = passage[lang];
    if (written === undefined) continue;
    const result = unmarked(canon(written), marked(unit[lang] ?? '', unit.kind));
    if ('reason' in result) return { proposals: [], reason: result.reason };
    if (result.text.trim() === '') return { proposals: [], reason: 'The new text is empty.' };
    proposals.push({ unit, lang, text: result.text.trim() });
  }
  return proposals.length > 0
    ? { proposals, reason: undefined }
    : { proposals, reason: 'It is marked as changed, and no new text stands there.' };
}
