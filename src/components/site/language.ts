import type { Lang } from '../../curriculum/schema/common.ts';

/** Beside the learning records, so that erasing them erases it too. */
const KEY = 'sog/1/language';

/** The language chosen last on this device; undefined before a choice, and where storage is blocked. */
export function rememberedLanguage(): Lang | undefined {
  try {
    const found = window.localStorage.getItem(KEY);
    return found === 'km' || found === 'en' ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Following a link to the page in a language (`hreflang`) chooses that language for the next visit. */
export function rememberChoices(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[hreflang]') : null;
    const lang = link?.getAttribute('hreflang');
    if (lang !== 'km' && lang !== 'en') return;
    try {
      window.localStorage.setItem(KEY, lang);
    } catch {
      // Then the start page asks again.
    }
  });
}
