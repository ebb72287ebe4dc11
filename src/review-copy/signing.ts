import type { Lang } from '../curriculum/schema/common.ts';
import { canonText } from '../workshop/hash.ts';
import { type Ledger, sign, signatureState } from '../workshop/ledger.ts';
import { type Owner, ownersOf, type Unit } from '../workshop/units.ts';
import { langsOf } from './copy.ts';
import type { Feedback } from './feedback.ts';
import { isDone, type Verdict } from './merge.ts';

export interface Signed {
  readonly ledger: Ledger;
  /** Units and languages that have a new signature, as `integrity/question/x (km)`. */
  readonly signed: readonly string[];
  /** Units that the reviewer worked on and that cannot be signed, with the reason. */
  readonly unsigned: readonly { readonly owner: string; readonly reason: string }[];
}

/**
 * The signatures a review gives: for each unit of which every passage to be judged was accepted, or changed and the
 * change applied, and of which no passage has moved on since the reviewer read it.
 *
 * @param after passages as they will be, with the chosen changes applied
 */
export function signReview(
  ledger: Ledger,
  feedback: Feedback,
  verdicts: readonly Verdict[],
  after: readonly Unit[],
  by: string,
): Signed {
  const owners = new Map(ownersOf(after).map((owner) => [owner.id, owner]));
  const texts = new Map(after.map((unit) => [unit.key, unit]));
  const signed: string[] = [];
  const unsigned: { owner: string; reason: string }[] = [];
  let next = ledger;
  for (const [id, group] of byOwner(verdicts)) {
    if (group.every(({ passage }) => passage.decision === undefined)) continue;
    const owner = owners.get(id);
    const reason = owner === undefined ? 'It is gone.' : hindrance(owner, group, texts, feedback);
    if (owner === undefined || reason !== undefined) {
      unsigned.push({ owner: id, reason: reason ?? 'It is gone.' });
      continue;
    }
    for (const lang of langsOf(feedback.role)) {
      const hash = owner.hashes[lang];
      if (hash === undefined || hasSigned(next, owner, lang, feedback.role, by)) continue;
      next = sign(next, id, lang, { role: feedback.role, by, date: feedback.saved, hash });
      signed.push(`${id} (${lang})`);
    }
  }
  return { ledger: next, signed, unsigned };
}

function hasSigned(ledger: Ledger, owner: Owner, lang: Lang, role: Feedback['role'], by: string): boolean {
  const mine = (ledger.units[owner.id]?.[lang]?.signed ?? []).filter((signature) => signature.by === by);
  return (
    signatureState(ledger, owner, lang, role) === 'signed' &&
    mine.some((signature) => signature.role === role && signature.hash === owner.hashes[lang])
  );
}

function byOwner(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const owner = verdict.unit?.owner;
    if (owner !== undefined) groups.set(owner, [...(groups.get(owner) ?? []), verdict]);
  }
  return groups;
}

function hindrance(
  owner: Owner,
  group: readonly Verdict[],
  after: ReadonlyMap<string, Unit>,
  { role }: Feedback,
): string | undefined {
  const numbers = (list: readonly Verdict[]): string => list.map(({ passage }) => passage.n).join(', ');
  const open = group.filter(({ passage }) => passage.judged && passage.decision === undefined);
  if (open.length > 0) return `Not judged yet: ${numbers(open)}.`;
  const refused = group.filter((verdict) => verdict.refused !== undefined);
  if (refused.length > 0) return `Refused: ${numbers(refused)}.`;
  const asked = group.filter(({ passage }) => passage.decision === 'comment');
  if (asked.length > 0) return `A comment awaits an answer: ${numbers(asked)}.`;
  const left = group.filter(({ proposals }) => proposals.some((proposal) => !isApplied(proposal, after)));
  if (left.length > 0) return `Changes were not applied: ${numbers(left)}.`;
  const read = new Set(group.map(({ unit }) => unit?.key));
  const unread = owner.units.filter(
    (unit) => !read.has(unit.key) && langsOf(role).some((lang) => unit[lang] !== undefined),
  );
  return unread.length > 0 ? `It has ${unread.length} passages that were not in the copy.` : undefined;
}

/** Keys may change with an English heading; then the passage is found by what it shall say. */
function isApplied(
  { unit, lang, text }: Verdict['proposals'][number],
  after: ReadonlyMap<string, Unit>,
): boolean {
  const now = after.get(unit.key);
  if (now !== undefined) return isDone({ unit: now, lang, text });
  return [...after.values()].some((other) => canonText(other[lang] ?? '') === canonText(text));
}
