import { describe, expect, it } from 'vitest';
import { createBrowserRecord } from '../../../src/record/adapters/browser.ts';
import type { EntryKey, Snapshot } from '../../../src/record/port.ts';
import { type FakeStorage, fakeStorage } from '../../support/fake-storage.ts';
import { countingIds } from '../../support/record.ts';

const tab = (storage: FakeStorage, ids = countingIds()) =>
  createBrowserRecord({ module: 'integrity', storage, ids });

async function opened(record: ReturnType<typeof tab>): Promise<Snapshot> {
  const result = await record.open();
  if (!result.ok) throw new Error(result.fault.detail);
  return result.value;
}
const answer = (tries: number) => ({ options: ['wait'], correct: false, tries });
const put = (record: ReturnType<typeof tab>, key: EntryKey, tries: number) =>
  record.put({ entries: [{ key, value: answer(tries) }] });

describe('the record in a browser', () => {
  it('keeps one item an entry, under the name of the module', async () => {
    const storage = fakeStorage();
    const record = tab(storage);
    await opened(record);
    await put(record, 'answer/first-move', 1);
    await record.put({ entries: [{ key: 'place', value: { lesson: 'one' } }] });
    expect(Array.from(storage.items)).toEqual([
      [
        'sog/1/integrity/answer/first-move',
        '{"v":{"options":["wait"],"correct":false,"tries":1},"r":1,"d":"dev0"}',
      ],
      ['sog/1/integrity/place', '{"v":{"lesson":"one"},"r":1,"d":"dev0"}'],
    ]);
  });

  it('does not read what another module or another system left', async () => {
    const storage = fakeStorage();
    storage.items.set('sog/1/integrity-two/seen/one', '{"v":true,"r":1,"d":"dev0"}');
    storage.items.set('sog/2/integrity/seen/one', '{"v":true,"r":1,"d":"dev0"}');
    storage.items.set('theme', 'dark');
    const record = tab(storage);
    expect((await opened(record)).size).toBe(0);
    expect(record.problems).toEqual([]);
    expect(storage.items.size).toBe(3);
  });
});

describe('two tabs', () => {
  it('do not lose what the other wrote to other entries', async () => {
    const storage = fakeStorage();
    const ids = countingIds();
    const [left, right] = [tab(storage, ids), tab(storage, ids)];
    await opened(left);
    await opened(right);
    await put(left, 'answer/first-move', 1);
    await put(right, 'answer/second-move', 1);
    expect(Array.from((await opened(tab(storage))).keys())).toEqual([
      'answer/first-move',
      'answer/second-move',
    ]);
  });

  it('count on from each other, so that the last answer stands', async () => {
    const storage = fakeStorage();
    const ids = countingIds();
    const [left, right] = [tab(storage, ids), tab(storage, ids)];
    await opened(left);
    await opened(right);
    for (const tries of [1, 2, 3]) await put(left, 'answer/first-move', tries);
    await put(right, 'answer/first-move', 4);
    expect((await opened(tab(storage))).get('answer/first-move')).toMatchObject({
      value: answer(4),
      revision: 4,
    });
  });

  it('keep the best score of either', async () => {
    const storage = fakeStorage();
    const [left, right] = [tab(storage), tab(storage)];
    await opened(left);
    await opened(right);
    const test = { seed: 1, count: 1, open: false };
    await left.put({ entries: [{ key: 'test/post', value: { ...test, best: 90, last: 90 } }] });
    await right.put({ entries: [{ key: 'test/post', value: { ...test, best: 40, last: 40 } }] });
    expect((await opened(tab(storage))).get('test/post')?.value).toMatchObject({ best: 90, last: 40 });
  });
});

describe('a damaged storage', () => {
  it.each([
    ['no JSON', '{"v":'],
    ['not an entry', '[]'],
    ['null', 'null'],
    ['a revision that is none', '{"v":{"options":[],"correct":true,"tries":1},"r":"1","d":"dev0"}'],
    ['a value of another key', '{"v":true,"r":1,"d":"dev0"}'],
    ['a value out of range', '{"v":{"options":[],"correct":true,"tries":10},"r":1,"d":"dev0"}'],
    ['options that are no list', '{"v":{"options":"abc","correct":true,"tries":1},"r":1,"d":"dev0"}'],
  ])('drops an item with %s, says so, and opens the rest', async (_, text) => {
    const storage = fakeStorage();
    storage.items.set('sog/1/integrity/answer/first-move', text);
    storage.items.set('sog/1/integrity/seen/one', '{"v":true,"r":1,"d":"dev0"}');
    const record = tab(storage);
    expect(Array.from((await opened(record)).keys())).toEqual(['seen/one']);
    expect(record.problems).toEqual([{ kind: 'damaged', detail: 'sog/1/integrity/answer/first-move' }]);
    expect(tab(storage).problems).toEqual([]);
    expect((await put(record, 'answer/first-move', 1)).ok).toBe(true);
  });

  it('leaves keys alone that are no keys of a snapshot', async () => {
    const storage = fakeStorage();
    storage.items.set('sog/1/integrity/answer/../x', 'x');
    storage.items.set('sog/1/integrity/__proto__', '{"v":true,"r":1,"d":"dev0"}');
    const record = tab(storage);
    expect((await opened(record)).size).toBe(0);
    expect(record.problems).toEqual([]);
  });
});

describe('a storage that cannot be written', () => {
  it('says too-large when it is full and unavailable when it is blocked', async () => {
    const storage = fakeStorage();
    const record = tab(storage);
    await opened(record);
    storage.trouble = 'full';
    expect(await put(record, 'answer/first-move', 1)).toMatchObject({
      ok: false,
      fault: { kind: 'too-large' },
    });
    storage.trouble = 'blocked';
    expect(await put(record, 'answer/first-move', 2)).toMatchObject({
      ok: false,
      fault: { kind: 'unavailable' },
    });
  });

  it('does not overwrite with an old answer what another tab wrote meanwhile', async () => {
    const storage = fakeStorage();
    const ids = countingIds();
    const [left, right] = [tab(storage, ids), tab(storage, ids)];
    await opened(left);
    await opened(right);
    storage.trouble = 'full';
    await put(left, 'answer/first-move', 1);
    storage.trouble = 'none';
    for (const tries of [1, 2, 3]) await put(right, 'answer/first-move', tries);
    expect((await left.flush()).ok).toBe(true);
    expect((await opened(tab(storage))).get('answer/first-move')).toMatchObject({
      value: answer(3),
      revision: 3,
    });
  });

  it('is not written again once it was written', async () => {
    const storage = fakeStorage();
    const record = tab(storage);
    await opened(record);
    await put(record, 'answer/first-move', 1);
    storage.items.clear();
    await put(record, 'answer/second-move', 1);
    expect(Array.from(storage.items.keys())).toEqual(['sog/1/integrity/answer/second-move']);
    await record.flush({ again: true });
    expect(storage.items.size).toBe(2);
  });

  it('does not open at all when it is blocked from the start', async () => {
    const storage = fakeStorage();
    storage.trouble = 'blocked';
    expect(await tab(storage).open()).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
  });
});

describe('renamed ids', () => {
  it('take the state of their former names along', async () => {
    const storage = fakeStorage();
    storage.items.set(
      'sog/1/integrity/answer/old-move',
      '{"v":{"options":[],"correct":true,"tries":1},"r":2,"d":"dev9"}',
    );
    storage.items.set('sog/1/integrity/place', '{"v":{"lesson":"old","anchor":"old--x"},"r":2,"d":"dev9"}');
    const renamed = { lessons: { old: 'new' }, questions: { 'old-move': 'first-move' }, dilemmas: {} };
    const record = createBrowserRecord({ module: 'integrity', storage, ids: countingIds(), renamed });
    const snapshot = await opened(record);
    expect(snapshot.get('answer/first-move')).toMatchObject({ revision: 2, key: 'answer/first-move' });
    expect(snapshot.get('place')?.value).toEqual({ lesson: 'new' });
    expect(storage.items.has('sog/1/integrity/answer/old-move')).toBe(false);
    expect((await opened(tab(storage))).has('answer/first-move')).toBe(true);
  });
});
