import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { build } from 'esbuild';
import { normaliseBase, readDist } from '../built/dist.ts';
import { FLOOR } from '../built/floor/browsers.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { translator } from '../i18n/t.ts';
import { FORM, manifestJson, offerJson } from './manifest.ts';
import { LIST, manifestPath } from './names.ts';
import { offlineManifests, type Titled } from './units.ts';
import type { NoConnectionWords, WordsByLang } from './worker/no-connection.ts';

const WORKER = 'sw.js';

/**
 * Writes what saving for use without a network needs: the lists of files in `offline/`, and the service worker. Comes
 * after everything that changes pages or scripts, for the lists hold their hashes.
 */
export function offline(): AstroIntegration {
  let root: URL;
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        base = normaliseBase(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        writeManifests(dist, base, titledUnits(fileURLToPath(root)), logger);
        write(dist, WORKER, await workerScript());
      },
    },
  };
}

function titledUnits(root: string): Titled[] {
  return loadCurriculum(root).curriculum.modules.flatMap(({ module }) =>
    LANGS.map((lang) => ({
      module: module.id,
      lang,
      title: module.title[lang],
      release: module.version,
    })),
  );
}

function writeManifests(
  dist: string,
  base: string,
  units: readonly Titled[],
  logger: AstroIntegrationLogger,
): void {
  const manifests = offlineManifests({ dist: readDist(dist), base }, units);
  for (const manifest of manifests) {
    write(dist, manifestPath(manifest), JSON.stringify(manifestJson(manifest)));
    const [wire, bytes] = [manifest.wire, manifest.bytes].map((size) => Math.round(size / 1024));
    logger.info(
      `${manifestPath(manifest)}  ${manifest.files.length} files, ${wire} kB to fetch, ${bytes} kB on the device`,
    );
  }
  write(dist, LIST, JSON.stringify({ form: FORM, units: manifests.map(offerJson) }));
}

function write(dist: string, path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}

/** The worker as one classic script: Firefox 115 knows no module workers of this kind. */
export async function workerScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker/sw.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: [...FLOOR],
    legalComments: 'none',
    define: { NO_CONNECTION: JSON.stringify(noConnectionWords()) },
  });
  return outputFiles[0]?.text ?? '';
}

function noConnectionWords(): WordsByLang {
  const words = (lang: Lang): NoConnectionWords => {
    const t = translator(lang);
    return {
      site: t('site.name'),
      title: t('offline.gone.title'),
      about: t('offline.gone.about'),
      saved: t('offline.gone.saved'),
      nothing: t('offline.gone.nothing'),
      again: t('offline.gone.again'),
    };
  };
  return { km: words('km'), en: words('en') };
}
