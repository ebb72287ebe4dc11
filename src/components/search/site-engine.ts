import type { Lang } from '../../curriculum/schema/common.ts';
import type { SearchDocument } from '../../search/document.ts';
import { type PagefindModule, pagefindCorpus } from '../../search/pagefind.ts';
import { scanCorpus } from '../../search/scan.ts';
import type { SearchTexts } from '../../search/texts.ts';
import { boxLang } from './box-lang.ts';
import { type Engine, engineOf, SearchError } from './engine.ts';

type ByLang<T> = { readonly [lang in Lang]?: T };
declare global {
  interface Window {
    sogScan?: ByLang<readonly Omit<SearchDocument, 'lang'>[]>;
    sogTexts?: ByLang<SearchTexts>;
  }
}

/** Loads a classic script, which unlike a module or a fetch also works from `file:`. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`could not load ${address}`));
    };
    document.head.append(script);
  });
}

const canRunIndex = (): boolean => typeof WebAssembly === 'object' && location.protocol !== 'file:';

/**
 * The site's engine: the Pagefind index, or the text of all pages where that cannot run; without a network, the text of
 * what is saved.
 */
export async function openSite(box: HTMLElement): Promise<Engine> {
  const lang = boxLang(box);
  const folder = new URL(box.dataset['index'] ?? 'search/', document.baseURI).href;
  const fromIndex = async () => {
    const pagefind: PagefindModule = await import(/* @vite-ignore */ `${folder}pagefind.js`);
    await pagefind.options({ baseUrl: '/' });
    await pagefind.init();
    return pagefindCorpus(lang, pagefind);
  };
  const fromText = async () => {
    if (!window.sogScan?.[lang]) await loadScript(`${folder}scan-${lang}.js`);
    return scanCorpus((window.sogScan?.[lang] ?? []).map((row) => ({ ...row, lang })));
  };
  const fromSaved = async () => {
    const { savedCorpus } = await import('./saved-corpus.ts');
    return savedCorpus(lang, (file) => loadScript(folder + file));
  };
  try {
    if (!window.sogTexts?.[lang]) await loadScript(`${folder}texts-${lang}.js`);
  } catch (error) {
    throw new SearchError(navigator.onLine === false ? 'offline' : 'failed', error);
  }
  const texts = window.sogTexts?.[lang];
  if (!texts) throw new SearchError('failed');
  return engineOf(lang, texts, [...(canRunIndex() ? [fromIndex] : []), fromText, fromSaved]);
}
