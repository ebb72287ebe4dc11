import type { StorageLike } from './adapters/browser.ts';
import { peek } from './peek.ts';
import type { Clock, IdSource, Timer } from './port.ts';
import { STORAGE_PREFIX } from './storage-names.ts';

/** What of a window the record needs; a real `Window` has it. */
export interface RecordWindow {
  readonly performance: { now(): number };
  setTimeout(run: () => void, milliseconds: number): number;
  clearTimeout(id: number): void;
}

export function browserClock({ performance }: RecordWindow): Clock {
  return { now: () => Date.now(), monotonic: () => performance.now() };
}

export function browserTimer(win: RecordWindow): Timer {
  return (run, milliseconds) => {
    const id = win.setTimeout(run, milliseconds);
    return () => win.clearTimeout(id);
  };
}

/** localStorage if it can be read and written at all; the property itself may throw. */
export function browserStorage(win: object): StorageLike | undefined {
  const storage = peek(win, 'localStorage');
  if (typeof storage !== 'object' || storage === null) return undefined;
  try {
    const found = storage as Storage;
    // Blocked storages throw on the first use, not on the property.
    found.getItem(`${STORAGE_PREFIX}device`);
    return found;
  } catch {
    return undefined;
  }
}

const NAME = /^[a-z0-9]{4}$/;

/** Random names and seeds; with a storage, the device keeps its name. */
export function browserIds(win: object, storage?: StorageLike): IdSource {
  const random = (): number => {
    const crypto = peek(win, 'crypto');
    const numbers = new Uint32Array(1);
    if (hasRandom(crypto)) crypto.getRandomValues(numbers);
    else numbers[0] = Math.random() * 0x100000000;
    return numbers[0] ?? 0;
  };
  const name = () => (36 ** 3 + (random() % (35 * 36 ** 3))).toString(36);
  return {
    seed: random,
    device() {
      if (!storage) return name();
      try {
        const item = `${STORAGE_PREFIX}device`;
        const known = storage.getItem(item);
        if (known && NAME.test(known)) return known;
        const made = name();
        storage.setItem(item, made);
        return made;
      } catch {
        return name();
      }
    },
  };
}

function hasRandom(crypto: unknown): crypto is { getRandomValues(into: Uint32Array): unknown } {
  return (
    typeof crypto === 'object' && crypto !== null && typeof peek(crypto, 'getRandomValues') === 'function'
  );
}
