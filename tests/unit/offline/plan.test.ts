import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf, SavingFailure } from '../../../src/offline/failure.ts';
import type { OfflineFile } from '../../../src/offline/manifest.ts';
import { isWhole, roomOf, savePlan, wireOf } from '../../../src/offline/plan.ts';
import { sizeText } from '../../../src/offline/size.ts';

const file = (path: string, hash: string): OfflineFile => ({ path, hash, bytes: 100, wire: 40 });
const FILES = [file('a', '1'), file('b', '2'), file('c', '3'), file('d', '4')];
const names = (files: readonly OfflineFile[]) => files.map(({ path }) => path).join('');

describe('what is left to save', () => {
  test('is everything on a new device', () => {
    const plan = savePlan(FILES, new Map(), new Map());
    expect(names(plan.fetched)).toBe('abcd');
    expect([wireOf(plan), roomOf(plan)]).toEqual([160, 400]);
  });

  test('after an interruption is only what had not come, or had come otherwise', () => {
    const own = new Map([
      ['a', '1'],
      ['b', 'of another release'],
    ]);
    const plan = savePlan(FILES, own, new Map());
    expect([names(plan.kept), names(plan.fetched)]).toEqual(['a', 'bcd']);
  });

  test('is copied where the device has the same content, which takes room and costs nothing', () => {
    const old = new Map([
      ['a', '1'],
      ['b', 'old'],
    ]);
    const plan = savePlan(FILES, new Map(), new Map([['before', old]]));
    expect(plan.copied).toEqual([{ file: FILES[0], from: 'before' }]);
    expect(names(plan.fetched)).toBe('bcd');
    expect([wireOf(plan), roomOf(plan)]).toEqual([120, 400]);
  });

  const holding = fc
    .array(fc.tuple(fc.constantFrom(...'abcde'), fc.constantFrom(...'12345')))
    .map((pairs) => new Map(pairs));
  test('is each file in exactly one way, and done as planned it makes the generation whole', () => {
    fc.assert(
      fc.property(holding, holding, (own, other) => {
        const plan = savePlan(FILES, own, new Map([['other', other]]));
        const copied = plan.copied.map((step) => step.file);
        expect(
          [...plan.kept, ...copied, ...plan.fetched]
            .map(({ path }) => path)
            .sort()
            .join(''),
        ).toBe('abcd');
        const after = new Map(own);
        for (const { path } of copied) after.set(path, other.get(path) ?? '');
        expect(isWhole(FILES, after)).toBe(plan.fetched.length === 0);
        for (const { path, hash } of plan.fetched) after.set(path, hash);
        expect(isWhole(FILES, after)).toBe(true);
      }),
    );
  });
});

describe('a size', () => {
  test.each([
    [0, '0 KB', '០ គីឡូបៃ'],
    [1, '1 KB', '១ គីឡូបៃ'],
    [283_213, '277 KB', '២៧៧ គីឡូបៃ'],
    [1_048_576, '1.0 MB', '១,០ មេកាបៃ'],
    [1_141_776, '1.1 MB', '១,១ មេកាបៃ'],
    [1_153_434, '1.2 MB', '១,២ មេកាបៃ'],
  ])('%i bytes are said as %s and %s, never as less than they are', (bytes, en, km) => {
    expect([sizeText('en', bytes), sizeText('km', bytes)]).toEqual([en, km]);
  });
});

describe('why saving stopped', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['NS_ERROR_FILE_NO_DEVICE_SPACE', 'full'],
    ['SecurityError', 'blocked'],
    ['AbortError', 'stopped'],
    ['UnknownError', 'failed'],
  ])('%s is told as %s', (name, kind) => {
    expect(failureOf(new DOMException('x', name)).kind).toBe(kind);
  });

  test('is not told anew once it is known', () => {
    const known = new SavingFailure('changed');
    expect(failureOf(known)).toBe(known);
  });
});
