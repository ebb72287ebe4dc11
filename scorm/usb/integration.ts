import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { LANGS, type Lang } from '../../src/curriculum/schema/common.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { scanFiles } from '../../src/search/index-files.ts';
import { siteDocuments } from '../../src/search/integration.ts';
import { searchTexts } from '../../src/search/texts.ts';
import { readSearchWords } from '../../src/search/words-file.ts';
import { publicSite } from '../stage/links.ts';
import { normaliseBase } from '../stage/urls.ts';
import { USB_FOLDER } from './documents.ts';
import { makeEdition, zipName } from './edition.ts';

const ROUTES = {
  '': 'Start',
  '/glossary': 'Glossary',
  '/sources': 'Sources',
  '/modules/[module]': 'Module',
} as const;

/**
 * Makes the USB edition, a zip for each language, in place of the site: what Astro built is its material, and the
 * output folder holds the zips alone in the end. Comes after every check of what was built.
 */
export function usb(): AstroIntegration {
  let root: URL;
  let base = '/';
  let site: string | undefined;
  return {
    name: 'usb',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        root = config.root;
        for (const [path, page] of Object.entries(ROUTES)) {
          const entrypoint = new URL(`./scorm/usb/pages/${page}.astro`, root);
          injectRoute({ pattern: `/${USB_FOLDER}/[lang]${path}`, entrypoint, prerender: true });
        }
      },
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
        site = publicSite(config.site, base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir).replace(/[/\\]$/, '');
        const words = readSearchWords(fileURLToPath(new URL('content/search.yaml', root)));
        const documents = await siteDocuments(dist, base);
        const modules = builtModules(fileURLToPath(root), dist);
        const search = (lang: Lang) => (found: readonly SearchDocument[]) => {
          const titles = modules.map(({ module }) => ({ id: module.id, title: module.title[lang] }));
          const texts = searchTexts(lang, words[lang], titles);
          return scanFiles(found, { km: texts, en: texts }).filter(({ path }) =>
            path.endsWith(`-${lang}.js`),
          );
        };
        const zips = new Map<string, Uint8Array>();
        for (const lang of LANGS) {
          const options = { dist, base, site, lang, modules, documents, search: search(lang) };
          zips.set(zipName(lang), await makeEdition(options));
        }
        replaceFolder(dist, zips);
        for (const [name, bytes] of zips) logger.info(`${name}  ${sizeOf(bytes)}, sha256 ${hashOf(bytes)}`);
      },
    },
  };
}

/** Drafts are built only where an author asks for them. */
function builtModules(root: string, dist: string) {
  const { modules } = loadCurriculum(root).curriculum;
  const folder = join(dist, USB_FOLDER, LANGS[0], 'modules');
  return modules.filter(({ module }) => existsSync(join(folder, module.id, 'index.html')));
}

function replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}

const sizeOf = (bytes: Uint8Array): string => `${Math.ceil(bytes.length / 1000)} kB`;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
