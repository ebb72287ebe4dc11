import { localDigits, messagesInPage, pageLang } from '../session/session-data.ts';
import type { SPOKEN_BY_NOTES } from '../session/spoken.ts';

type Key = (typeof SPOKEN_BY_NOTES)[number];

/** Says a message of a note, numbers in the digits of the page's language. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The words of notes: a package has them in its document; a page of the site names their address (`data-note-words`),
 * or has a neighbour of theirs, the words that every lesson speaks.
 * @throws when they cannot be fetched; the reflection then stays a text.
 */
export async function noteWords(): Promise<Say> {
  const words = messagesInPage() ?? (await fetched());
  return (key, values = {}) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => localDigits(String(values[name] ?? '')));
}

/** Address of the words that every lesson of the site speaks; '' in a package. Other words stand beside it. */
export const neighbour = (): string =>
  document.querySelector<HTMLScriptElement>(`script[src*="/spoken/${pageLang()}.js"]`)?.src ?? '';

async function fetched(): Promise<Readonly<Record<string, string>>> {
  const named = document.querySelector<HTMLElement>('[data-note-words]')?.dataset['noteWords'];
  const answer = await fetch(named ?? neighbour().replace(/\/spoken\/(\w+)\.js/, '/spoken/notes-$1.json'));
  if (!answer.ok) throw new Error(`no words for notes: ${answer.status}`);
  // The shape is what src/pages/spoken/notes-[lang].json.ts wrote.
  return (await answer.json()) as Readonly<Record<string, string>>;
}
