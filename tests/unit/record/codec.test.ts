import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/learning/merge.ts';
import { decode, encode, type IdTable, idTable } from '../../../src/record/codec.ts';
import { checksum, createPacker, createUnpacker } from '../../../src/record/packing.ts';
import type { Entry, EntryKey, Snapshot } from '../../../src/record/port.ts';
import { anySnapshot } from '../../support/arbitrary.ts';
import { LOCK, TABLE } from '../../support/record.ts';

const plain = (snapshot: Snapshot) => canonicalJson(Object.fromEntries(snapshot));

function entry(key: EntryKey, value: Entry['value'], revision = 1, device = 'abcd'): [EntryKey, Entry] {
  return [key, { key, value, revision, device }];
}
const SOME = new Map([
  entry('seen/first-lesson', true, 1, 'aaaa'),
  entry('answer/first-move', { options: ['wait'], correct: false, tries: 3 }, 3, 'bbbb'),
  entry('answer/gift-or-not', { options: ['true'], correct: true, tries: 1 }, 1, 'aaaa'),
  entry('dilemma/the-broker', { scene: 'owed', ends: ['end-open'] }, 12),
  entry('place', { lesson: 'second-lesson', anchor: 'second-lesson--key-points' }, 700),
]);

describe('suspend data', () => {
  it('gives back the snapshot it was made from', () => {
    fc.assert(
      fc.property(anySnapshot, fc.nat(), (snapshot, write) => {
        const decoded = decode(encode(snapshot, TABLE, write), TABLE);
        expect(decoded.problems).toEqual([]);
        expect(plain(decoded.snapshot)).toBe(plain(snapshot));
        expect(decoded.write).toBe(write % 1024);
      }),
      { numRuns: 500 },
    );
  });

  it('is URL-safe ASCII, so that no LMS makes it longer or different', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        expect(encode(snapshot, TABLE)).toMatch(/^[A-Za-z0-9_.-]+$/);
      }),
    );
  });

  it('does not depend on the order in which entries came', () => {
    const backwards = new Map(Array.from(SOME).reverse());
    expect(encode(backwards, TABLE)).toBe(encode(SOME, TABLE));
  });

  it('differs from write to write, as long as the same', () => {
    const texts = Array.from({ length: 1024 }, (_, write) => encode(SOME, TABLE, write));
    expect(new Set(texts).size).toBe(1024);
    expect(new Set(texts.map((text) => text.length)).size).toBe(1);
  });

  it('names each device once', () => {
    expect(encode(SOME, TABLE).match(/aaaa/g)).toHaveLength(1);
  });

  it('is an empty snapshot without a problem when the LMS has none', () => {
    expect(decode('', TABLE)).toEqual({ snapshot: new Map(), problems: [], write: 0 });
  });
});

describe('suspend data that is not ours, or not whole', () => {
  it('is a clean start when it is cut anywhere', () => {
    const text = encode(SOME, TABLE);
    for (let length = 1; length < text.length; length++) {
      const { snapshot, problems } = decode(text.slice(0, length), TABLE);
      expect(snapshot.size).toBe(0);
      expect(problems.map(({ kind }) => kind)).toEqual(['damaged']);
    }
  });

  it('is a clean start when any character changed', () => {
    const text = encode(SOME, TABLE);
    for (let at = 0; at < text.length; at++) {
      const other = text.charAt(at) === 'A' ? 'B' : 'A';
      const { snapshot, problems } = decode(text.slice(0, at) + other + text.slice(at + 1), TABLE);
      expect(snapshot.size).toBe(0);
      expect(problems).toHaveLength(1);
    }
  });

  it('never throws, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^1[A-Za-z0-9_-]{0,60}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text !== '');
        const { snapshot, problems } = decode(text, TABLE);
        expect(snapshot.size).toBe(0);
        expect(problems.length).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and never invents an id, even behind a right checksum', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,80}$/), (body) => {
        const { snapshot } = decode(`1${checksum(TABLE.module + body)}${body}`, TABLE);
        for (const key of snapshot.keys()) {
          const id = key.split('/')[1];
          const known = { ...TABLE.lessons, ...TABLE.questions, ...TABLE.dilemmas, pre: 1, post: 1 };
          expect(id === undefined || id in known).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not read as this version when it is another', () => {
    const { snapshot, problems } = decode(`3${encode(SOME, TABLE).slice(1)}`, TABLE);
    expect(snapshot.size).toBe(0);
    expect(problems).toEqual([{ kind: 'version', detail: 'version 3, not 2' }]);
  });

  it('is not read as the state of another module', () => {
    const { snapshot, problems } = decode(encode(SOME, TABLE), { ...TABLE, module: 'other' });
    expect(snapshot.size).toBe(0);
    expect(problems[0]?.kind).toBe('damaged');
  });
});

describe('suspend data of another release', () => {
  const text = encode(SOME, TABLE);
  const keys = (table: IdTable) => Array.from(decode(text, table).snapshot.keys());
  const kinds = (table: IdTable) => decode(text, table).problems.map(({ kind }) => kind);

  it('drops a question whose number is unknown and keeps the rest', () => {
    const table = idTable('integrity', {
      ...LOCK,
      questions: { 'gift-or-not': { n: 2, options: { true: 'a' } } },
    });
    expect(keys(table)).toEqual(['seen/first-lesson', 'answer/gift-or-not', 'dilemma/the-broker', 'place']);
    expect(kinds(table)).toEqual(['unknown']);
  });

  it('drops a retired question and says that it was retired', () => {
    const questions = { ...LOCK.questions, 'first-move': { n: 1, retired: true, options: { wait: 'c' } } };
    const table = idTable('integrity', { ...LOCK, questions });
    expect(keys(table)).not.toContain('answer/first-move');
    expect(kinds(table)).toEqual(['retired']);
  });

  it('gives a renamed question its present id', () => {
    const { 'first-move': entry, ...others } = LOCK.questions;
    if (!entry) throw new Error('sample lock changed');
    const questions = { ...others, 'opening-move': { ...entry, renamedFrom: ['first-move'] } };
    const table = idTable('integrity', { ...LOCK, questions });
    expect(decode(text, table).snapshot.get('answer/opening-move')).toMatchObject({
      value: { options: ['wait'], correct: false, tries: 3 },
      revision: 3,
    });
    expect(kinds(table)).toEqual([]);
    expect(table.renamed.questions).toEqual({ 'first-move': 'opening-move' });
  });

  it('gives a place in a renamed lesson the heading ids of the new name', () => {
    const { 'second-lesson': entry, ...others } = LOCK.lessons;
    if (!entry) throw new Error('sample lock changed');
    const table = idTable('integrity', { ...LOCK, lessons: { ...others, 'new-name': entry } });
    expect(decode(text, table).snapshot.get('place')?.value).toEqual({
      lesson: 'new-name',
      anchor: 'new-name--key-points',
    });
  });

  it('drops an answer whose option is unknown: it would be another answer', () => {
    const questions = { ...LOCK.questions, 'first-move': { n: 1, options: { 'ask-why': 'a' } } };
    const table = idTable('integrity', { ...LOCK, questions });
    expect(keys(table)).not.toContain('answer/first-move');
  });

  it('keeps the ends of a dilemma whose current scene is gone', () => {
    const dilemmas = { 'the-broker': { n: 1, scenes: { counter: 1, 'end-open': 3 } } };
    const table = idTable('integrity', { ...LOCK, dilemmas });
    const value = decode(text, table).snapshot.get('dilemma/the-broker')?.value;
    expect(value).toEqual({ scene: '', ends: ['end-open'] });
    const again = decode(encode(decode(text, table).snapshot, table), table);
    expect(again.snapshot.get('dilemma/the-broker')?.value).toEqual(value);
  });

  it('lists options in the order of the content, whatever the order of the lock', () => {
    const table = idTable('integrity', LOCK, () => ['wait', 'say-no', 'ask-why']);
    const snapshot = new Map([
      entry('answer/first-move', { options: ['wait', 'ask-why'], correct: true, tries: 1 }),
    ]);
    expect(decode(encode(snapshot, table), table).snapshot).toEqual(snapshot);
  });

  it('leaves out what the table does not know, rather than guess', () => {
    const strange = new Map([
      entry('answer/no-such-question', { options: [], correct: false, tries: 1 }),
      entry('answer/constructor', { options: [], correct: false, tries: 1 }),
      entry('seen/constructor', true),
      entry('answer/first-move', { options: ['no-such-option'], correct: false, tries: 1 }),
      entry('place', { lesson: 'no-such-lesson' }),
    ]);
    expect(decode(encode(strange, TABLE), TABLE)).toMatchObject({ snapshot: new Map(), problems: [] });
  });

  it('drops a heading id that no build of ours makes', () => {
    const snapshot = new Map([entry('place', { lesson: 'first-lesson', anchor: 'ក្បាល ១' })]);
    expect(decode(encode(snapshot, TABLE), TABLE).snapshot.get('place')?.value).toEqual({
      lesson: 'first-lesson',
    });
  });
});

describe('the largest module at its worst', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const numbered = <T>(count: number, prefix: string, first: number, make: (n: number) => T) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}-${i}`, make(first + i)]));
  const options = Object.fromEntries(letters.map((letter) => [`option-${letter}`, letter]));
  const scenes = numbered(14, 'scene', 1, (n) => n);
  // Numbers as high as the lock allows: a module with a long history.
  const table = idTable('integrity', {
    lessons: numbered(7, 'lesson', 4089, (n) => ({ n })),
    questions: numbered(80, 'question', 4016, (n) => ({ n, options })),
    dilemmas: numbered(4, 'dilemma', 4092, (n) => ({ n, scenes })),
  });
  let device = 36 ** 3;
  const worst = (key: EntryKey, value: Entry['value']) => entry(key, value, 32767, (device++).toString(36));
  const test = { seed: 0xffffffff, count: 9, open: true, best: 100, last: 100 };
  const snapshot = new Map([
    ...Object.keys(table.lessons).map((id) => worst(`seen/${id}`, true)),
    ...Object.keys(table.questions).map((id) =>
      worst(`answer/${id}`, { options: Object.keys(options), correct: true, tries: 9 }),
    ),
    ...Object.keys(table.dilemmas).map((id) =>
      worst(`dilemma/${id}`, { scene: 'scene-13', ends: Object.keys(scenes) }),
    ),
    worst('test/pre', test),
    worst('test/post', test),
    worst('place', { lesson: 'lesson-6', anchor: `lesson-6--${'x'.repeat(100)}` }),
    worst('outcome', { completion: 'completed', success: 'passed', score: 100 }),
  ]);

  it('fits SCORM 1.2, even if every entry was written by another device', () => {
    expect(snapshot.size).toBe(7 + 80 + 4 + 4);
    const text = encode(snapshot, table, 1023);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(decode(text, table).snapshot).toEqual(snapshot);
    // The measure of the day; a change of the format that doubles it must be meant.
    expect(text.length).toBeLessThan(1600);
  });
});

describe('packed numbers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.maxSafeNat()),
        fc.uniqueArray(fc.integer({ min: 0, max: 99 })),
        (numbers, bits) => {
          const packer = createPacker();
          for (const number of numbers) packer.number(number);
          packer.bits(bits);
          packer.ascii('end');
          const unpacker = createUnpacker(packer.text());
          expect(numbers.map(() => unpacker.number())).toEqual(numbers);
          expect(unpacker.bits()).toEqual([...bits].sort((a, b) => a - b));
          expect(unpacker.ascii()).toBe('end');
          expect(unpacker.done()).toBe(true);
        },
      ),
    );
  });

  it('end with a RangeError where the text ends', () => {
    expect(() => createUnpacker('').number()).toThrow(RangeError);
    expect(() => createUnpacker('-').bits()).toThrow(RangeError);
    expect(() => createUnpacker('Jabc').ascii()).toThrow(RangeError);
    expect(() => createUnpacker('_'.repeat(20)).number()).toThrow(RangeError);
  });
});
