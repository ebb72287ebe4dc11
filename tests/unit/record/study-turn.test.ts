import { describe, expect, it } from 'vitest';
import { createStoredTime } from '../../../src/record/stored-time.ts';
import { createStudyTurn } from '../../../src/record/study-turn.ts';
import { fakeStorage } from '../../support/fake-storage.ts';

describe('the turn of the page being studied', () => {
  it('is the last one’s that took it, until it gives it back', () => {
    const storage = fakeStorage();
    const [a, b] = [createStudyTurn(storage, 'aaaa'), createStudyTurn(storage, 'bbbb')];
    a.take();
    expect([a.mine(), b.mine()]).toEqual([true, false]);
    b.take();
    expect([a.mine(), b.mine()]).toEqual([false, true]);
    a.give();
    expect(b.mine()).toBe(true);
    b.give();
    expect(storage.items.size).toBe(0);
  });

  it('is every page’s where nothing can be stored', () => {
    const full = fakeStorage();
    full.trouble = 'full';
    const [a, b] = [createStudyTurn(full, 'aaaa'), createStudyTurn(undefined, 'bbbb')];
    a.take();
    b.take();
    expect([a.mine(), b.mine()]).toEqual([true, true]);
  });
});

describe('the stored time', () => {
  it('grows by what a page adds, whatever another page wrote meanwhile', () => {
    const storage = fakeStorage();
    const [a, b] = [0, 1].map(() => createStoredTime(storage, 'integrity@x1', 'ab12'));
    expect(a?.add(20)).toBe(true);
    expect(b?.add(5)).toBe(true);
    expect(a?.seconds()).toBe(25);
    expect(storage.items.get('sog/1/integrity@x1/time/ab12')).toBe('{"v":{"seconds":25},"r":2,"d":"ab12"}');
  });

  it('begins anew over a damaged item, and says when it cannot be kept', () => {
    const storage = fakeStorage();
    const time = createStoredTime(storage, 'integrity', 'ab12');
    storage.items.set('sog/1/integrity/time/ab12', '{"v":{"seconds":-5},"r":1,"d":"ab12"}');
    expect(time.seconds()).toBe(0);
    storage.trouble = 'full';
    expect(time.add(1)).toBe(false);
    expect(createStoredTime(undefined, 'integrity', 'ab12').add(1)).toBe(false);
  });
});
