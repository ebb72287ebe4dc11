import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, mergeEntries, mergeSnapshots } from '../../../src/learning/merge.ts';
import type { Entry, EntryKey, EntryValue, Snapshot } from '../../../src/learning/snapshot.ts';
import { anySnapshotOfAll } from '../../support/arbitrary.ts';

const plain = (snapshot: Snapshot) => canonicalJson(Object.fromEntries(snapshot));

describe('merging two snapshots', () => {
  it('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(anySnapshotOfAll, anySnapshotOfAll, (a, b) => {
        expect(plain(mergeSnapshots(a, b))).toBe(plain(mergeSnapshots(b, a)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same however three are grouped', () => {
    fc.assert(
      fc.property(anySnapshotOfAll, anySnapshotOfAll, anySnapshotOfAll, (a, b, c) => {
        const left = mergeSnapshots(mergeSnapshots(a, b), c);
        expect(plain(left)).toBe(plain(mergeSnapshots(a, mergeSnapshots(b, c))));
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(anySnapshotOfAll, anySnapshotOfAll, (a, b) => {
        const merged = mergeSnapshots(a, b);
        expect(plain(mergeSnapshots(merged, b))).toBe(plain(merged));
        expect(plain(mergeSnapshots(a, a))).toBe(plain(a));
      }),
    );
  });

  it('leaves its arguments as they were', () => {
    fc.assert(
      fc.property(anySnapshotOfAll, anySnapshotOfAll, (a, b) => {
        const before = plain(a) + plain(b);
        mergeSnapshots(a, b);
        expect(plain(a) + plain(b)).toBe(before);
      }),
    );
  });
});

describe('merging the records of two devices', () => {
  const entry = (key: EntryKey, value: EntryValue, revision: number, device: string): [EntryKey, Entry] => [
    key,
    { key, value, revision, device },
  ];

  it('keeps what was written on each, the longer time of each, and the first day of completion', () => {
    const phone: Snapshot = new Map([
      entry('note/my-step/aaaa', { text: 'on the phone', on: '2026-11-20' }, 3, 'aaaa'),
      entry('time/aaaa', { seconds: 900 }, 9, 'aaaa'),
      entry('time/bbbb', { seconds: 60 }, 1, 'bbbb'),
      entry('completed', { on: '2026-11-21' }, 1, 'aaaa'),
    ]);
    const laptop: Snapshot = new Map([
      entry('note/my-step/bbbb', { text: 'on the laptop', on: '2026-11-22' }, 1, 'bbbb'),
      entry('time/bbbb', { seconds: 600 }, 6, 'bbbb'),
      entry('completed', { on: '2026-11-22' }, 2, 'bbbb'),
    ]);
    const merged = mergeSnapshots(phone, laptop);
    expect(Array.from(merged.values(), ({ key, value }) => [key, value])).toEqual([
      ['note/my-step/aaaa', { text: 'on the phone', on: '2026-11-20' }],
      ['time/aaaa', { seconds: 900 }],
      ['time/bbbb', { seconds: 600 }],
      ['completed', { on: '2026-11-21' }],
      ['note/my-step/bbbb', { text: 'on the laptop', on: '2026-11-22' }],
    ]);
  });
});

describe('of two entries of a key', () => {
  const answer = (tries: number, revision: number, device: string): Entry => {
    return {
      key: 'answer/q',
      value: { options: ['a'], correct: false, tries },
      revision,
      device,
    };
  };
  const test = (best: number | null, last: number, revision: number): Entry => {
    return { key: 'test/post', value: { seed: 1, count: 1, open: false, best, last }, revision, device: 'a' };
  };

  it('the higher revision wins, then the later device, then the greater value', () => {
    expect(mergeEntries(answer(1, 2, 'a'), answer(2, 1, 'b'))).toEqual(answer(1, 2, 'a'));
    expect(mergeEntries(answer(1, 2, 'a'), answer(2, 2, 'b'))).toEqual(answer(2, 2, 'b'));
    expect(mergeEntries(answer(3, 2, 'a'), answer(2, 2, 'a'))).toEqual(answer(3, 2, 'a'));
  });

  it('the best score of a test is kept from either', () => {
    expect(mergeEntries(test(90, 90, 1), test(40, 40, 2))).toEqual(test(90, 40, 2));
    expect(mergeEntries(test(null, 0, 3), test(40, 40, 2))).toEqual(test(40, 0, 3));
  });

  it('an outcome is the best of both', () => {
    const a: Entry = {
      key: 'outcome',
      value: { completion: 'completed', success: 'unknown', score: 10 },
      revision: 1,
      device: 'a',
    };
    const b: Entry = {
      key: 'outcome',
      value: { completion: 'incomplete', success: 'passed', score: null },
      revision: 2,
      device: 'a',
    };
    expect(mergeEntries(a, b)).toEqual({
      ...b,
      value: { completion: 'completed', success: 'passed', score: 10 },
    });
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which a value was built', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true, gone: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
  });
});
