import type { InPlaceData } from '../lesson/in-place-data.ts';
import { create } from './dom.ts';
import { eraseSavedBehind } from './erase-saved.ts';
import { eraseStored } from './erase-stored.ts';

/** A page without words, address or request: it comes at once, also without a network, and no server notes it. */
const NEUTRAL = 'about:blank';

const bar = document.querySelector('[data-quick-leave]');
const find = <K extends HTMLElement>(selector: string) => bar?.querySelector<K>(selector);

function ask(asking: boolean): void {
  const [question, start] = [find('[data-step="question"]'), find('[data-step="start"]')];
  if (question) question.hidden = !asking;
  if (start) start.hidden = asking;
  find(asking ? '#leave-question' : '[data-action="ask"]')?.focus();
}

function eraseAndLeave(): void {
  eraseSavedBehind();
  if (eraseStored(window)) {
    // The page's own session may note its place once more while the page goes away.
    window.addEventListener('pagehide', () => eraseStored(window));
    leave();
    return;
  }
  const status = find('[data-status]');
  if (status) status.textContent = status.dataset['failed'] ?? '';
}

/** What is on the screen goes first; "back" does not lead to this page, and a page shown again is an innocent one. */
function leave(): void {
  document.documentElement.style.display = 'none';
  document.title = ' ';
  try {
    history.replaceState(null, '', find<HTMLAnchorElement>('[data-action="leave"]')?.href);
  } catch {
    // A frame may not allow it; the page is replaced all the same.
  }
  location.replace(NEUTRAL);
}

/** The question before erasing; until its words are here, the link leads to the page that erases. */
export function askBeforeErasing({ leave: words }: InPlaceData): void {
  if (!bar || !words || find('fieldset')) return;
  const button = (name: string, action: string, text: string) =>
    create('button', { type: 'button', class: `quick-leave__${name}`, 'data-action': action }, text);
  const question = create(
    'fieldset',
    { 'aria-labelledby': 'leave-question', 'data-step': 'question' },
    create('p', { id: 'leave-question', tabindex: '-1' }, words.question),
    create(
      'p',
      { class: 'quick-leave__actions' },
      button('now', 'erase', words.yes),
      button('erase', 'keep', words.no),
    ),
  );
  question.hidden = true;
  const status = {
    class: 'quick-leave__failed',
    role: 'status',
    'data-status': '',
    'data-failed': words.failed,
  };
  bar.append(question, create('p', status));
}

function act(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
  const action = button?.dataset['action'];
  if (!action || (action === 'ask' && !find('fieldset'))) return;
  event.preventDefault();
  if (action === 'leave') leave();
  else if (action === 'erase') eraseAndLeave();
  else ask(action === 'ask');
}

export function startQuickLeave(): void {
  if (!bar) return;
  bar.addEventListener('click', act);
  bar.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && find('[data-step="start"]')?.hidden)
      ask(false);
  });
}
