import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPreloads } from './preload.ts';

/** Adds `modulepreload` links to the pages of the site; comes after what packs or removes pages. */
export function modulePreload(): AstroIntegration {
  let base = '/';
  return {
    name: 'module-preload',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const scripts = globSync('_astro/*.js', { cwd: dist }).map((file) =>
          file.replace(/^_astro[/\\]/, ''),
        );
        for (const page of globSync('**/*.html', { cwd: dist })) {
          const path = join(dist, page);
          const html = readFileSync(path, 'utf8');
          writeFileSync(path, withPreloads(html, dist, base, scripts));
        }
      },
    },
  };
}
