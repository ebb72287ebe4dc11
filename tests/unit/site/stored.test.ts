import { describe, expect, test } from 'vitest';
import { eraseStored } from '../../../src/components/site/erase-stored.ts';
import { stored } from '../../../src/components/site/stored.ts';

class FakeStore {
  readonly items: Map<string, string>;
  constructor(items: Readonly<Record<string, string>> = {}) {
    this.items = new Map(Object.entries(items));
  }
  get length(): number {
    return this.items.size;
  }
  key(i: number): string | null {
    return [...this.items.keys()][i] ?? null;
  }
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}
const windowWith = (localStorage: unknown, sessionStorage: unknown = new FakeStore()) =>
  ({ localStorage, sessionStorage }) as Window;
const FULL = {
  'sog/1/integrity/place': '{}',
  'sog/1/integrity/answer/a': '{}',
  'sog/1/other/place': '{}',
  'sog/1/language': 'km',
  'sog/1/search-key': 'off',
  'sog/1/reading': '150 dark',
  'sog/1/device': 'ab12',
  'sog/2/something': 'x',
  'somebody-elses': 'y',
};

describe('what is stored', () => {
  test('is counted by module, with language, device, search key and reading apart, and nothing of other sites', () => {
    const found = stored(windowWith(new FakeStore(FULL), new FakeStore({ 'sog/highlight': 'z' })));
    expect([...(found?.modules ?? [])]).toEqual([
      ['integrity', 2],
      ['other', 1],
    ]);
    expect(found).toMatchObject({
      language: 'km',
      device: 'ab12',
      searchKey: 'off',
      reading: '150 dark',
      others: 2,
    });
  });

  test('names what a learner typed, on the site and in packages, and the page that counts time', () => {
    const found = stored(
      windowWith(
        new FakeStore({
          'sog/1/name': 'Sok Dara',
          'sog/1/name@x7': 'Chan Sophea',
          'sog/1/studying': 'ab12',
          'sog/1/integrity@x7/place': '{}',
        }),
      ),
    );
    expect(found).toMatchObject({ names: ['Sok Dara', 'Chan Sophea'], studying: true, others: 0 });
    expect([...(found?.modules ?? [])]).toEqual([['integrity@x7', 1]]);
  });

  test('is unknown where the browser blocks storage', () => {
    const blocked = {
      get localStorage(): Storage {
        throw new Error('blocked');
      },
    };
    expect(stored(blocked as Window)).toBeUndefined();
    expect(eraseStored(blocked as Window)).toBe(false);
  });
});

describe('erasing', () => {
  test('removes everything of this site in one go, and nothing of other sites', () => {
    const [local, session] = [new FakeStore(FULL), new FakeStore({ 'sog/highlight': 'z', other: '1' })];
    expect(eraseStored(windowWith(local, session))).toBe(true);
    expect([...local.items.keys()]).toEqual(['somebody-elses']);
    expect([...session.items.keys()]).toEqual(['other']);
  });

  test('says so when something stays', () => {
    const stubborn = new FakeStore(FULL);
    stubborn.removeItem = () => {};
    expect(eraseStored(windowWith(stubborn))).toBe(false);
  });
});
