import { part } from '../../src/components/site/dom.ts';
import { ERASED, eraseStored } from '../../src/components/site/erase-stored.ts';

/** In the address of this page just after its record was erased, so that it can say so. */
const JUST_ERASED = '?erased';
const PLACE = '#kept';

/** Begins the module anew once its record was erased: the session on the page still holds it. */
export function beginAnewWhenErased(): void {
  document.addEventListener(ERASED, () => {
    // It notes its place once more while the page goes away.
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
