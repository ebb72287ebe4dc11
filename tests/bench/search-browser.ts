import { answer } from '../../src/search/answer.ts';
import { type PagefindModule, pagefindCorpus } from '../../src/search/pagefind.ts';
import { parseQuery } from '../../src/search/query.ts';
import type { LangWords } from '../../src/search/words.ts';

/** Bundled for the browser by the bench: answers queries from the Pagefind index that lies beside it. */
declare global {
  interface Window {
    answerAll: (lang: 'km' | 'en', queries: readonly string[], words: LangWords) => Promise<string[][]>;
  }
}

window.answerAll = async (lang, queries, words) => {
  const pagefind: PagefindModule = await import(
    /* @vite-ignore */ new URL('/pagefind.js', location.href).href
  );
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  const corpus = pagefindCorpus(lang, pagefind);
  const all: string[][] = [];
  for (const query of queries) {
    const hits = await answer(corpus, parseQuery(lang, query, words));
    all.push(hits.map((hit) => hit.document.url));
  }
  return all;
};
