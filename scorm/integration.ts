import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadCurriculum } from '../src/curriculum/load.ts';
import type { Standard } from './manifest/standard.ts';
import { STANDARDS } from './manifest/standard.ts';
import { packAll, SCO_FOLDER } from './pack.ts';
import { bundleSource } from './stage/classic.ts';
import { publicSite } from './stage/links.ts';
import { normaliseBase } from './stage/urls.ts';

export interface ScormOptions {
  /** Entry of the first script in a package's head, by standard, relative to the project. */
  readonly early?: Readonly<Record<Standard, string>>;
}

const EARLY: Readonly<Record<Standard, string>> = {
  scorm12: './src/record/early-scorm12.ts',
  scorm2004: './src/record/early-scorm2004.ts',
};

/**
 * Makes SCORM packages with the site: a hidden route renders each module as one document, and after the build the
 * documents become packages in `packages/` and leave the site. Other integrations that list pages come after this one.
 */
export function scorm({ early = EARLY }: ScormOptions = {}): AstroIntegration {
  let root: URL;
  let base = '/';
  let site: string | undefined;
  return {
    name: 'scorm',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        root = config.root;
        const entrypoint = new URL('./scorm/shell/Sco.astro', root);
        injectRoute({ pattern: `/${SCO_FOLDER}/[module]/[langs]`, entrypoint, prerender: true });
      },
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
        site = publicSite(config.site, base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { curriculum } = loadCurriculum(fileURLToPath(root));
        await packAll({
          dist: fileURLToPath(dir).replace(/[/\\]$/, ''),
          base,
          site,
          modules: curriculum.modules,
          early: await bundleEarly(root, early),
          report: (line) => logger.info(line),
        });
      },
    },
  };
}

async function bundleEarly(root: URL, early: Readonly<Record<Standard, string>>) {
  const bundled: Partial<Record<Standard, string>> = {};
  for (const standard of STANDARDS) {
    const path = fileURLToPath(new URL(early[standard], root));
    if (statSync(path, { throwIfNoEntry: false })) bundled[standard] = await bundleSource(path);
  }
  return bundled;
}
