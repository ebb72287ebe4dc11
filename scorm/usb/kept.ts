import { part, parts } from '../../src/components/site/dom.ts';
import { ERASED } from '../../src/components/site/erase.ts';
import { eraseStored } from '../../src/components/site/erase-stored.ts';
import { keeps } from './keeps.ts';

/** In the address of this page just after everything was erased, so that it can say so. */
const JUST_ERASED = '?erased';
const PLACE = '#kept';

/** Says whether this browser keeps a record, and begins the page anew once the record was erased. */
export function startKept(): void {
  for (const line of parts(document, '[data-kept]', HTMLElement)) {
    line.textContent = (keeps(window) ? line.dataset['works'] : line.dataset['refused']) ?? '';
    line.hidden = false;
  }
  document.addEventListener(ERASED, () => {
    // The session still holds what was erased, and notes its place once more while the page goes away.
    window.addEventListener('pagehide', () => eraseStored(window));
    history.replaceState(null, '', JUST_ERASED + PLACE);
    location.reload();
  });
  if (location.search === JUST_ERASED) sayErased();
}

function sayErased(): void {
  history.replaceState(null, '', location.pathname + PLACE);
  const erase = part(document, 'sog-erase', HTMLElement);
  const status = part(erase, '[data-status]', HTMLElement);
  status.textContent = erase.dataset['done'] ?? '';
  status.scrollIntoView({ block: 'center' });
  status.focus();
}
