import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { scorm } from './scorm/integration.ts';
import { curriculumMdx } from './src/curriculum/mdx-plugin.ts';

const { SITE_URL, BASE_PATH } = process.env;

export default defineConfig({
  site: SITE_URL ?? 'http://localhost:4321',
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  cacheDir: './.astro',
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false,
    // Typographic quotes would change the authors' own; Khmer has «».
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [curriculumMdx()] }),
  },
  integrations: [mdx(), scorm()],
  vite: {
    build: {
      // A strict content policy (script-src 'self') allows no inlined module scripts.
      assetsInlineLimit: 0,
      target: ['chrome87', 'firefox115', 'safari15'],
      // One warning for every MDX file; harmless: `"use client"`-style directives are not used here.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
});
