import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/curriculum/tree.ts';
import { sign } from '../../../src/workshop/ledger.ts';
import { reviewList } from '../../../src/workshop/review.ts';
import { staleness } from '../../../src/workshop/staleness.ts';
import { statusOf } from '../../../src/workshop/status.ts';
import type { Files } from '../../fixtures/content/edit.ts';
import { opened, openedTree, recorded, VALID } from './support.ts';

const LESSON = 'gifts/lesson/basket';
const same = (files: Files) => files;
const lesson = (edit: (files: Files) => Files, lang: 'km' | 'en' = 'km') => {
  const row = statusOf(opened(edit, recorded())).lessons.find((each) => each.lang === lang);
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('the status of a lesson', () => {
  test('tells original and current, since when, what it uses and how long it takes', () => {
    expect(lesson(same, 'en')).toMatchObject({
      state: 'original',
      on: undefined,
      native: 'not-needed',
      behind: [],
    });
    expect(lesson(same)).toMatchObject({
      module: 'gifts',
      lesson: 'basket',
      title: 'កន្ត្រកមួយនៅលើតុ',
      state: 'current',
      on: '2026-11-01',
      native: 'awaiting',
      legal: 'not-needed',
      minutes: 6,
    });
    expect(lesson(same).sources).toContain('gift-guide');
  });

  test('is stale when the English changed after the translation', () => {
    const row = lesson((files) => files.replace('en/basket.mdx', 'Nobody asked', 'No one asked'));
    expect(row).toMatchObject({ state: 'stale', behind: [LESSON] });
  });

  test('is stale when a question on its page changed', () => {
    const row = lesson((files) => files.replace('questions/basket.yaml', 'en: ', 'en: Now, '));
    expect(row).toMatchObject({ state: 'stale', behind: ['gifts/question/ask-first'] });
  });

  test('stays current when files are saved with other line ends, or wrapped anew', () => {
    const tree = new Map([...VALID].map(([file, text]) => [file, plain(text.replace(/\n/g, '\r\n'))]));
    expect(statusOf(openedTree(tree, recorded())).lessons.map(({ state }) => state)).toEqual([
      'current',
      'original',
    ]);
    expect(lesson((files) => files.replace('en/basket.mdx', 'desk. Nobody', 'desk.\nNobody')).state).toBe(
      'current',
    );
  });

  test('is missing without a file, and unrecorded before anybody said what it follows', () => {
    expect(lesson((files) => files.remove('km/basket.mdx'))).toMatchObject({
      state: 'missing',
      title: undefined,
    });
    expect(statusOf(opened()).lessons.map(({ state }) => state)).toEqual(['unrecorded', 'original']);
  });

  test('awaits a lawyer where it asks for one', () => {
    const edit = (files: Files) =>
      files.replace('en/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:');
    expect(lesson(edit).legal).toBe('awaiting');
  });

  test('lists tests, plans and shared content beside lessons, and what the ledger alone knows', () => {
    const ledger = { ...recorded(), units: { ...recorded().units, 'gifts/lesson/gone': {} } };
    const { others, orphans } = statusOf(opened(same, ledger));
    expect(others.filter(({ lang }) => lang === 'km').map(({ kind, units }) => `${kind} ${units}`)).toEqual([
      'module 1',
      'question 3',
      'session-plan 1',
      'material 1',
      'term 2',
      'pathway 1',
      'channel 1',
    ]);
    expect(orphans).toEqual(['gifts/lesson/gone']);
  });
});

describe('the notice of a stale page', () => {
  const changed = (files: Files) =>
    files
      .replace('en/basket.mdx', 'Nobody asked', 'No one asked')
      .replace('questions/basket.yaml', 'en: ', 'en: Now, ');

  test('is not there while all of the page follows the original', () => {
    expect(staleness(opened(same, recorded()), 'gifts', 'basket', 'km')).toBeUndefined();
    expect(staleness(opened(changed, recorded()), 'gifts', 'basket', 'en')).toBeUndefined();
  });

  test('bears the earliest day on which a changed part followed it', () => {
    const ledger = recorded();
    const question = 'gifts/question/ask-first';
    const entry = { ...ledger.units[question]?.km, on: '2026-10-05', signed: [] };
    const earlier = { ...ledger, units: { ...ledger.units, [question]: { km: entry } } };
    expect(staleness(opened(changed, earlier), 'gifts', 'basket', 'km')).toEqual({
      original: 'en',
      on: '2026-10-05',
      changed: [LESSON, question],
    });
  });

  test('is not there for a lesson or module that does not exist', () => {
    expect(staleness(opened(changed, recorded()), 'gifts', 'gone', 'km')).toBeUndefined();
    expect(staleness(opened(changed, recorded()), 'gone', 'basket', 'km')).toBeUndefined();
  });
});

describe('the review list', () => {
  const legal = (files: Files) =>
    files.replace('km/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:');
  const of = (edit: (files: Files) => Files, ledger = recorded()) => reviewList(opened(edit, ledger));

  test('has every Khmer unit for the native reader, and what asks for it for the lawyer', () => {
    const { awaiting, unfounded } = of(legal);
    expect(awaiting.filter(({ role }) => role === 'native').length).toBe(opened().owners.size);
    expect(awaiting.filter(({ role }) => role === 'legal')).toMatchObject([
      { unit: LESSON, langs: ['km', 'en'], state: 'unsigned' },
    ]);
    expect(unfounded).toEqual([]);
  });

  test('drops what is signed, and says what was signed before it changed', () => {
    const hash = opened().owners.get(LESSON)?.hashes.km ?? '';
    const ledger = sign(recorded(), LESSON, 'km', { role: 'native', by: 'S.K.', date: '2026-11-20', hash });
    const native = (edit: (files: Files) => Files) =>
      of(edit, ledger).awaiting.filter(({ unit }) => unit === LESSON);
    expect(native(same)).toEqual([]);
    expect(native((files) => files.replace('km/basket.mdx', 'សូមឱ្យលើកដៃ។', 'លើកដៃ។'))).toMatchObject([
      { state: 'void' },
    ]);
  });

  test('catches a file that says "signed" of a text that nobody has signed', () => {
    const edit = (files: Files) =>
      files
        .replace('km/basket.mdx', 'awaiting-native-review', 'signed')
        .replace('dilemmas/the-basket.yaml', 'lesson: basket', 'lesson: basket\nlegalReview: signed');
    expect(of(edit).unfounded.map(({ unit, field }) => `${unit} ${field}`)).toEqual([
      `${LESSON} review`,
      'gifts/dilemma/the-basket legalReview',
    ]);
  });
});
