import type { Filter, Hit } from '../../search/corpus.ts';
import { KINDS } from '../../search/document.ts';
import type { SearchTexts } from '../../search/texts.ts';
import { part, parts } from '../site/dom.ts';
import { boxLang } from './box-lang.ts';
import { chooseSearchKey } from './choose-key.ts';
import { type Engine, SearchError } from './engine.ts';
import { createMessages, type SearchMessages } from './messages.ts';
import { createPanel } from './panel-view.ts';
import { renderHits } from './results-view.ts';

export interface Panel {
  show(): void;
}

const PAUSE_MS = 150;

/** Native dialogs came with Safari 15.4 and Firefox 98; without one the panel is a plain section. */
const isModal = (panel: HTMLElement): panel is HTMLDialogElement =>
  typeof HTMLDialogElement === 'function' && panel instanceof HTMLDialogElement && 'showModal' in panel;

function open(panel: HTMLElement): void {
  if (isModal(panel)) {
    if (!panel.open) panel.showModal();
  } else {
    panel.setAttribute('open', '');
  }
}

function close(panel: HTMLElement): void {
  if (isModal(panel)) panel.close();
  else panel.removeAttribute('open');
}

function filterOf(panel: HTMLElement): Filter {
  const value = (name: string): string =>
    parts(panel, `input[data-filter="${name}"]`, HTMLInputElement).find((input) => input.checked)?.value ??
    '';
  const kind = KINDS.find((name) => name === value('kind'));
  const module = value('module');
  return { ...(kind && { kind }), ...(module !== '' && { module }) };
}

/** Says in words what came of a search. */
function statusOf(t: SearchMessages, typed: string, hits: readonly Hit[]): string {
  if (typed === '') return '';
  if (hits.length === 0) return t('search.none', { query: typed });
  if (hits.every((hit) => hit.similar)) return t('search.onlySimilar', { n: hits.length, query: typed });
  return t(hits.length === 1 ? 'search.countOne' : 'search.count', { n: hits.length });
}

function moveFocus(panel: HTMLElement, input: HTMLInputElement, step: 1 | -1): void {
  const stops: HTMLElement[] = [input, ...parts(panel, '[data-results] a', HTMLAnchorElement)];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

/** Makes the panel of a search box and brings it to life. */
export function startPanel(box: HTMLElement, texts: SearchTexts, engine: () => Promise<Engine>): Panel {
  const lang = boxLang(box);
  const t = createMessages(lang, texts);
  const panel = createPanel(lang, t, box.dataset['scope'] === 'site' ? texts.modules : []);
  box.append(panel);
  const input = part(panel, 'input[type="search"]', HTMLInputElement);
  const status = part(panel, '[data-status]', HTMLElement);
  const results = part(panel, '[data-results]', HTMLElement);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const typed = input.value.trim();
    if (typed === '') {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    if (results.childElementCount === 0) status.textContent = t('search.loading');
    try {
      const asked = await engine();
      const hits = await asked.search(typed, filterOf(panel));
      if (mine !== turn) return;
      results.replaceChildren(renderHits(box, t, typed, hits));
      status.textContent = [statusOf(t, typed, hits), asked.partial() ? t('search.saved') : '']
        .join(' ')
        .trim();
    } catch (error) {
      if (mine !== turn) return;
      results.replaceChildren();
      status.textContent = t(
        error instanceof SearchError && error.kind === 'offline' ? 'search.offline' : 'search.error',
      );
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), PAUSE_MS);
  };
  const shut = (): void => {
    close(panel);
    part(box, '.search__open', HTMLButtonElement).focus();
  };

  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) later();
  });
  input.addEventListener('compositionend', later);
  part(panel, 'form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void run().then(() => parts(results, 'a', HTMLAnchorElement)[0]?.focus());
  });
  panel.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.target.matches('[data-search-key]')) chooseSearchKey(event.target.checked);
    else if (event.target.dataset['filter']) void run();
  });
  panel.addEventListener('keydown', (event) => {
    const inFilters = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    if (event.key === 'Escape') {
      // Chrome clears a search field first; one press closes everywhere.
      event.preventDefault();
      shut();
    } else if (!inFilters && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      moveFocus(panel, input, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  part(panel, '[data-close]', HTMLButtonElement).addEventListener('click', shut);
  results.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    close(panel);
    if (box.dataset['scope'] === 'document') void highlightHere(box, input.value, engine);
  });
  return {
    show: () => {
      open(panel);
      input.focus();
      input.select();
    },
  };
}

async function highlightHere(box: HTMLElement, typed: string, engine: () => Promise<Engine>): Promise<void> {
  const { highlightPage } = await import('./highlight.ts');
  highlightPage(boxLang(box), typed, (await engine()).texts.words);
}
