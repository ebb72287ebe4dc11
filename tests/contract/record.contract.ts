import { describe, expect, it } from 'vitest';
import type { ResponseState } from '../../src/learning/types.ts';
import type { Batch, Entry, EntryKey, EntryValue, LearningRecord, Snapshot } from '../../src/record/port.ts';
import { report } from '../support/record.ts';

/** A place where records are kept, seen from outside. */
export interface World {
  /** A new session on the same store: a new launch, a new tab, the next day. */
  session(): LearningRecord;
  /** Makes the store fail, and work again. Left out where it cannot fail. */
  fail?(failing: boolean): void;
  /** After a session: nothing was done that the store must not see. */
  complaints?(): readonly string[];
}

const ANSWER: ResponseState = { options: ['ask-why', 'wait'], correct: false, tries: 2 };
const PARTLY = { correct: false, credit: 50, tries: 1 };
const EVERYTHING: Batch['entries'] = [
  { key: 'seen/first-lesson', value: true },
  { key: 'answer/first-move', value: ANSWER },
  { key: 'answer/gift-or-not', value: { options: ['true'], correct: true, tries: 1 } },
  { key: 'answer/final-one', value: { options: [], correct: false, tries: 0 } },
  { key: 'answer/which-paper', value: { options: ['receipt.fee-paid', 'slip.fee-paid'], ...PARTLY } },
  { key: 'answer/at-the-counter', value: { options: ['check', 'greet', 'give-receipt'], ...PARTLY } },
  { key: 'answer/name-the-paper', value: { options: ['other'], correct: false, tries: 1 } },
  { key: 'answer/how-much', value: { options: ['-4500.5'], correct: true, tries: 1 } },
  { key: 'dilemma/the-broker', value: { scene: 'owed', ends: ['end-open', 'end-harm'] } },
  { key: 'test/pre', value: { seed: 4294967295, count: 1, open: false, best: 0, last: 0 } },
  { key: 'test/post', value: { seed: 7, count: 9, open: true, best: 100, last: 58 } },
  { key: 'place', value: { lesson: 'second-lesson', anchor: 'second-lesson--what-presses' } },
  { key: 'outcome', value: { completion: 'incomplete', success: 'passed', score: 100 } },
];

async function opened(record: LearningRecord): Promise<Snapshot> {
  const result = await record.open();
  if (!result.ok) throw new Error(result.fault.detail);
  return result.value;
}

function values(snapshot: Snapshot): Record<string, EntryValue> {
  return Object.fromEntries(Array.from(snapshot.values(), ({ key, value }) => [key, value]));
}

function entry(snapshot: Snapshot, key: EntryKey): Entry {
  const found = snapshot.get(key);
  if (!found) throw new Error(`no entry ${key}`);
  return found;
}

/** What every adapter of the port promises. */
export function recordContract(name: string, make: () => World): void {
  describe(`the record kept by ${name}`, () => {
    async function reopened(world: World): Promise<Snapshot> {
      return opened(world.session());
    }

    it('is empty at first', async () => {
      expect((await opened(make().session())).size).toBe(0);
    });

    it('gives a second session what the first committed', async () => {
      const world = make();
      const first = world.session();
      await opened(first);
      expect(await first.put({ entries: EVERYTHING })).toEqual({ ok: true, value: undefined });
      expect(await first.close()).toEqual({ ok: true, value: undefined });
      const expected = Object.fromEntries(EVERYTHING.map(({ key, value }) => [key, value]));
      expect(values(await reopened(world))).toEqual(expected);
      expect(world.complaints?.() ?? []).toEqual([]);
    });

    it('gives a second session what was committed when the first was killed', async () => {
      const world = make();
      const first = world.session();
      await opened(first);
      await first.put({
        entries: [{ key: 'answer/first-move', value: ANSWER }],
        responses: [report('first-move', ['ask-why', 'wait'], false)],
      });
      expect(values(await reopened(world))).toEqual({ 'answer/first-move': ANSWER });
    });

    it('writes the place at the latest when it is closed', async () => {
      const world = make();
      const first = world.session();
      await opened(first);
      await first.put({ entries: [{ key: 'place', value: { lesson: 'first-lesson' } }] });
      await first.close();
      expect(values(await reopened(world))).toEqual({ place: { lesson: 'first-lesson' } });
    });

    it('counts the changes of a key over sessions, and only changes', async () => {
      const world = make();
      const first = world.session();
      await opened(first);
      await first.put({ entries: [{ key: 'answer/first-move', value: ANSWER }] });
      await first.put({ entries: [{ key: 'answer/first-move', value: { ...ANSWER } }] });
      await first.close();
      const second = world.session();
      expect(entry(await opened(second), 'answer/first-move').revision).toBe(1);
      await second.put({
        entries: [{ key: 'answer/first-move', value: { options: ['wait'], correct: true, tries: 3 } }],
      });
      await second.close();
      const third = entry(await reopened(world), 'answer/first-move');
      expect(third).toMatchObject({ revision: 2, value: { tries: 3 } });
      expect(third.device).toMatch(/^[a-z0-9]{4}$/);
    });

    it('never takes back an outcome or the best score of a test', async () => {
      const world = make();
      const first = world.session();
      await opened(first);
      await first.put({
        entries: [{ key: 'test/post', value: { seed: 1, count: 1, open: false, best: 90, last: 90 } }],
        outcome: { completion: 'completed', success: 'passed', score: 90 },
      });
      await first.close();
      const second = world.session();
      await opened(second);
      await second.put({
        entries: [{ key: 'test/post', value: { seed: 2, count: 2, open: false, best: 40, last: 40 } }],
        outcome: { completion: 'incomplete', success: 'failed', score: 40 },
      });
      await second.close();
      const after = values(await reopened(world));
      expect(after['test/post']).toEqual({ seed: 2, count: 2, open: false, best: 90, last: 40 });
      expect(after['outcome']).toEqual({ completion: 'completed', success: 'passed', score: 90 });
      expect(world.complaints?.() ?? []).toEqual([]);
    });

    it('opens and closes as often as it is asked', async () => {
      const world = make();
      const record = world.session();
      await opened(record);
      await record.put({ entries: [{ key: 'seen/first-lesson', value: true }] });
      expect(values(await opened(record))).toEqual({ 'seen/first-lesson': true });
      expect((await record.close()).ok).toBe(true);
      expect((await record.close()).ok).toBe(true);
      expect(world.complaints?.() ?? []).toEqual([]);
    });

    it('refuses to write before it is open and after it is closed', async () => {
      const record = make().session();
      const batch: Batch = { entries: [{ key: 'seen/first-lesson', value: true }] };
      expect(await record.put(batch)).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
      await opened(record);
      await record.close();
      expect(await record.put(batch)).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
      expect(await record.flush()).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
    });

    it('has nothing to do when nothing changed', async () => {
      const record = make().session();
      await opened(record);
      expect(await record.flush()).toEqual({ ok: true, value: undefined });
    });

    if (!make().fail) return;

    it.each(['put', 'flush', 'again'] as const)(
      'keeps what could not be written and writes it with the next %s',
      async (how) => {
        const world = make();
        const first = world.session();
        await opened(first);
        world.fail?.(true);
        const failed = await first.put({ entries: [{ key: 'answer/first-move', value: ANSWER }] });
        expect(failed.ok).toBe(false);
        world.fail?.(false);
        const next = { entries: [{ key: 'seen/first-lesson' as const, value: true as const }] };
        if (how === 'put') expect((await first.put(next)).ok).toBe(true);
        else expect((await first.flush({ again: how === 'again' })).ok).toBe(true);
        expect(values(await reopened(world))['answer/first-move']).toEqual(ANSWER);
        expect(world.complaints?.() ?? []).toEqual([]);
      },
    );

    it('goes on in memory while nothing can be written', async () => {
      const world = make();
      const record = world.session();
      await opened(record);
      world.fail?.(true);
      await record.put({ entries: [{ key: 'seen/first-lesson', value: true }] });
      await record.put({ entries: [{ key: 'answer/first-move', value: ANSWER }] });
      expect(values(await opened(record))).toEqual({
        'seen/first-lesson': true,
        'answer/first-move': ANSWER,
      });
    });
  });
}
