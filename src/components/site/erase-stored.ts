/** Every name this site uses in a browser's storage begins like this. */
const PREFIX = 'sog/';

/** Fired on `<sog-erase>` after everything was erased. */
export const ERASED = 'sog:erased';

/** The part of a `Storage` that is used. */
export type Store = Pick<Storage, 'getItem' | 'removeItem' | 'key' | 'length'>;

/** Removes everything this site has stored. @returns false if the browser did not allow it. */
export function eraseStored(win: Window): boolean {
  try {
    for (const store of storesOf(win)) for (const name of namesIn(store)) store.removeItem(name);
    return storesOf(win).every((store) => namesIn(store).length === 0);
  } catch {
    return false;
  }
}

/** @throws where the browser blocks storage. */
export function storesOf(win: Window): Store[] {
  return [win.localStorage, win.sessionStorage];
}

/** Names of this site's entries; nothing of other sites under the same host. */
export function namesIn(store: Store): string[] {
  const names = Array.from({ length: store.length }, (_, i) => store.key(i));
  return names.filter((name): name is string => name?.startsWith(PREFIX) ?? false);
}
