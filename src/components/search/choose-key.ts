import { SEARCH_KEY, tellSearchKey } from './search-key.ts';

/** Turns the key "/" on or off, for this page at once and for this device if it allows that. */
export function chooseSearchKey(on: boolean): void {
  document.documentElement.dataset['searchKey'] = on ? 'on' : 'off';
  tellSearchKey();
  try {
    if (on) localStorage.removeItem(SEARCH_KEY);
    else localStorage.setItem(SEARCH_KEY, 'off');
  } catch {
    // Then it holds until the page is left.
  }
}
