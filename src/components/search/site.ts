import { defineSearch, type SearchElement } from './search-box.ts';

/** Search of the site; the engine is another file, loaded when search opens. */
defineSearch(async (box) => (await import('./site-engine.ts')).openSite(box));

/** The search of this page, alive. */
export function siteSearch(): SearchElement | undefined {
  const box = document.querySelector('sog-search');
  return box && isSearch(box) ? box : undefined;
}

function isSearch(element: Element): element is SearchElement {
  return 'open' in element && 'plain' in element;
}
