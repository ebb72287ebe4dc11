import { OPENED } from '../../src/components/session/events.ts';
import { part, parts } from '../../src/components/site/dom.ts';
import type { PlaceState } from '../../src/learning/types.ts';

/**
 * One view of the document at a time: the overview, a lesson, a test or the glossary. Links inside the document are
 * plain fragments; following one shows the view that holds its target.
 */
export function startNavigation(): void {
  window.addEventListener('hashchange', () => showTarget(location.hash, true));
  document.addEventListener(OPENED, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const place = (event.detail as ReadonlyMap<string, unknown>).get('place') as PlaceState | undefined;
    if (location.hash.length <= 1 && place) resume(place);
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-menu] a')) closeMenu();
    if (event.target instanceof Element && event.target.closest('.skip')) {
      // The address keeps the place; "#content" is none.
      event.preventDefault();
      part(document, 'main', HTMLElement).focus();
    }
    if (event.target instanceof Element && event.target.closest('[data-action="exit"]')) void exit();
  });
  if (!showTarget(location.hash, false)) showView('overview');
}

function resume(place: PlaceState): void {
  const target =
    (place.anchor && document.getElementById(place.anchor)) || document.getElementById(place.lesson);
  if (target) showElement(target, false);
}

function showTarget(hash: string, moveFocus: boolean): boolean {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (!target) return false;
  return showElement(target, moveFocus);
}

function showElement(target: HTMLElement, moveFocus: boolean): boolean {
  const view = target.closest<HTMLElement>('[data-view]')?.dataset['view'];
  if (!view) return false;
  showView(view);
  target.scrollIntoView();
  if (moveFocus) {
    // A test is read out from its heading on.
    const place = target.querySelector<HTMLElement>('h1') ?? target;
    if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1');
    place.focus({ preventScroll: true });
  }
  return true;
}

function showView(name: string): void {
  for (const view of parts(document, '[data-view]', HTMLElement)) view.hidden = view.dataset['view'] !== name;
  for (const link of parts(document, '[data-menu] a', HTMLAnchorElement)) {
    const id = decodeURIComponent(link.hash.slice(1));
    const current =
      document.getElementById(id)?.closest<HTMLElement>('[data-view]')?.dataset['view'] === name;
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function closeMenu(): void {
  part(document, '[data-menu]', HTMLDetailsElement).open = false;
}

async function exit(): Promise<void> {
  const session = document.querySelector('sog-session');
  if (session && 'close' in session && typeof session.close === 'function') await session.close();
  const closed = part(document, '[data-closed]', HTMLElement);
  closed.hidden = false;
  closed.scrollIntoView();
  for (const view of parts(document, '[data-view]', HTMLElement)) view.hidden = true;
  closed.focus();
  // A pop-up may close itself; in a frame this does nothing and the message stays.
  if (window.opener) window.close();
}
