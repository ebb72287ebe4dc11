import fc from 'fast-check';
import type { Entry, EntryKey, EntryValue } from '../../src/learning/snapshot.ts';
import { FORMS, LOCK } from './record.ts';

/** Arbitrary entries and snapshots over the ids of the sample module. */
const live = (of: Readonly<Record<string, { readonly retired?: boolean | undefined }>>) =>
  Object.keys(of).filter((id) => !of[id]?.retired);

const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
const count = fc.integer({ min: 0, max: 9 });
const lesson = fc.constantFrom(...live(LOCK.lessons));
const question = fc.constantFrom(...live(LOCK.questions));
const dilemma = fc.constantFrom(...live(LOCK.dilemmas));

/** Tokens of a response, in the form that its question has. */
function tokens(id: string): fc.Arbitrary<readonly string[]> {
  const parts = Object.keys(LOCK.questions[id]?.options ?? {});
  switch (FORMS[id]) {
    case 'pairs': {
      const part = fc.constantFrom(...parts);
      return fc.array(
        fc.tuple(part, part).map((pair) => pair.join('.')),
        { maxLength: 4 },
      );
    }
    case 'list':
      return fc.oneof(fc.shuffledSubarray(parts), fc.constant<string[]>(['other']));
    case 'number':
      return fc.oneof(
        fc.integer({ min: -1e12, max: 1e12 }).map((n) => [String(n)]),
        fc.constant<string[]>(['1500.25']),
        fc.constant<string[]>([]),
      );
    default:
      return fc.subarray(parts);
  }
}
const answer = question.chain((id) => {
  const value = fc.record({ options: tokens(id), correct: fc.boolean(), tries: count });
  const partly = FORMS[id] === 'pairs' || FORMS[id] === 'list';
  const credit = partly
    ? fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined })
    : fc.constant(undefined);
  return fc
    .tuple(value, credit)
    .map(([state, earned]): [EntryKey, EntryValue] => [
      `answer/${id}`,
      earned === undefined ? state : { ...state, credit: earned },
    ]);
});
const walk = dilemma.chain((id) => {
  const scenes = Object.keys(LOCK.dilemmas[id]?.scenes ?? {});
  const value = fc.record({ scene: fc.constantFrom(...scenes), ends: fc.subarray(scenes) });
  return value.map((state): [EntryKey, EntryValue] => [`dilemma/${id}`, state]);
});
const test = fc
  .tuple(
    fc.constantFrom('pre' as const, 'post' as const),
    fc.record({
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      count,
      open: fc.boolean(),
      best: score,
      last: score,
    }),
  )
  .map(([form, state]): [EntryKey, EntryValue] => [`test/${form}`, state]);
const numbers = fc
  .uniqueArray(fc.integer({ min: 1, max: 4095 }), { maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b));
const result = fc
  .tuple(
    fc.constantFrom('pre' as const, 'post' as const),
    fc.record({ seed: fc.integer({ min: 0, max: 0xffffffff }), right: numbers, wrong: numbers }),
  )
  .map(([form, value]): [EntryKey, EntryValue] => [`result/${form}`, value]);
const place = fc
  .tuple(lesson, fc.option(fc.stringMatching(/^[a-z]{1,9}(-[a-z0-9]{1,9}){0,4}$/), { nil: undefined }))
  .map(([id, slug]): [EntryKey, EntryValue] => [
    'place',
    slug === undefined ? { lesson: id } : { lesson: id, anchor: `${id}--${slug}` },
  ]);
const outcome = fc
  .record({
    completion: fc.constantFrom('incomplete' as const, 'completed' as const),
    success: fc.constantFrom('unknown' as const, 'passed' as const, 'failed' as const),
    score,
  })
  .map((value): [EntryKey, EntryValue] => ['outcome', value]);
const seen = lesson.map((id): [EntryKey, EntryValue] => [`seen/${id}`, true]);

const day = fc.constantFrom('2026-01-05', '2026-11-22', '2027-02-01');
const note = fc
  .tuple(fc.constantFrom('aaaa', 'bbbb'), fc.record({ text: fc.string(), on: day }))
  .map(([device, value]): [EntryKey, EntryValue] => [`note/first-thought/${device}`, value]);
const rating = question.chain((id) =>
  fc.constantFrom('agree', 'disagree').map((option): [EntryKey, EntryValue] => [`rating/${id}`, { option }]),
);
const path = dilemma.chain((id) =>
  fc
    .array(fc.constantFrom('ask', 'wait'), { maxLength: 5 })
    .map((choices): [EntryKey, EntryValue] => [`path/${id}`, { choices }]),
);
const time = fc
  .tuple(fc.constantFrom('aaaa', 'bbbb'), fc.nat())
  .map(([device, seconds]): [EntryKey, EntryValue] => [`time/${device}`, { seconds }]);
const completed = day.map((on): [EntryKey, EntryValue] => ['completed', { on }]);

const stamp = fc.record({
  revision: fc.integer({ min: 1, max: 4 }),
  device: fc.constantFrom('aaaa', 'bbbb', 'c0c0'),
});

const stamped = (...of: fc.Arbitrary<[EntryKey, EntryValue]>[]): fc.Arbitrary<Entry> =>
  fc.tuple(fc.oneof(...of), stamp).map(([[key, value], by]) => ({ key, value, ...by }));

const inLms = [answer, walk, test, result, place, outcome, seen];

/** What an LMS may keep. */
export const anyEntry = stamped(...inLms);

/** With what stays on the device. */
export const anyEntryOfAll = stamped(...inLms, note, rating, path, time, completed);

const snapshotOf = (entry: fc.Arbitrary<Entry>): fc.Arbitrary<Map<EntryKey, Entry>> =>
  fc.array(entry, { maxLength: 14 }).map((entries) => new Map(entries.map((each) => [each.key, each])));

export const anySnapshot = snapshotOf(anyEntry);
export const anySnapshotOfAll = snapshotOf(anyEntryOfAll);
