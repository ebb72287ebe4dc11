import { transform } from 'esbuild';
import { createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import type { SearchDocument } from './document.ts';
import { partKey, partName } from './parts.ts';
import { toRecord } from './record.ts';
import type { SearchTexts } from './texts.ts';

/** A file to be written, by its path inside the search folder. */
export interface SearchFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** Pagefind's own user interfaces, which are not used. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)|^playground\//;

const ENTRY = 'pagefind-entry.json';
const EntrySchema = z.looseObject({ languages: z.record(z.string(), z.unknown()) });

/** Pagefind lists languages in any order; the same site must give the same bytes. */
function sortedEntry(content: Uint8Array): string {
  const entry = EntrySchema.parse(JSON.parse(new TextDecoder().decode(content)));
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...entry, languages });
}

/** Pagefind's scripts come with long names; without them the first search is some 3 KB lighter. */
async function slim({ path, content }: SearchFile): Promise<SearchFile> {
  const source = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const { code } = await transform(source, { minify: true, target: 'chrome87', legalComments: 'inline' });
  return { path, content: code };
}

async function addAll(index: PagefindIndex, documents: readonly SearchDocument[]): Promise<void> {
  // One after the other: the order decides the numbers inside the index, and so its bytes.
  for (const document of documents) {
    const { url, content, meta } = toRecord(document);
    const { errors } = await index.addCustomRecord({
      url,
      content,
      language: document.lang,
      meta: { ...meta },
    });
    if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join('; ')}`);
  }
}

/**
 * The Pagefind index of all documents, in both languages, with what a browser needs to run it.
 * @throws Error if Pagefind refuses a document.
 */
export async function pagefindFiles(documents: readonly SearchDocument[]): Promise<SearchFile[]> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  try {
    await addAll(index, documents);
    const { files } = await index.getFiles();
    const used = files.filter(({ path }) => !UNUSED.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
    return await Promise.all(
      used.map((file): SearchFile | Promise<SearchFile> => {
        if (file.path === ENTRY) return { path: ENTRY, content: sortedEntry(file.content) };
        return file.path.endsWith('.js') ? slim(file) : file;
      }),
    );
  } finally {
    await index.deleteIndex();
  }
}

/**
 * Something of one language as a classic script that sets a global: it loads from `file:` and under a policy
 * that forbids everything inline.
 */
function classicScript(name: string, key: string, value: unknown): string {
  return `self.${name}=self.${name}||{};self.${name}[${JSON.stringify(key)}]=${JSON.stringify(value)};\n`;
}

type Row = Omit<SearchDocument, 'lang'>;

/** The same text once more, a file a module and one for what belongs to all: for modules saved on a device. */
function partFiles(lang: Lang, rows: readonly Row[]): SearchFile[] {
  return [...new Set(rows.map(({ module }) => module))].sort().map((module) => ({
    path: partName(lang, module),
    content: classicScript(
      'sogParts',
      partKey(lang, module),
      rows.filter((row) => row.module === module),
    ),
  }));
}

/** What the scan needs, and what search needs with any engine, a file of each a language. */
export function scanFiles(
  documents: readonly SearchDocument[],
  texts: Readonly<Record<Lang, SearchTexts>>,
): SearchFile[] {
  return LANGS.flatMap((lang) => {
    const rows = documents.filter((document) => document.lang === lang).map(({ lang: _, ...row }) => row);
    return [
      { path: `scan-${lang}.js`, content: classicScript('sogScan', lang, rows) },
      { path: `texts-${lang}.js`, content: classicScript('sogTexts', lang, texts[lang]) },
      ...partFiles(lang, rows),
    ];
  });
}
