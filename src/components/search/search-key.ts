/** Beside the learning records, so that erasing them erases it too. Only "off" is ever stored. */
export const SEARCH_KEY = 'sog/1/search-key';

/** Whether "/" opens the search: until the reader turns it off (WCAG 2.2, 2.1.4), here or earlier on this device. */
export function searchKeyOn(): boolean {
  try {
    return (document.documentElement.dataset['searchKey'] ?? localStorage.getItem(SEARCH_KEY)) !== 'off';
  } catch {
    return true;
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
