import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { loadCurriculum } from '../curriculum/load.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import type { SearchDocument } from './document.ts';
import { documentsOf } from './documents.ts';
import { pagefindFiles, type SearchFile, scanFiles } from './index-files.ts';
import { searchTexts } from './texts.ts';
import { readSearchWords } from './words-file.ts';

/** Folder of the index in the built site; `SearchBox.astro` names it too. */
const FOLDER = 'search';
/** What is laid out for paper says again what stands in lessons, glossary and sources. */
const PRINT_VIEW = /\/print\//;

async function builtPages(dist: string, lang: string): Promise<string[]> {
  const pages: string[] = [];
  for await (const page of glob(`${lang}/**/index.html`, { cwd: dist }))
    pages.push(page.split(sep).join('/'));
  return pages.filter((page) => !PRINT_VIEW.test(page)).sort();
}

/** All documents of a built site, by language, page and place on the page. */
export async function siteDocuments(dist: string, base: string): Promise<SearchDocument[]> {
  const all: SearchDocument[] = [];
  for (const lang of LANGS) {
    for (const page of await builtPages(dist, lang)) {
      const url = `${base.replace(/\/$/, '')}/${page.replace(/index\.html$/, '')}`;
      all.push(...documentsOf(lang, { url, html: readFileSync(join(dist, page), 'utf8') }));
    }
  }
  return all;
}

/** Modules that have pages, with their titles. */
function modulesOf(root: string, documents: readonly SearchDocument[]) {
  const built = new Set(documents.map((document) => document.module));
  const { curriculum } = loadCurriculum(root);
  const modules = curriculum.modules.filter(({ module }) => built.has(module.id));
  return (lang: Lang) => modules.map(({ module }) => ({ id: module.id, title: module.title[lang] }));
}

function writeAll(folder: string, files: readonly SearchFile[]): number {
  for (const { path, content } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return files.reduce((sum, { content }) => sum + content.length, 0);
}

/**
 * Indexes the built site into `search/`: a Pagefind index, and text for browsers that cannot run it. Comes after
 * integrations that take pages out of the site.
 */
export function search(): AstroIntegration {
  let root: URL;
  let base = '/';
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const words = readSearchWords(fileURLToPath(new URL('content/search.yaml', root)));
        const documents = await siteDocuments(dist, base);
        const modules = modulesOf(fileURLToPath(root), documents);
        const texts = (lang: Lang) => searchTexts(lang, words[lang], modules(lang));
        const files = [
          ...(await pagefindFiles(documents)),
          ...scanFiles(documents, { km: texts('km'), en: texts('en') }),
        ];
        await close();
        const bytes = writeAll(join(dist, FOLDER), files);
        logger.info(
          `${FOLDER}/  ${documents.length} documents, ${files.length} files, ${Math.round(bytes / 1024)} kB`,
        );
      },
    },
  };
}
