import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/learning/types.ts';
import { decode, idTable } from '../../../src/record/codec.ts';
import type { Batch } from '../../../src/record/port.ts';
import { createAgainLms } from '../../support/lms/again-lms.ts';
import { launchPackage, recordFor } from '../../support/lms/cmi-session.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { countingIds, fakeTime, LOCK, report, TABLE } from '../../support/record.ts';

const outcome = (of: Partial<Outcome>): Batch => {
  return { entries: [], outcome: { completion: 'incomplete', success: 'unknown', score: null, ...of } };
};

describe('SCORM 1.2', () => {
  it('is spoken like this', async () => {
    const lms = createStrictLms('scorm12');
    const { record, since, time } = await launchPackage('scorm12', lms);
    expect(since()).toEqual([
      'Initialize ',
      'GetValue cmi.core.lesson_mode',
      'GetValue cmi.core.lesson_status',
      'GetValue cmi.core.score.raw',
      'GetValue cmi.suspend_data',
      'GetValue cmi.core.student_id',
      'GetValue cmi.interactions._count',
      'SetValue cmi.core.lesson_status=incomplete',
      'SetValue cmi.core.exit=suspend',
    ]);
    time.pass(65_050);
    await record.put({
      entries: [
        { key: 'answer/first-move', value: { options: ['ask-why', 'wait'], correct: false, tries: 1 } },
      ],
      responses: [{ ...report('first-move', ['ask-why', 'wait'], false), type: 'multiple-choice' }],
    });
    const calls = since();
    const state = decode(lms.stored.get('cmi.suspend_data') ?? '', TABLE).snapshot;
    expect(state.get('answer/first-move')).toEqual({
      key: 'answer/first-move',
      value: { options: ['ask-why', 'wait'], correct: false, tries: 1 },
      revision: 1,
      device: 'dev0',
    });
    expect(calls.filter((call) => !call.includes('suspend_data')).sort()).toEqual([
      'Commit ',
      'SetValue cmi.core.session_time=0000:01:05.05',
      'SetValue cmi.interactions.0.correct_responses.0.pattern=a',
      'SetValue cmi.interactions.0.id=first-move',
      'SetValue cmi.interactions.0.latency=0000:00:07.50',
      'SetValue cmi.interactions.0.result=wrong',
      'SetValue cmi.interactions.0.student_response=a,c',
      'SetValue cmi.interactions.0.time=10:12:17',
      'SetValue cmi.interactions.0.type=choice',
    ]);
  });

  it('tells true and false as t and f', async () => {
    const lms = createStrictLms('scorm12');
    const { record, errors } = await launchPackage('scorm12', lms);
    const answer = { ...report('gift-or-not', ['false'], false), type: 'true-false' as const };
    await record.put({ entries: [], responses: [{ ...answer, correctOptions: ['true'] }] });
    await record.flush();
    expect(lms.stored.get('cmi.interactions.0.type')).toBe('true-false');
    expect(lms.stored.get('cmi.interactions.0.student_response')).toBe('f');
    expect(lms.stored.get('cmi.interactions.0.correct_responses.0.pattern')).toBe('t');
    expect(errors).toEqual([]);
  });

  it.each([
    ['completed', { success: 'failed', score: 40 }, 'incomplete'],
    ['completed', { success: 'passed', score: 90 }, 'incomplete'],
    ['completed', { completion: 'completed', success: 'passed', score: 90 }, 'completed'],
    ['completed', { completion: 'completed' }, 'completed'],
    ['passed-failed', { success: 'failed', score: 40 }, 'failed'],
    ['passed-failed', { success: 'passed', score: 90 }, 'incomplete'],
    ['passed-failed', { completion: 'completed', success: 'passed', score: 90 }, 'passed'],
    ['passed-failed', { completion: 'completed' }, 'completed'],
  ] as const)('with the option %s reports %j as %s', async (finalStatus, of, status) => {
    const lms = createStrictLms('scorm12');
    const { record } = await launchPackage('scorm12', lms, { finalStatus });
    await record.put(outcome(of));
    await record.close();
    expect(lms.stored.get('cmi.core.lesson_status')).toBe(status);
  });

  it('rises from failed to passed in a later session', async () => {
    const lms = createStrictLms('scorm12');
    const first = await launchPackage('scorm12', lms, { finalStatus: 'passed-failed' });
    await first.record.put(outcome({ success: 'failed', score: 40 }));
    await first.record.close();
    const second = await launchPackage('scorm12', lms, { finalStatus: 'passed-failed' });
    expect(second.since()).toContain('SetValue cmi.core.lesson_status=failed');
    await second.record.put(outcome({ completion: 'completed', success: 'passed', score: 85 }));
    await second.record.close();
    expect(lms.stored.get('cmi.core.lesson_status')).toBe('passed');
    expect(lms.stored.get('cmi.core.score.raw')).toBe('85');
  });

  it.each(['passed', 'completed'])('never touches a status that is %s', async (status) => {
    for (const finalStatus of ['completed', 'passed-failed'] as const) {
      const lms = createStrictLms('scorm12');
      lms.stored.set('cmi.core.lesson_status', status);
      const { record, calls } = await launchPackage('scorm12', lms, { finalStatus });
      await record.put(outcome({ success: 'failed', score: 40 }));
      await record.close();
      expect(calls.filter(([, element]) => element === 'cmi.core.lesson_status')).toEqual([
        ['GetValue', 'cmi.core.lesson_status'],
      ]);
    }
  });

  it('never sets a score before there is one, nor a lower one', async () => {
    const lms = createStrictLms('scorm12');
    const { record } = await launchPackage('scorm12', lms);
    await record.put({ entries: [{ key: 'seen/first-lesson', value: true }] });
    await record.close();
    expect(Array.from(lms.stored.keys()).filter((element) => element.includes('score'))).toEqual([]);
    lms.stored.set('cmi.core.score.raw', '85');
    const second = await launchPackage('scorm12', lms);
    await second.record.put(outcome({ success: 'failed', score: 60 }));
    await second.record.close();
    expect(lms.stored.get('cmi.core.score.raw')).toBe('85');
  });

  it('leaves the LMS as it is when the state would be too large', async () => {
    const lms = createStrictLms('scorm12');
    const options = { 'ask-why': 'a' };
    const questions = Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [`q-${i}`, { n: i + 1, options }] as const),
    );
    const table = idTable('integrity', { ...LOCK, questions });
    const { record, since, errors } = await launchPackage('scorm12', lms, { table });
    await record.put({ entries: [{ key: 'seen/first-lesson', value: true }] });
    const stored = new Map(lms.stored);
    since();
    const entries = Object.keys(questions).map((id) => {
      return { key: `answer/${id}` as const, value: { options: ['ask-why'], correct: true, tries: 1 } };
    });
    const result = await record.put({ entries, responses: [report('q-1', ['ask-why'])] });
    expect(result).toMatchObject({ ok: false, fault: { kind: 'too-large' } });
    expect(since()).toEqual([]);
    expect(await record.close()).toMatchObject({ ok: false, fault: { kind: 'too-large' } });
    expect(since()).toEqual(['Finish ']);
    expect(lms.stored).toEqual(stored);
    expect(errors).toEqual([]);
  });

  it('is understood by scorm-again', async () => {
    const lms = createAgainLms('scorm12');
    const record = recordFor('scorm12', {
      table: TABLE,
      win: lms.launch(),
      ids: countingIds(),
      ...fakeTime(),
    });
    await record.open();
    const gift = {
      ...report('gift-or-not', ['true']),
      type: 'true-false' as const,
      correctOptions: ['true'],
    };
    await record.put({ entries: [], responses: [report('first-move', ['ask-why'])] });
    await record.put({
      entries: [],
      responses: [gift],
      outcome: { completion: 'completed', success: 'passed', score: 92 },
    });
    expect((await record.close()).ok).toBe(true);
    expect(lms.saved).toMatchObject({
      suspend_data: expect.stringMatching(/^1/),
      core: expect.objectContaining({
        lesson_status: 'completed',
        score: { raw: '92', min: '0', max: '100' },
      }),
      interactions: {
        0: expect.objectContaining({
          id: 'first-move',
          type: 'choice',
          student_response: 'a',
          result: 'correct',
        }),
        1: expect.objectContaining({ id: 'gift-or-not', type: 'true-false', student_response: 't' }),
      },
    });
  });
});
