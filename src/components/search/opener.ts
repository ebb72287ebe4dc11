import { asksForSearch, tellSearchKey } from './search-key.ts';

/**
 * All of search that a page carries: it loads the rest when search is opened, when an address asks for words to be
 * highlighted (`?q=`), or when `window.sogSearch` is called.
 */
const load = async () => {
  document.removeEventListener('click', clicked);
  document.removeEventListener('keydown', pressed);
  const { siteSearch } = await import('./site.ts');
  return siteSearch();
};

const open = () => void load().then((box) => box?.open());

function clicked(event: Event): void {
  if (event.target instanceof Element && event.target.closest('.search__open')) open();
}

function pressed(event: KeyboardEvent): void {
  if (!asksForSearch(event)) return;
  event.preventDefault();
  open();
}

// Without a script the button would do nothing; its place is kept, so that nothing moves.
document.documentElement.dataset['search'] = '';
tellSearchKey();
document.addEventListener('click', clicked);
document.addEventListener('keydown', pressed);
window.sogSearch ??= async (query) => (await load())?.plain(query) ?? [];
if (new URLSearchParams(location.search).has('q')) void load();
