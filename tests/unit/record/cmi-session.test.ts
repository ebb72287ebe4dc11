import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/learning/types.ts';
import { startEarly } from '../../../src/record/cmi/early.ts';
import { decode } from '../../../src/record/codec.ts';
import type { Batch } from '../../../src/record/port.ts';
import { launchPackage, recordFor } from '../../support/lms/cmi-session.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { countingIds, fakeTime, report, TABLE } from '../../support/record.ts';

const PASSED: Outcome = { completion: 'completed', success: 'passed', score: 92 };
const ANSWER: Batch = {
  entries: [{ key: 'answer/first-move', value: { options: ['ask-why'], correct: true, tries: 1 } }],
  responses: [report('first-move', ['ask-why'])],
};
const LAST_ANSWER: Batch = {
  entries: [
    { key: 'answer/final-one', value: { options: ['leave'], correct: true, tries: 1 } },
    { key: 'test/post', value: { seed: 1, count: 1, open: false, best: 92, last: 92 } },
    { key: 'outcome', value: PASSED },
  ],
  responses: [report('final-one', ['leave'])],
  outcome: PASSED,
};

// What both standards share; the words of each stand in scorm12.test.ts and scorm2004.test.ts.
describe.each(['scorm12', 'scorm2004'] as const)('a package in a %s LMS', (standard) => {
  const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
  const names = (calls: readonly string[]) => calls.map((call) => call.split(' ')[0]);
  const count = (calls: readonly string[], name: string) =>
    names(calls).filter((other) => other === name).length;

  it('launches with at most 10 calls, one Initialize first and no commit', async () => {
    const { since, errors } = await launchPackage(standard, createStrictLms(standard));
    const calls = since();
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(names(calls)[0]).toBe('Initialize');
    expect(count(calls, 'Initialize')).toBe(1);
    expect(count(calls, 'Commit')).toBe(0);
    expect(calls).toContain(`SetValue ${status}=incomplete`);
    expect(errors).toEqual([]);
  });

  it.each([
    ['a checked answer', ANSWER],
    ['the answer that completes the module', LAST_ANSWER],
  ])('saves %s with one commit, last, within 12 calls', async (_, batch) => {
    const { record, since, errors } = await launchPackage(standard, createStrictLms(standard));
    since();
    expect((await record.put(batch)).ok).toBe(true);
    const calls = since();
    expect(calls.length).toBeLessThanOrEqual(12);
    expect(count(calls, 'Commit')).toBe(1);
    expect(names(calls)[calls.length - 1]).toBe('Commit');
    expect(calls.some((call) => call.includes('session_time'))).toBe(true);
    expect(errors).toEqual([]);
  });

  it('stays within 12 calls over a whole test, and has told everything in the end', async () => {
    const lms = createStrictLms(standard);
    const { record, since, errors } = await launchPackage(standard, lms);
    since();
    for (const question of ['first-move', 'gift-or-not', 'final-one'] as const) {
      const options = question === 'gift-or-not' ? ['true'] : ['ask-why'];
      await record.put({
        entries: [{ key: `answer/${question}`, value: { options, correct: true, tries: 1 } }],
        responses: [{ ...report(question, options), correctOptions: options }],
        ...(question === 'final-one' && { outcome: PASSED }),
      });
      expect(since().length).toBeLessThanOrEqual(12);
    }
    await record.close();
    const told = (end: string) =>
      Array.from(lms.stored.keys()).filter((element) => element.endsWith(end)).length;
    expect([told('.id'), told('.result'), told('.latency'), told('.pattern')]).toEqual([3, 3, 3, 3]);
    expect([told('score.raw'), told('score.min'), told('score.max')]).toEqual([1, 1, 1]);
    expect(errors).toEqual([]);
  });

  it('writes the place once it has rested for a second, with what belongs to it', async () => {
    const { record, since, time, errors } = await launchPackage(standard, createStrictLms(standard));
    since();
    for (const anchor of ['first-lesson--a', 'first-lesson--b', 'first-lesson--c']) {
      await record.put({ entries: [{ key: 'place', value: { lesson: 'first-lesson', anchor } }] });
      time.pass(900);
    }
    expect(since()).toEqual([]);
    time.pass(100);
    const calls = since();
    expect(count(calls, 'Commit')).toBe(1);
    expect(calls.filter((call) => call.includes('location'))).toEqual([
      expect.stringContaining('location=first-lesson--c'),
    ]);
    time.pass(5000);
    expect(since()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes a waiting place along with the next answer', async () => {
    const { record, since, time } = await launchPackage(standard, createStrictLms(standard));
    await record.put({ entries: [{ key: 'place', value: { lesson: 'first-lesson' } }] });
    since();
    await record.put(ANSWER);
    expect(count(since(), 'Commit')).toBe(1);
    time.pass(5000);
    expect(since()).toEqual([]);
  });

  it('is closed by Finish alone, with unsaved values before it and nothing after it', async () => {
    const lms = createStrictLms(standard);
    const { record, since, time, errors } = await launchPackage(standard, lms);
    await record.put({ entries: [{ key: 'place', value: { lesson: 'second-lesson' } }] });
    since();
    await record.close();
    const calls = since();
    expect(count(calls, 'Commit')).toBe(0);
    expect(names(calls)[calls.length - 1]).toBe('Finish');
    expect(count(calls, 'Finish')).toBe(1);
    expect(lms.stored.get('cmi.suspend_data')).toBeDefined();
    await record.close();
    await record.flush();
    await record.put(ANSWER);
    time.pass(5000);
    expect(since()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('does its calls before the promise is awaited, so that they happen in pagehide', async () => {
    const { record, since } = await launchPackage(standard, createStrictLms(standard));
    since();
    void record.put(ANSWER);
    expect(count(since(), 'Commit')).toBe(1);
    void record.close();
    expect(names(since()).pop()).toBe('Finish');
  });

  it('stays incomplete when it was opened and closed', async () => {
    const lms = createStrictLms(standard);
    const { record } = await launchPackage(standard, lms);
    await record.close();
    expect(lms.stored.get(status)).toBe('incomplete');
  });

  it.each(['review', 'browse'])('writes nothing at all in %s mode', async (mode) => {
    const lms = createStrictLms(standard);
    const before = await launchPackage(standard, lms);
    await before.record.put(LAST_ANSWER);
    await before.record.close();
    const stored = new Map(lms.stored);
    lms.mode = mode;
    const { record, calls, snapshot, time, errors } = await launchPackage(standard, lms);
    expect(record.writable).toBe(false);
    expect(snapshot.get('outcome')?.value).toEqual(PASSED);
    expect((await record.put(ANSWER)).ok).toBe(true);
    await record.put({ entries: [{ key: 'place', value: { lesson: 'first-lesson' } }] });
    time.pass(5000);
    await record.flush({ again: true });
    await record.close();
    expect(new Set(calls.map(([name]) => name))).toEqual(new Set(['Initialize', 'GetValue', 'Finish']));
    expect(lms.stored).toEqual(stored);
    expect(errors).toEqual([]);
  });

  it.each([
    ['empty', () => ''],
    ['undefined', () => undefined],
    ['a number', () => 7],
    ['null', () => null],
    ['an object', () => ({})],
    [
      'an error',
      () => {
        throw new Error('no');
      },
    ],
  ])('works on an LMS that gives back %s', async (what, readback) => {
    const lms = createStrictLms(standard);
    lms.readback = (element) => (element.endsWith('mode') ? '' : readback());
    const { record, calls, snapshot, errors } = await launchPackage(standard, lms);
    expect(record.writable).toBe(true);
    expect(Array.from(snapshot.values()).filter(({ key }) => key !== 'outcome')).toEqual([]);
    await record.put(ANSWER);
    expect(calls.some(([name]) => name === 'Commit')).toBe(true);
    // Seven interactions that are not there: the next one is refused as out of order, and given up.
    if (what !== 'a number') expect(errors).toEqual([]);
  });

  it('counts its interactions on from what the LMS holds', async () => {
    const lms = createStrictLms(standard);
    const first = await launchPackage(standard, lms);
    await first.record.put(ANSWER);
    await first.record.close();
    const second = await launchPackage(standard, lms);
    await second.record.put({ ...ANSWER, entries: [{ key: 'seen/first-lesson', value: true }] });
    expect(lms.stored.get('cmi.interactions.1.id')).toBe('first-move');
    expect(second.errors).toEqual([]);
  });

  it('overwrites the interaction of a question answered again', async () => {
    const lms = createStrictLms(standard);
    const { record } = await launchPackage(standard, lms);
    await record.put(ANSWER);
    await record.put({
      entries: [{ key: 'answer/first-move', value: { options: ['wait'], correct: false, tries: 2 } }],
      responses: [report('first-move', ['wait'], false)],
    });
    expect(lms.stored.get('cmi.interactions.0.result')).toMatch(/wrong|incorrect/);
    expect(lms.stored.has('cmi.interactions.1.id')).toBe(false);
  });

  it('keeps at most 200 interactions', async () => {
    const lms = createStrictLms(standard);
    for (let i = 0; i < 199; i++) lms.stored.set(`cmi.interactions.${i}.id`, `q-${i}`);
    lms.stored.set('cmi.exit', 'suspend');
    const { record, errors } = await launchPackage(standard, lms);
    for (const question of ['first-move', 'final-one']) {
      await record.put({ entries: [], responses: [report(question, ['ask-why'])] });
    }
    await record.flush();
    expect(lms.stored.has('cmi.interactions.200.id')).toBe(false);
    expect(errors).toEqual([]);
  });

  it('saves the state although the LMS refuses interactions', async () => {
    const lms = createStrictLms(standard);
    lms.refuses = /^cmi\.interactions/;
    const { record, since } = await launchPackage(standard, lms);
    expect((await record.put(ANSWER)).ok).toBe(true);
    expect(decode(lms.stored.get('cmi.suspend_data') ?? '', TABLE).snapshot.has('answer/first-move')).toBe(
      true,
    );
    since();
    await record.put({
      entries: [{ key: 'seen/first-lesson', value: true }],
      responses: ANSWER.responses ?? [],
    });
    expect(since().filter((call) => call.includes('interactions'))).toEqual([]);
  });

  it('reports a refused status, saves the rest, and tries again', async () => {
    const lms = createStrictLms(standard);
    const { record, since } = await launchPackage(standard, lms);
    lms.refuses = /status/;
    expect(await record.put(LAST_ANSWER)).toMatchObject({ ok: false, fault: { kind: 'rejected' } });
    expect(lms.stored.has('cmi.suspend_data')).toBe(true);
    lms.refuses = undefined;
    since();
    expect((await record.flush()).ok).toBe(true);
    expect(lms.stored.get(status)).toBe('completed');
  });

  it('sends a changed state after a commit that failed', async () => {
    const lms = createStrictLms(standard);
    const { record, since } = await launchPackage(standard, lms);
    since();
    lms.network = 'refuses';
    await record.put(ANSWER);
    const failed = since().find((call) => call.includes('suspend_data'));
    lms.network = 'up';
    await record.flush();
    const again = since().find((call) => call.includes('suspend_data'));
    expect(again).toBeDefined();
    expect(again).not.toBe(failed);
    expect(decode(lms.stored.get('cmi.suspend_data') ?? '', TABLE).snapshot.has('answer/first-move')).toBe(
      true,
    );
  });

  it.each(['refuses', 'throws'] as const)(
    'sets and sends everything again after a commit that %s, status and score too, without lowering',
    async (network) => {
      const lms = createStrictLms(standard);
      const { record, since, errors } = await launchPackage(standard, lms);
      await record.flush();
      lms.network = network;
      const failed = await record.put(LAST_ANSWER);
      expect(failed).toMatchObject({ fault: { kind: network === 'throws' ? 'unavailable' : 'rejected' } });
      lms.network = 'up';
      since();
      expect((await record.flush()).ok).toBe(true);
      const calls = since();
      expect(calls).toContain('SetValue cmi.interactions.0.id=final-one');
      expect(calls).not.toContain(`SetValue ${status}=incomplete`);
      expect(lms.stored.get(status)).toBe('completed');
      expect(lms.stored.get(standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw')).toBe('92');
      await record.flush();
      expect(since()).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  it('brings back what an outage swallowed behind a "true", status and score too, without lowering', async () => {
    const lms = createStrictLms(standard);
    const { record, since, errors } = await launchPackage(standard, lms);
    await record.flush();
    lms.network = 'loses';
    expect((await record.put(LAST_ANSWER)).ok).toBe(true);
    lms.network = 'up';
    since();
    expect((await record.flush({ again: true })).ok).toBe(true);
    expect(since().filter((call) => call.includes(`${status}=incomplete`))).toEqual([]);
    expect(lms.stored.get(status)).toBe('completed');
    const raw = standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    expect(lms.stored.get(raw)).toBe('92');
    expect(decode(lms.stored.get('cmi.suspend_data') ?? '', TABLE).snapshot.get('outcome')?.value).toEqual(
      PASSED,
    );
    expect(errors).toEqual([]);
  });

  it('mends at the next launch what was lost on leaving', async () => {
    const lms = createStrictLms(standard);
    const first = await launchPackage(standard, lms);
    await first.record.put(LAST_ANSWER);
    await first.record.close();
    lms.stored.set(status, 'incomplete');
    const second = await launchPackage(standard, lms);
    expect(second.since()).toContain(`SetValue ${status}=completed`);
  });

  it('leaves a completed record alone, whatever the new state says', async () => {
    const lms = createStrictLms(standard);
    const first = await launchPackage(standard, lms);
    await first.record.put(LAST_ANSWER);
    await first.record.close();
    lms.stored.delete('cmi.suspend_data');
    const { record, since, snapshot, errors } = await launchPackage(standard, lms);
    expect(snapshot.get('outcome')?.value).toMatchObject({ completion: 'completed', score: 92 });
    await record.put({ entries: [], outcome: { completion: 'incomplete', success: 'failed', score: 10 } });
    await record.close();
    expect(since().filter((call) => /SetValue .*(status|score)/.test(call))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes over an early start instead of initialising again', async () => {
    const lms = createStrictLms(standard);
    const prepare = (win: object) => startEarly(win, standard, () => -5000);
    const { record, calls, since, errors } = await launchPackage(standard, lms, { prepare });
    expect(calls.filter(([name]) => name === 'Initialize')).toHaveLength(1);
    since();
    await record.close();
    expect(since().find((call) => call.includes('session_time'))).toMatch(/0*5\.00/);
    expect(errors).toEqual([]);
  });

  it('opens with a damaged state, empty, and says so', async () => {
    const lms = createStrictLms(standard);
    lms.stored.set('cmi.suspend_data', '{"some":"other"}');
    lms.stored.set('cmi.exit', 'suspend');
    const { record, snapshot } = await launchPackage(standard, lms);
    expect(snapshot.size).toBe(0);
    expect(record.problems).toEqual([{ kind: 'damaged', detail: expect.any(String) }]);
    expect((await record.put(ANSWER)).ok).toBe(true);
  });

  it('is unavailable without an API, or when Initialize fails', async () => {
    const tools = { table: TABLE, ids: countingIds(), ...fakeTime() };
    const none = recordFor(standard, { ...tools, win: {} });
    expect(await none.open()).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
    expect(await none.put(ANSWER)).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
    expect(await none.close()).toEqual({ ok: true, value: undefined });
    const refusing = { LMSInitialize: () => 'false', Initialize: () => false };
    const record = recordFor(standard, { ...tools, win: { API: refusing, API_1484_11: refusing } });
    expect(await record.open()).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
  });

  it('waits for an API that comes late, where there is a window it may come from', async () => {
    const lms = createStrictLms(standard);
    const host: Record<string, unknown> = {};
    const time = fakeTime();
    const win = { parent: host };
    const record = recordFor(standard, { table: TABLE, ids: countingIds(), ...time, win, apiWaitMs: 1000 });
    const opening = record.open();
    Object.assign(host, lms.launch().win);
    time.pass(250);
    expect((await opening).ok).toBe(true);
  });
});
