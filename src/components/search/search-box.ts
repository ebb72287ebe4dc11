import { NO_WORDS } from '../../search/words.ts';
import { define, part } from '../site/dom.ts';
import { boxLang } from './box-lang.ts';
import type { Engine } from './engine.ts';
import type { Panel } from './panel.ts';
import { asksForSearch, tellSearchKey } from './search-key.ts';

/** What `window.sogSearch` resolves to. */
export interface PlainHit {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

declare global {
  interface Window {
    /** Answers a query in the language of the page; for tools and tests. Loads the engine when first called. */
    sogSearch?: (query: string) => Promise<PlainHit[]>;
  }
}

/** Opens the engine of a page; called once, when it is first needed, and again after it failed. */
export type OpenEngine = (box: HTMLElement) => Promise<Engine>;

/** The element, as its openers know it. */
export interface SearchElement extends HTMLElement {
  open(): Promise<void>;
  plain(query: string): Promise<PlainHit[]>;
}

/**
 * Defines `<sog-search>`: a button, and "/" on the keyboard, open the search. Nothing but this file loads before that,
 * unless the address asks for words to be highlighted (`?q=`).
 */
export function defineSearch(openEngine: OpenEngine): void {
  class SearchBox extends HTMLElement {
    #engine: Promise<Engine> | undefined;
    #panel: Promise<Panel> | undefined;

    connectedCallback(): void {
      const button = part(this, '.search__open', HTMLButtonElement);
      button.addEventListener('click', () => void this.open());
      document.addEventListener('keydown', (event) => {
        if (!asksForSearch(event) || this.closest('[hidden]')) return;
        event.preventDefault();
        void this.open();
      });
      tellSearchKey();
      window.sogSearch = (query) => this.plain(query);
      void this.showAsked();
    }

    engine(): Promise<Engine> {
      this.#engine ??= openEngine(this).catch((error: unknown) => {
        this.#engine = undefined;
        throw error;
      });
      return this.#engine;
    }

    async open(): Promise<void> {
      this.#panel ??= Promise.all([import('./panel.ts'), this.engine()]).then(([{ startPanel }, { texts }]) =>
        startPanel(this, texts, () => this.engine()),
      );
      const notice = part(this, '[data-unavailable]', HTMLElement);
      try {
        (await this.#panel).show();
        notice.hidden = true;
      } catch (error) {
        this.#panel = undefined;
        // The panel itself is a file that may not have been loaded yet.
        if (navigator.onLine === false) notice.textContent = notice.dataset['offline'] ?? '';
        notice.hidden = false;
        console.error(error);
      }
    }

    async plain(query: string): Promise<PlainHit[]> {
      const [{ plainHits }, engine] = await Promise.all([import('./hits.ts'), this.engine()]);
      return plainHits(await engine.search(query, {}));
    }

    async showAsked(): Promise<void> {
      const address = new URL(location.href);
      const asked = address.searchParams.get('q');
      if (!asked) return;
      address.searchParams.delete('q');
      history.replaceState(history.state, '', address.href);
      const { highlightPage } = await import('./highlight.ts');
      const engine = await this.engine().catch(() => undefined);
      highlightPage(boxLang(this), asked, engine?.texts.words ?? NO_WORDS);
    }
  }
  define('sog-search', SearchBox);
}
