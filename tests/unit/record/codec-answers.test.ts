import { describe, expect, it } from 'vitest';
import { decode, encode, idTable } from '../../../src/record/codec.ts';
import type { Entry, EntryKey } from '../../../src/record/port.ts';
import { FORMS, LOCK, TABLE } from '../../support/record.ts';

function stateOf(...answers: [id: string, value: Entry['value']][]): Map<EntryKey, Entry> {
  return new Map(
    answers.map(([id, value]) => {
      const key: EntryKey = `answer/${id}`;
      return [key, { key, value, revision: 1, device: 'abcd' }];
    }),
  );
}
const PAIRS = { options: ['slip.fee-paid', 'receipt.fee-paid'], correct: false, credit: 50, tries: 2 };
const ORDER = { options: ['check', 'greet', 'give-receipt'], correct: false, credit: 33, tries: 1 };
const CHOICE = { options: ['wait'], correct: false, tries: 3 };

describe('suspend data', () => {
  it('written before there were other types than choices is read as it was', () => {
    // Text of release 1.0.0: three answers, a dilemma, a place.
    // As release 1.0.0 wrote it: two answers, a walk through a dilemma, a place.
    const { snapshot, problems, write } = decode('16EfZDCngBBEabcdACBBAGECBADJBBBACIABCBAAAA', TABLE);
    expect([problems, write]).toEqual([[], 7]);
    expect(Object.fromEntries(Array.from(snapshot.values(), ({ key, value }) => [key, value]))).toEqual({
      'answer/first-move': CHOICE,
      'answer/final-one': { options: ['ask-why', 'leave'], correct: true, tries: 1 },
      'dilemma/the-broker': { scene: 'owed', ends: ['end-open'] },
      place: { lesson: 'second-lesson' },
    });
  });

  it('says version 2 only where it holds what version 1 does not know', () => {
    expect(encode(stateOf(['first-move', CHOICE]), TABLE).charAt(0)).toBe('1');
    for (const id of Object.keys(FORMS)) {
      const tokens = { 'which-paper': PAIRS, 'at-the-counter': ORDER }[id]?.options ?? [];
      const text = encode(stateOf([id, { options: tokens, correct: false, tries: 1 }]), TABLE);
      expect(text.charAt(0)).toBe('2');
    }
  });

  it('keeps the order of steps, the pairs and the credit', () => {
    const state = stateOf(['which-paper', PAIRS], ['at-the-counter', ORDER]);
    const { snapshot } = decode(encode(state, TABLE), TABLE);
    expect(snapshot.get('answer/which-paper')?.value).toEqual(PAIRS);
    expect(snapshot.get('answer/at-the-counter')?.value).toEqual(ORDER);
  });

  it('holds a pair in two characters and a step in one', () => {
    const length = (options: readonly string[], id: string) =>
      encode(stateOf([id, { options, correct: false, tries: 1 }]), TABLE).length;
    expect(length(['receipt.fee-paid', 'slip.fee-paid'], 'which-paper') - length([], 'which-paper')).toBe(4);
    expect(length(['greet', 'check'], 'at-the-counter') - length([], 'at-the-counter')).toBe(2);
  });

  it('drops an answer with a part that has left the content, and reads what follows', () => {
    const text = encode(stateOf(['which-paper', PAIRS], ['at-the-counter', ORDER]), TABLE);
    const { slip: _, ...options } = LOCK.questions['which-paper']?.options ?? {};
    const questions = { ...LOCK.questions, 'which-paper': { n: 5, options } };
    const { snapshot, problems } = decode(
      text,
      idTable('integrity', { ...LOCK, questions }, undefined, (id) => FORMS[id]),
    );
    expect([...snapshot.keys()]).toEqual(['answer/at-the-counter']);
    expect(problems).toEqual([{ kind: 'unknown', detail: 'question 5' }]);
  });

  it('drops an answer to a question that became one of another type', () => {
    const text = encode(stateOf(['at-the-counter', ORDER], ['first-move', CHOICE]), TABLE);
    const { snapshot } = decode(text, idTable('integrity', LOCK));
    expect([...snapshot.keys()]).toEqual(['answer/first-move']);
  });

  it('reads past answers of every form whose question was retired', () => {
    const text = encode(
      stateOf(
        ['which-paper', PAIRS],
        ['at-the-counter', ORDER],
        ['name-the-paper', { options: ['other'], correct: false, tries: 1 }],
        ['how-much', { options: ['4500'], correct: true, tries: 1 }],
        ['first-move', CHOICE],
      ),
      TABLE,
    );
    const retired = Object.fromEntries(
      Object.entries(LOCK.questions).map(([id, entry]) => [id, { ...entry, retired: id in FORMS }]),
    );
    const { snapshot, problems } = decode(text, idTable('integrity', { ...LOCK, questions: retired }));
    expect([...snapshot.keys()]).toEqual(['answer/first-move']);
    expect(problems.map(({ kind }) => kind)).toEqual(['retired', 'retired', 'retired', 'retired']);
  });
});
