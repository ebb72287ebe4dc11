import type { Saved } from '../../offline/saved.ts';
import { readShelf } from '../../offline/shelf.ts';
import { sizeText } from '../../offline/size.ts';
import { localDigits, pageLang } from '../session/session-data.ts';
import { siteBase } from './base.ts';
import { create, dataIn, define, part } from './dom.ts';
import { ERASED } from './erase-stored.ts';
import { type Stored, stored } from './stored.ts';

/** What `Stored.astro` writes into the page; `{title}`, `{n}` and `{value}` are filled here. */
export interface StoredWords {
  readonly none: string;
  readonly blocked: string;
  readonly module: string;
  readonly language: string;
  readonly device: string;
  readonly searchKey: string;
  readonly reading: string;
  readonly saved: string;
  readonly name: string;
  readonly studying: string;
  readonly other: string;
  readonly languages: Readonly<Record<string, string>>;
  /** Titles by module id. */
  readonly modules: Readonly<Record<string, string>>;
}

/** One line for each kind of thing that is stored. */
export function storedLines(
  found: Stored | undefined,
  words: StoredWords,
  digits: (n: number) => string,
  saved: readonly string[] = [],
): string[] {
  if (!found) return [words.blocked, ...saved];
  const { modules, language, device, searchKey, names, studying, reading, others } = found;
  const lines = [...modules].map(([id, n]) =>
    words.module.replace('{title}', words.modules[id] ?? id).replace('{n}', digits(n)),
  );
  if (language !== undefined)
    lines.push(words.language.replace('{value}', words.languages[language] ?? language));
  if (device !== undefined) lines.push(words.device.replace('{value}', device));
  for (const name of names) lines.push(words.name.replace('{value}', () => name));
  if (studying) lines.push(words.studying);
  if (searchKey !== undefined) lines.push(words.searchKey);
  if (reading !== undefined) lines.push(words.reading);
  lines.push(...saved);
  if (others > 0) lines.push(words.other.replace('{n}', digits(others)));
  return lines.length > 0 ? lines : [words.none];
}

const size = (bytes: number): string => sizeText(pageLang(), bytes);

/** Modules saved for use without a network; none where the browser blocks it. */
async function savedHere(): Promise<readonly Saved[]> {
  if (typeof caches !== 'object') return [];
  return readShelf({ caches, base: siteBase() }).catch(() => []);
}

class SogStored extends HTMLElement {
  readonly #show = async (): Promise<void> => {
    const words = dataIn<StoredWords>(this, 'script[data-words]');
    const saved = (await savedHere()).map(({ title, lang, bytes }) =>
      words.saved.replace('{title}', title).replace('{value}', `${words.languages[lang]}, ${size(bytes)}`),
    );
    const lines = storedLines(stored(window), words, (n) => localDigits(String(n)), saved);
    part(this, '[data-list]', HTMLUListElement).replaceChildren(
      ...lines.map((line) => create('li', {}, line)),
    );
  };

  connectedCallback(): void {
    void this.#show();
    document.addEventListener(ERASED, this.#show);
    // Another tab, or coming back to this one, may have changed it.
    window.addEventListener('storage', this.#show);
    window.addEventListener('pageshow', this.#show);
  }
}

define('sog-stored', SogStored);
