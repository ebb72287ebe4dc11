import { describe, expect, it } from 'vitest';
import { createBrowserRecord } from '../../../src/record/adapters/browser.ts';
import { createMemoryRecord } from '../../../src/record/adapters/memory.ts';
import { type OwnPart, withDevicePart } from '../../../src/record/device-part.ts';
import type { Batch, EntryKey, LearningRecord } from '../../../src/record/port.ts';
import { type FakeStorage, fakeStorage } from '../../support/fake-storage.ts';
import { launchPackage } from '../../support/lms/cmi-session.ts';
import { createStrictLms, type StrictLms } from '../../support/lms/strict-lms.ts';
import { countingIds } from '../../support/record.ts';

const PRIVATE: Batch['entries'] = [
  { key: 'note/my-step/dev0', value: { text: 'ខ្ញុំនឹងសួរប្រធាន', on: '2026-11-22' } },
  { key: 'rating/first-move', value: { option: 'agree' } },
  { key: 'path/the-broker', value: { choices: ['ask', 'wait'] } },
  { key: 'time/dev0', value: { seconds: 90 } },
  { key: 'completed', value: { on: '2026-11-22' } },
];
const PUBLIC: Batch['entries'] = [
  { key: 'answer/first-move', value: { options: ['wait'], correct: true, tries: 1 } },
  { key: 'seen/first-lesson', value: true },
];

const keptIn =
  (storage: FakeStorage): OwnPart =>
  (learner) =>
    createBrowserRecord({ module: `integrity@${learner}`, storage, ids: countingIds() });

async function session(lms: StrictLms, own: OwnPart) {
  const { record } = await launchPackage('scorm12', lms);
  const whole = withDevicePart(record, own);
  const opened = await whole.open();
  if (!opened.ok) throw new Error(opened.fault.detail);
  return { whole, keys: () => Array.from(opened.value.keys()).sort() };
}
const keysOf = (entries: Batch['entries']): EntryKey[] => entries.map(({ key }) => key).sort();

describe('a record with a part that stays on the device', () => {
  it('gives a second session both parts, and each store only its own', async () => {
    const lms = createStrictLms('scorm12');
    const storage = fakeStorage();
    const first = await session(lms, keptIn(storage));
    expect(await first.whole.put({ entries: [...PRIVATE, ...PUBLIC] })).toEqual({
      ok: true,
      value: undefined,
    });
    await first.whole.close();
    const second = await session(lms, keptIn(storage));
    expect(second.keys()).toEqual(keysOf([...PRIVATE, ...PUBLIC]));
    expect(JSON.stringify(Array.from(storage.items.keys()))).not.toContain('answer/');
    expect((await session(lms, keptIn(fakeStorage()))).keys()).toEqual(keysOf(PUBLIC));
  });

  it('makes no call to the LMS for what stays on the device: not even that somebody wrote is its business', async () => {
    const { record, calls } = await launchPackage('scorm12', createStrictLms('scorm12'));
    const whole = withDevicePart(record, keptIn(fakeStorage()));
    await whole.open();
    const before = calls.length;
    for (const entry of PRIVATE) expect((await whole.put({ entries: [entry] })).ok).toBe(true);
    expect(calls.length).toBe(before);
    await whole.put({ entries: [...PRIVATE, ...PUBLIC] });
    expect(calls.length).toBeGreaterThan(before);
  });

  it('does not show one learner of a computer what another wrote', async () => {
    const storage = fakeStorage();
    const as = async (learner: string) => {
      const lms = createStrictLms('scorm12');
      lms.stored.set('cmi.core.student_id', learner);
      return session(lms, keptIn(storage));
    };
    const first = await as('sokha');
    await first.whole.put({ entries: PRIVATE });
    expect((await as('dara')).keys()).toEqual([]);
    expect((await as('sokha')).keys()).toEqual(keysOf(PRIVATE));
    expect(JSON.stringify(Array.from(storage.items.keys()))).not.toContain('sokha');
  });

  it('saves to the LMS although the device refuses, and says so', async () => {
    const lms = createStrictLms('scorm12');
    const storage = fakeStorage();
    const { whole } = await session(lms, keptIn(storage));
    storage.trouble = 'full';
    const result = await whole.put({ entries: [...PRIVATE, ...PUBLIC] });
    expect(result).toMatchObject({ ok: false, fault: { kind: 'too-large' } });
    await whole.close();
    expect((await session(lms, keptIn(fakeStorage()))).keys()).toEqual(keysOf(PUBLIC));
  });

  it('keeps writing on the device although the LMS refuses', async () => {
    const lms = createStrictLms('scorm12');
    const storage = fakeStorage();
    const { whole } = await session(lms, keptIn(storage));
    lms.network = 'refuses';
    expect((await whole.put({ entries: [...PRIVATE, ...PUBLIC] })).ok).toBe(false);
    lms.network = 'up';
    expect((await session(lms, keptIn(storage))).keys()).toEqual(expect.arrayContaining(keysOf(PRIVATE)));
  });

  it('tells whether the device will remember', async () => {
    const remembers = async (own: OwnPart) => {
      const { whole } = await session(createStrictLms('scorm12'), own);
      return whole.keepsOnDevice;
    };
    const forgetful = (): LearningRecord => createMemoryRecord({ ids: countingIds() });
    expect(await remembers(keptIn(fakeStorage()))).toBe(true);
    expect(await remembers(forgetful)).toBe(false);
  });

  it('leaves an LMS in peace when all that is saved stays on the device', async () => {
    const lms = createStrictLms('scorm12');
    // An outcome that the state does not have yet: something waits for the next save.
    lms.stored.set('cmi.core.lesson_status', 'completed');
    const { record, since, time } = await launchPackage('scorm12', lms);
    const whole = withDevicePart(record, keptIn(fakeStorage()));
    await whole.open();
    since();
    await whole.put({ entries: PRIVATE });
    time.pass(60_000);
    expect(since()).toEqual([]);
    await whole.put({ entries: PUBLIC });
    expect(since()).not.toEqual([]);
  });
});
