import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBy } from '../../../../src/record/file/changes.ts';
import { deviceRecords, writeChanges } from '../../../../src/record/file/device-records.ts';
import { mergeRecords, type Records } from '../../../../src/record/file/record-file.ts';
import { anySnapshotOfAll } from '../../../support/arbitrary.ts';
import { type FakeStorage, fakeStorage } from '../../../support/fake-storage.ts';

const some: fc.Arbitrary<Records> = fc
  .tuple(anySnapshotOfAll, anySnapshotOfAll)
  .map(
    ([a, b]) => new Map([...(a.size > 0 ? [['integrity', a] as const] : []), ['other-release', b] as const]),
  );
/** A device on which these records were made. */
function deviceWith(records: Records): FakeStorage {
  const storage = fakeStorage();
  storage.items.set('sog/1/device', 'ab12');
  writeChanges(storage, changesBy(new Map(), records));
  return storage;
}
const itemsOf = (storage: FakeStorage) => Object.fromEntries(storage.items);

/** Has room for so many characters more. */
function fullAfter(storage: FakeStorage, room: number): FakeStorage {
  const used = () =>
    Array.from(storage.items).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  const quota = used() + room;
  return {
    ...storage,
    get length() {
      return storage.items.size;
    },
    setItem(name, value) {
      const before = storage.items.get(name);
      const grows = before === undefined ? name.length + value.length : value.length - before.length;
      if (used() + grows > quota) throw new DOMException('full', 'QuotaExceededError');
      storage.items.set(name, value);
    },
  };
}

describe('the records of a device', () => {
  it('are those of all modules, without what packages keep apart, and without what is no entry', () => {
    const storage = fakeStorage();
    for (const [name, text] of Object.entries({
      'sog/1/integrity/seen/one': '{"v":true,"r":1,"d":"ab12"}',
      'sog/1/of-another-release/place': '{"v":{"lesson":"x"},"r":2,"d":"ab12"}',
      'sog/1/integrity@x7/note/one/ab12': '{"v":{"text":"mine","on":"2026-11-22"},"r":1,"d":"ab12"}',
      'sog/1/integrity/seen/two': '{broken',
      'sog/1/integrity/unknown': '{"v":true,"r":1,"d":"ab12"}',
      'sog/1/device': 'ab12',
      'sog/1/name': 'Sok Dara',
      'somebody-elses': '1',
    })) {
      storage.items.set(name, text);
    }
    const found = deviceRecords(storage);
    expect(Array.from(found, ([module, one]) => [module, Array.from(one.keys())])).toEqual([
      ['integrity', ['seen/one']],
      ['of-another-release', ['place']],
    ]);
    expect(storage.items.size).toBe(8);
  });
});

describe('taking a file in', () => {
  it('leaves the device with both records, whatever they held', () => {
    fc.assert(
      fc.property(some, some, (mine, theirs) => {
        const storage = deviceWith(mine);
        expect(writeChanges(storage, changesBy(deviceRecords(storage), theirs))).toBe('done');
        const all = mergeRecords(mine, theirs);
        for (const [module, snapshot] of all) {
          expect(deviceRecords(storage).get(module) ?? new Map()).toEqual(snapshot);
        }
        expect(storage.items.get('sog/1/device')).toBe('ab12');
      }),
    );
  });

  it('finds nothing to change the second time', () => {
    fc.assert(
      fc.property(some, some, (mine, theirs) => {
        const storage = deviceWith(mine);
        writeChanges(storage, changesBy(deviceRecords(storage), theirs));
        expect(changesBy(deviceRecords(storage), theirs)).toEqual([]);
      }),
    );
  });

  it('changes nothing at all where the storage is full or blocked in the middle', () => {
    fc.assert(
      fc.property(some, some, fc.nat({ max: 300 }), (mine, theirs, room) => {
        const storage = deviceWith(mine);
        const before = itemsOf(storage);
        const changes = changesBy(deviceRecords(storage), theirs);
        const written = writeChanges(fullAfter(storage, room), changes);
        if (written === 'done') return;
        expect(written).toBe('full');
        expect(itemsOf(storage)).toEqual(before);
      }),
    );
    const storage = deviceWith(new Map());
    const changes = changesBy(
      new Map(),
      new Map([['m', new Map([['seen/a', { key: 'seen/a', value: true, revision: 1, device: 'ab' }]])]]),
    );
    storage.trouble = 'full';
    expect(writeChanges(storage, changes)).toBe('full');
  });
});
