import { localDigits } from '../session/session-data.ts';
import { create, dataIn, define, part } from './dom.ts';
import { ERASED } from './erase.ts';
import { type Stored, stored } from './stored.ts';

/** What `Stored.astro` writes into the page; `{title}`, `{n}` and `{value}` are filled here. */
export interface StoredWords {
  readonly none: string;
  readonly blocked: string;
  readonly module: string;
  readonly language: string;
  readonly device: string;
  readonly searchKey: string;
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
): string[] {
  if (!found) return [words.blocked];
  const { modules, language, device, searchKey, names, studying, others } = found;
  const lines = [...modules].map(([id, n]) =>
    words.module.replace('{title}', words.modules[id] ?? id).replace('{n}', digits(n)),
  );
  if (language !== undefined)
    lines.push(words.language.replace('{value}', words.languages[language] ?? language));
  if (device !== undefined) lines.push(words.device.replace('{value}', device));
  for (const name of names) lines.push(words.name.replace('{value}', () => name));
  if (studying) lines.push(words.studying);
  if (searchKey !== undefined) lines.push(words.searchKey);
  if (others > 0) lines.push(words.other.replace('{n}', digits(others)));
  return lines.length > 0 ? lines : [words.none];
}

class SogStored extends HTMLElement {
  readonly #show = (): void => {
    const words = dataIn<StoredWords>(this, 'script[data-words]');
    const lines = storedLines(stored(window), words, (n) => localDigits(String(n)));
    part(this, '[data-list]', HTMLUListElement).replaceChildren(
      ...lines.map((line) => create('li', {}, line)),
    );
  };

  connectedCallback(): void {
    this.#show();
    document.addEventListener(ERASED, this.#show);
    // Another tab, or coming back to this one, may have changed it.
    window.addEventListener('storage', this.#show);
    window.addEventListener('pageshow', this.#show);
  }
}

define('sog-stored', SogStored);
