import type { QuestionType } from '../curriculum/schema/question.ts';

/** The token of a typed answer that is none of the listed spellings; no part of a question has this id. */
export const OTHER = 'other';

/** How two ids of a pair are joined to one token; an id never holds a dot. */
export function pairToken(part: string, target: string): string {
  return `${part}.${target}`;
}

/** All or nothing: exactly the right options; an option that does not exist makes it wrong. */
export function choiceCredit(
  type: QuestionType,
  correct: readonly string[],
  chosen: readonly string[],
): number {
  const picked = new Set(chosen);
  const right =
    type === 'multiple-choice'
      ? picked.size === new Set(correct).size && correct.every((id) => picked.has(id))
      : picked.size === 1 && correct.some((id) => picked.has(id));
  return right ? 1 : 0;
}

/**
 * Matching and categorise: the share of stems (or items) that are with their own option (or group). A stem that is in
 * two places at once is in neither. The order of pairs does not matter.
 */
export function pairsCredit(correct: readonly string[], chosen: readonly string[]): number {
  const picked = new Set(chosen);
  const places = new Map<string, number>();
  for (const token of picked) {
    const [part = ''] = token.split('.');
    places.set(part, (places.get(part) ?? 0) + 1);
  }
  const right = correct.filter((token) => picked.has(token) && places.get(token.split('.')[0] ?? '') === 1);
  return share(right.length, correct.length);
}

/**
 * Ordering: the share of steps that stand in their right place, counted from the first; what the learner sees marked
 * as right is what counts. An order with a step too many or too few may be partly right, but never whole.
 */
export function orderCredit(correct: readonly string[], chosen: readonly string[]): number {
  const right = correct.filter((id, place) => chosen[place] === id).length;
  return share(right, Math.max(correct.length, chosen.length));
}

/** Fill-in, all or nothing: one spelling was typed, and it is one of those accepted. */
export function spellingCredit(correct: readonly string[], chosen: readonly string[]): number {
  const [only = OTHER] = chosen;
  return chosen.length === 1 && correct.includes(only) ? 1 : 0;
}

/** Numeric, all or nothing: within the least and the greatest right number, both included. */
export function numberCredit(range: readonly string[], chosen: readonly string[]): number {
  const [least, greatest] = range.map(Number);
  const [typed, ...more] = chosen;
  if (least === undefined || greatest === undefined || typed === undefined || more.length > 0) return 0;
  if (!/^-?\d+(\.\d+)?$/.test(typed)) return 0;
  return Number(typed) >= least && Number(typed) <= greatest ? 1 : 0;
}

/** Credit for a response, 0 to 1; 1 is right. A rating has none. */
export function creditOf(type: QuestionType, correct: readonly string[], chosen: readonly string[]): number {
  switch (type) {
    case 'matching':
    case 'categorise':
      return pairsCredit(correct, chosen);
    case 'ordering':
      return orderCredit(correct, chosen);
    case 'fill-in':
      return spellingCredit(correct, chosen);
    case 'numeric':
      return numberCredit(correct, chosen);
    case 'rating':
      return 0;
    default:
      return choiceCredit(type, correct, chosen);
  }
}

/** What is stored of a credit: percent from 1 to 99, and nothing where `correct` says it all. */
export function storedCredit(credit: number): number | undefined {
  return credit <= 0 || credit >= 1 ? undefined : Math.min(99, Math.max(1, Math.round(credit * 100)));
}

function share(right: number, total: number): number {
  return total === 0 ? 0 : right / total;
}
