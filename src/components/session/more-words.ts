import { sessionData } from './session-data.ts';

let asked: Promise<void> | undefined;

/**
 * Adds the words that only some questions speak: on the site from a file beside the page's own words, once; a package
 * has all words in its document. Rejects when the file does not come.
 */
export function wordsOfQuestions(): Promise<void> {
  asked ??= sessionData().messages ? Promise.resolve() : fetchWords();
  return asked;
}

function fetchWords(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[src*="/spoken/"]');
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`not loaded: ${script.src}`)));
    script.src = (own?.src ?? '').replace('/spoken/', '/spoken/questions-');
    document.head.append(script);
  });
}
