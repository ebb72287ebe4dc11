import type { Lang } from '../../curriculum/schema/common.ts';
import { readShelf } from '../../offline/shelf.ts';
import type { Corpus } from '../../search/corpus.ts';
import type { SearchDocument } from '../../search/document.ts';
import { partKey, partName } from '../../search/parts.ts';
import { scanCorpus } from '../../search/scan.ts';
import { siteBase } from '../site/base.ts';

declare global {
  interface Window {
    /** By `partKey`. */
    sogParts?: { readonly [key: string]: readonly Omit<SearchDocument, 'lang'>[] };
  }
}

/**
 * The text of the modules saved on this device, of terms and of sources: for searches without a network. `load` runs a
 * file of the search folder. @throws if nothing is saved in this language.
 */
export async function savedCorpus(lang: Lang, load: (file: string) => Promise<void>): Promise<Corpus> {
  const saved = typeof caches === 'object' ? await readShelf({ caches, base: siteBase() }) : [];
  const modules = saved.filter((unit) => unit.lang === lang).map(({ module }) => module);
  if (modules.length === 0) throw new Error('no module is saved in this language');
  const parts = ['', ...modules];
  await Promise.all(parts.map((part) => load(partName(lang, part))));
  const rows = parts.flatMap((part) => window.sogParts?.[partKey(lang, part)] ?? []);
  return { ...scanCorpus(rows.map((row) => ({ ...row, lang }))), partial: true };
}
