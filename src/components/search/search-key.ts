/** Beside the learning records, so that erasing them erases it too. Only "off" is ever stored. */
const NAME = 'sog/1/search-key';

/** The choice made on this page; it holds here even where the browser blocks storage. */
let chosen: boolean | undefined;

/** Whether "/" opens the search; on, until the reader turns it off (WCAG 2.2, 2.1.4). */
export function searchKeyOn(): boolean {
  try {
    return chosen ?? window.localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** Turns the key on or off, for this page at once and for this device if it allows that. */
export function chooseSearchKey(on: boolean): void {
  chosen = on;
  tellSearchKey();
  try {
    if (on) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, 'off');
  } catch {
    // Then it holds until the page is left.
  }
}

/** The buttons name the key to screen readers only while it works. */
export function tellSearchKey(): void {
  const on = searchKeyOn();
  for (const button of document.querySelectorAll('.search__open')) {
    if (on) button.setAttribute('aria-keyshortcuts', '/');
    else button.removeAttribute('aria-keyshortcuts');
  }
}

/** Whether this key press asks for search: "/" alone, not meant for a field, and not turned off. */
export const asksForSearch = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target) && searchKeyOn();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
