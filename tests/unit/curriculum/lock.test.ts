import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EMPTY_LOCK, extendLock, type LockParts } from '../../../src/curriculum/lock.ts';
import { lockYaml } from '../../../src/curriculum/lock-yaml.ts';
import { type IdsLock, IdsLockSchema } from '../../../src/curriculum/schema/lock.ts';

const none: LockParts = { lessons: [], questions: [], dilemmas: [] };

const ids = (names: readonly string[]) => fc.shuffledSubarray([...names]);
const NAMES = ['one', 'two', 'three', 'four', 'true', 'false'];
const partsArbitrary: fc.Arbitrary<LockParts> = fc.record({
  lessons: ids(NAMES),
  questions: ids(NAMES).chain((chosen) =>
    fc.tuple(...chosen.map((id) => ids(NAMES).map((options) => ({ id, options })))),
  ),
  dilemmas: ids(NAMES).chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc.record({ id: fc.constant(id), scenes: ids(NAMES), choices: ids(['one--a', 'one--b', 'two--a']) }),
      ),
    ),
  ),
});

/** Every number and letter of a lock, by what it belongs to. */
function given(lock: IdsLock): Map<string, number | string> {
  const all = new Map<string, number | string>();
  for (const kind of ['lessons', 'questions', 'dilemmas'] as const) {
    for (const [id, { n }] of Object.entries(lock[kind])) all.set(`${kind} ${id}`, n);
  }
  for (const [id, { options }] of Object.entries(lock.questions)) {
    for (const [option, letter] of Object.entries(options)) all.set(`options-${id} ${option}`, letter);
  }
  for (const [id, { scenes, choices }] of Object.entries(lock.dilemmas)) {
    for (const [scene, n] of Object.entries(scenes)) all.set(`scenes-${id} ${scene}`, n);
    for (const [choice, n] of Object.entries(choices)) all.set(`choices-${id} ${choice}`, n);
  }
  return all;
}

describe('the lock of ids', () => {
  test('counts from 1 and letters from a, in order of appearance', () => {
    const lock = extendLock(EMPTY_LOCK, {
      lessons: ['z', 'a'],
      questions: [{ id: 'q', options: ['yes', 'no'] }],
      dilemmas: [{ id: 'd', scenes: ['s', 'end'], choices: ['s--go', 's--stay'] }],
    });
    expect(lock).toEqual({
      lessons: { z: { n: 1 }, a: { n: 2 } },
      questions: { q: { n: 1, options: { yes: 'a', no: 'b' } } },
      dilemmas: { d: { n: 1, scenes: { s: 1, end: 2 }, choices: { 's--go': 1, 's--stay': 2 } } },
    });
  });

  test('keeps what left as retired, and does not give its number again', () => {
    const first = extendLock(EMPTY_LOCK, {
      ...none,
      lessons: ['a', 'b'],
      questions: [{ id: 'q', options: ['x', 'y'] }],
    });
    const second = extendLock(first, {
      ...none,
      lessons: ['a', 'c'],
      questions: [{ id: 'q', options: ['x', 'z'] }],
    });
    expect(second.lessons).toEqual({ a: { n: 1 }, b: { n: 2, retired: true }, c: { n: 3 } });
    expect(second.questions['q']).toEqual({
      n: 1,
      options: { x: 'a', y: 'b', z: 'c' },
      retiredOptions: ['y'],
    });
  });

  test('never changes or gives again what was given, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(partsArbitrary, { minLength: 1, maxLength: 5 }), (history) => {
        let lock = EMPTY_LOCK;
        for (const parts of history) {
          const next = extendLock(lock, parts);
          const all = given(next);
          for (const [key, number] of given(lock)) expect(all.get(key)).toBe(number);
          const spaces = [...all].map(([key, number]) => `${key.split(' ')[0]} ${number}`);
          expect(new Set(spaces).size).toBe(spaces.length);
          expect(extendLock(next, parts)).toEqual(next);
          lock = next;
        }
      }),
    );
  });

  test('survives being written and read', () => {
    fc.assert(
      fc.property(partsArbitrary, partsArbitrary, (first, second) => {
        const lock = extendLock(extendLock(EMPTY_LOCK, first), second);
        expect(IdsLockSchema.parse(parse(lockYaml(lock)))).toEqual(lock);
      }),
    );
  });

  test('says in its first line that it is append-only', () => {
    expect(lockYaml(EMPTY_LOCK)).toMatch(/^# Append-only/);
  });

  test('refuses a 37th option', () => {
    const options = Array.from({ length: 37 }, (_, i) => `o${i}`);
    expect(() => extendLock(EMPTY_LOCK, { ...none, questions: [{ id: 'q', options }] })).toThrow(RangeError);
  });
});
