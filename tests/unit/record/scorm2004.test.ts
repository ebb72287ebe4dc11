import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/learning/types.ts';
import { idTable } from '../../../src/record/codec.ts';
import type { Batch } from '../../../src/record/port.ts';
import { createAgainLms } from '../../support/lms/again-lms.ts';
import { launchPackage, recordFor } from '../../support/lms/cmi-session.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { countingIds, fakeTime, LOCK, report, TABLE } from '../../support/record.ts';

const outcome = (of: Partial<Outcome>): Batch => {
  return { entries: [], outcome: { completion: 'incomplete', success: 'unknown', score: null, ...of } };
};

describe('SCORM 2004', () => {
  it('is spoken like this', async () => {
    const lms = createStrictLms('scorm2004');
    const { record, since, time } = await launchPackage('scorm2004', lms);
    expect(since()).toEqual([
      'Initialize ',
      'GetValue cmi.mode',
      'GetValue cmi.completion_status',
      'GetValue cmi.success_status',
      'GetValue cmi.score.raw',
      'GetValue cmi.suspend_data',
      'GetValue cmi.learner_id',
      'GetValue cmi.interactions._count',
      'SetValue cmi.completion_status=incomplete',
      'SetValue cmi.exit=suspend',
    ]);
    time.pass(65_050);
    await record.put({
      entries: [
        { key: 'answer/first-move', value: { options: ['ask-why', 'wait'], correct: false, tries: 1 } },
      ],
      responses: [{ ...report('first-move', ['ask-why', 'wait'], false), type: 'multiple-choice' }],
    });
    expect(
      since()
        .filter((call) => !call.includes('suspend_data'))
        .sort(),
    ).toEqual([
      'Commit ',
      'SetValue cmi.interactions.0.correct_responses.0.pattern=ask_why',
      'SetValue cmi.interactions.0.description=បើមានអ្នកសុំឱ្យជួយ តើលោកអ្នកធ្វើអ្វីមុនគេ?',
      'SetValue cmi.interactions.0.id=first-move',
      'SetValue cmi.interactions.0.latency=PT0H0M7.50S',
      'SetValue cmi.interactions.0.learner_response=ask_why[,]wait',
      'SetValue cmi.interactions.0.result=incorrect',
      'SetValue cmi.interactions.0.timestamp=2026-11-22T10:12:17',
      'SetValue cmi.interactions.0.type=choice',
      'SetValue cmi.session_time=PT0H1M5.05S',
    ]);
  });

  it('tells true and false in full', async () => {
    const lms = createStrictLms('scorm2004');
    const { record, errors } = await launchPackage('scorm2004', lms);
    const answer = { ...report('gift-or-not', ['false'], false), type: 'true-false' as const };
    await record.put({ entries: [], responses: [{ ...answer, correctOptions: ['true'] }] });
    expect(lms.stored.get('cmi.interactions.0.type')).toBe('true-false');
    expect(lms.stored.get('cmi.interactions.0.learner_response')).toBe('false');
    expect(errors).toEqual([]);
  });

  it('sets both statuses and the score on both scales', async () => {
    const lms = createStrictLms('scorm2004');
    const { record, errors } = await launchPackage('scorm2004', lms);
    await record.put(outcome({ completion: 'completed', success: 'passed', score: 83 }));
    await record.close();
    expect(Object.fromEntries(lms.stored)).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.83',
      'cmi.score.raw': '83',
      'cmi.score.min': '0',
      'cmi.score.max': '100',
      'cmi.exit': 'suspend',
    });
    expect(errors).toEqual([]);
  });

  it('never takes back passed, and rises from failed to passed', async () => {
    const lms = createStrictLms('scorm2004');
    const first = await launchPackage('scorm2004', lms);
    await first.record.put(outcome({ success: 'failed', score: 40 }));
    expect(lms.stored.get('cmi.success_status')).toBe('failed');
    await first.record.close();
    const second = await launchPackage('scorm2004', lms);
    await second.record.put(outcome({ success: 'passed', score: 90 }));
    await second.record.close();
    lms.stored.delete('cmi.suspend_data');
    const third = await launchPackage('scorm2004', lms);
    await third.record.put(outcome({ success: 'failed', score: 10 }));
    await third.record.close();
    expect(lms.stored.get('cmi.success_status')).toBe('passed');
    expect(lms.stored.get('cmi.score.raw')).toBe('90');
  });

  it('sends no token that Moodle refuses for an empty response', async () => {
    const { record, errors } = await launchPackage('scorm2004', createStrictLms('scorm2004'));
    await record.put({ entries: [], responses: [report('first-move', [], false)] });
    expect(errors).toEqual([]);
  });

  it('keeps all that an LMS resends under 32 KiB, over many sessions with long Khmer prompts', async () => {
    const lms = createStrictLms('scorm2004');
    const options = { 'a-fairly-long-option': 'a', 'another-rather-long-option': 'b' };
    const questions = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`a-question-with-a-name-${i}`, { n: i + 1, options }] as const),
    );
    const table = idTable('integrity', { ...LOCK, questions });
    const prompt = 'ស'.repeat(400);
    for (let session = 0; session < 8; session++) {
      const { record, errors } = await launchPackage('scorm2004', lms, { table });
      for (const question of Object.keys(questions).slice(session * 10, session * 10 + 30)) {
        const response = report(question, ['a-fairly-long-option'], false);
        await record.put({
          entries: [
            { key: `answer/${question}`, value: { options: response.options, correct: false, tries: 1 } },
          ],
          responses: [{ ...response, correctOptions: ['another-rather-long-option'], prompt }],
        });
      }
      await record.close();
      expect(errors).toEqual([]);
    }
    const encoded = Array.from(lms.stored, ([element, value]) => `${element}=${encodeURIComponent(value)}&`);
    expect(encoded.join('').length).toBeLessThan(32 * 1024);
    expect(lms.stored.has('cmi.interactions.0.description')).toBe(true);
    expect(lms.stored.has('cmi.interactions.30.description')).toBe(false);
    expect(lms.stored.get('cmi.interactions.30.result')).toBe('incorrect');
  });

  it('is understood by scorm-again', async () => {
    const lms = createAgainLms('scorm2004');
    const record = recordFor('scorm2004', {
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
      completion_status: 'completed',
      success_status: 'passed',
      score: { scaled: '0.92', raw: '92', min: '0', max: '100' },
      interactions: {
        0: expect.objectContaining({
          id: 'first-move',
          type: 'choice',
          learner_response: 'ask_why',
          result: 'correct',
        }),
        1: expect.objectContaining({ id: 'gift-or-not', type: 'true-false', learner_response: 'true' }),
      },
    });
  });
});
