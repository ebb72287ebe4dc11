import type { StorageLike } from '../../src/record/adapters/browser.ts';

export interface FakeStorage extends StorageLike {
  readonly items: Map<string, string>;
  /** `full`: writes throw QuotaExceededError; `blocked`: everything throws. */
  trouble: 'none' | 'full' | 'blocked';
}

export function fakeStorage(): FakeStorage {
  const items = new Map<string, string>();
  const guarded = <T>(run: () => T): T => {
    if (storage.trouble === 'blocked') throw new DOMException('The operation is insecure.', 'SecurityError');
    return run();
  };
  const storage: FakeStorage = {
    items,
    trouble: 'none',
    get length() {
      return guarded(() => items.size);
    },
    key: (index) => guarded(() => Array.from(items.keys())[index] ?? null),
    getItem: (name) => guarded(() => items.get(name) ?? null),
    setItem: (name, value) =>
      guarded(() => {
        if (storage.trouble === 'full') throw new DOMException('full', 'QuotaExceededError');
        items.set(name, value);
      }),
    removeItem: (name) => guarded(() => void items.delete(name)),
  };
  return storage;
}
