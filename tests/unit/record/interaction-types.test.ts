import { describe, expect, it } from 'vitest';
import type { GradedType } from '../../../src/curriculum/schema/question.ts';
import { creditOf, storedCredit } from '../../../src/learning/credit.ts';
import { keyOf, rangeOf } from '../../../src/learning/plan.ts';
import type { ResponseState } from '../../../src/learning/types.ts';
import type { ResponseReport } from '../../../src/record/port.ts';
import { example } from '../../support/examples.ts';
import { createAgainLms } from '../../support/lms/again-lms.ts';
import { launchPackage, recordFor } from '../../support/lms/cmi-session.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { countingIds, fakeTime, TABLE } from '../../support/record.ts';

type Type = Exclude<GradedType, 'single-choice' | 'multiple-choice' | 'true-false'>;

function checked(type: Type, options: readonly string[], key = keyOf(example(type))) {
  const earned = creditOf(type, key, options);
  const credit = storedCredit(earned);
  const state: ResponseState = {
    options,
    correct: earned === 1,
    tries: 1,
    ...(credit !== undefined && { credit }),
  };
  const { id, prompt } = example(type);
  const report: ResponseReport = {
    question: id,
    type,
    ...{ options, correctOptions: key, correct: state.correct },
    ...(credit !== undefined && { credit }),
    ...{ prompt: prompt.km, latency: 5000 },
  };
  return { entries: [{ key: `answer/${id}` as const, value: state }], responses: [report] };
}

/** Type, response; what SCORM 1.2 is told (type, response, pattern, result); what SCORM 2004 is told. */
const TOLD: readonly (readonly [Type, readonly string[], string[], string[]])[] = [
  [
    'matching',
    ['receipt.fee-paid', 'slip.file-taken'],
    ['matching', 'a.c,b.d', 'a.c,b.d', 'correct'],
    [
      'matching',
      'receipt[.]fee_paid[,]slip[.]file_taken',
      'receipt[.]fee_paid[,]slip[.]file_taken',
      'correct',
    ],
  ],
  [
    'matching',
    ['receipt.file-taken', 'slip.file-taken'],
    ['matching', 'a.d,b.d', 'a.c,b.d', '0.50'],
    [
      'matching',
      'receipt[.]file_taken[,]slip[.]file_taken',
      'receipt[.]fee_paid[,]slip[.]file_taken',
      '0.50',
    ],
  ],
  [
    'ordering',
    ['check', 'give-receipt', 'greet'],
    ['sequencing', 'b,c,a', 'a,b,c', 'wrong'],
    ['sequencing', 'check[,]give_receipt[,]greet', 'greet[,]check[,]give_receipt', 'incorrect'],
  ],
  [
    'fill-in',
    ['other'],
    ['fill-in', 'other', 'receipt', 'wrong'],
    ['fill-in', 'other', 'receipt', 'incorrect'],
  ],
  [
    'fill-in',
    ['a-receipt'],
    ['fill-in', 'a-receipt', 'a-receipt', 'correct'],
    ['fill-in', 'a-receipt', 'a-receipt', 'correct'],
  ],
  [
    'numeric',
    ['4500'],
    ['numeric', '4500', '4500', 'correct'],
    ['numeric', '4500', '4500[:]4500', 'correct'],
  ],
  [
    'numeric',
    ['-0.5'],
    ['numeric', '-0.5', '4500', 'wrong'],
    ['numeric', '-0.5', '4500[:]4500', 'incorrect'],
  ],
];

describe('an interaction', () => {
  it.each(TOLD)('of a %s answer %j is told as', async (type, options, told12, told2004) => {
    for (const [standard, told, name] of [
      ['scorm12', told12, 'student_response'],
      ['scorm2004', told2004, 'learner_response'],
    ] as const) {
      const lms = createStrictLms(standard);
      const { record, errors } = await launchPackage(standard, lms);
      await record.put(checked(type, options));
      const fields = ['type', name, 'correct_responses.0.pattern', 'result'];
      expect(fields.map((field) => lms.stored.get(`cmi.interactions.0.${field}`))).toEqual(told);
      expect(errors).toEqual([]);
    }
  });

  it.each(['scorm12', 'scorm2004'] as const)(
    'of every type is taken by %s, and the answer is there after a relaunch',
    async (standard) => {
      const lms = createStrictLms(standard);
      const first = await launchPackage(standard, lms);
      for (const [type, options] of TOLD) await first.record.put(checked(type, options));
      await first.record.close();
      const second = await launchPackage(standard, lms);
      for (const [type, options] of TOLD) {
        const last = TOLD.filter(([other]) => other === type).pop()?.[1] ?? options;
        const { key, value } = checked(type, last).entries[0] ?? { key: 'outcome', value: undefined };
        expect(second.snapshot.get(key)?.value).toEqual(value);
      }
      expect([first.errors, second.errors]).toEqual([[], []]);
    },
  );

  it.each(['scorm12', 'scorm2004'] as const)(
    'of every type is taken by scorm-again for %s',
    async (standard) => {
      const lms = createAgainLms(standard);
      const record = recordFor(standard, {
        table: TABLE,
        win: lms.launch(),
        ids: countingIds(),
        ...fakeTime(),
      });
      await record.open();
      for (const [type, options] of TOLD) expect((await record.put(checked(type, options))).ok).toBe(true);
    },
  );

  it('of a category sort is told as a matching', async () => {
    const lms = createStrictLms('scorm2004');
    const { record } = await launchPackage('scorm2004', lms);
    await record.put(checked('categorise', ['greeting.front', 'signing.front', 'filing.back']));
    expect(lms.stored.get('cmi.interactions.0.type')).toBe('matching');
    expect(lms.stored.get('cmi.interactions.0.result')).toBe('0.67');
  });

  it('of a number within a tolerance gives SCORM 2004 the range, and SCORM 1.2 no pattern', async () => {
    for (const [standard, pattern] of [
      ['scorm12', undefined],
      ['scorm2004', '9.5[:]10.5'],
    ] as const) {
      const lms = createStrictLms(standard);
      const { record, errors } = await launchPackage(standard, lms);
      await record.put(checked('numeric', ['10'], rangeOf({ value: 10, tolerance: 0.5 })));
      expect(lms.stored.get('cmi.interactions.0.correct_responses.0.pattern')).toBe(pattern);
      expect(errors).toEqual([]);
    }
  });

  it('of a number too long for Moodle is told to SCORM 2004 as what was filled in', async () => {
    const lms = createStrictLms('scorm2004');
    const { record, errors } = await launchPackage('scorm2004', lms);
    await record.put(checked('numeric', ['120000'], ['120000', '120000']));
    expect(lms.stored.get('cmi.interactions.0.type')).toBe('fill-in');
    expect(lms.stored.get('cmi.interactions.0.learner_response')).toBe('120000');
    expect(errors).toEqual([]);
  });
});
