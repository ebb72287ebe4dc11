import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { scorm } from './scorm/integration.ts';
import { usb } from './scorm/usb/integration.ts';
import { budgets } from './src/built/budgets/integration.ts';
import { deviceFloor } from './src/built/floor/integration.ts';
import { modulePreload } from './src/built/preload/integration.ts';
import { noPreloadHelper } from './src/built/preload/no-helper.ts';
import { curriculumMdx } from './src/curriculum/mdx-plugin.ts';
import { offline } from './src/offline/integration.ts';
import { search } from './src/search/integration.ts';

const { SITE_URL, BASE_PATH } = process.env;
/** What a trainer gets stands in a folder of its own, so that nobody publishes it by mistake. */
const OUT = process.env['SOG_EDITION'] === 'trainer' ? './dist-trainer' : './dist';
/** Set by `npm run usb`: the zips for USB sticks are made in place of the site. */
const USB = Boolean(process.env['SOG_USB']);
const SITE = SITE_URL ?? 'http://localhost:4321';
// A stick has no address; its files are the same whatever the site's is.
const BASE = USB ? '/' : (BASE_PATH ?? '/');
/** The page that asks for the language; it is no twin of the home pages. */
const START = new URL(`${BASE.replace(/\/$/, '')}/`, SITE).href;

/** What every lesson runs at once: the session, and the record in the browser. */
const CORE = new RegExp(
  [
    'src/components/(session/(?!spoken|site|continue-card|more-words|my-plan|has-record|stored-values)[\\w-]+|site/dom|search/search-key)\\.ts$',
    'src/record/(open|open-browser|environment|guard|stamp|result|peek|adapters/(browser|memory))\\.ts$',
    'src/khmer/digits\\.ts$',
    'src/learning/(progress|outcome|snapshot|merge)\\.ts$',
    'preload-helper',
  ].join('|'),
);

/** What every question needs; the code of types that are no choices comes when one of them is near. */
const QUESTION =
  /src\/(components\/(question\/(question|question-choice|graded|reasons|when-checked)|session\/more-words)|learning\/(score|credit))\.ts$/;

/** In this order: pack, make the lists of what is left (last the one that holds hashes of all), then check it. */
function forSite() {
  return [
    scorm(),
    search(),
    sitemap({
      filter: (page) => !/\/(__sco|404|print)\/|\/(km|en)\/status\/$/.test(page),
      i18n: { defaultLocale: 'km', locales: { km: 'km', en: 'en' } },
      serialize: ({ links, ...page }) =>
        page.url === START ? page : { ...page, links: links?.filter(({ url }) => url !== START) },
    }),
    modulePreload(),
    offline(),
    // A preview with drafts may be heavier than what learners get.
    ...(process.env['SOG_DRAFTS'] ? [] : [deviceFloor(), budgets()]),
  ];
}

export default defineConfig({
  site: SITE,
  base: BASE,
  outDir: USB ? './dist-usb' : OUT,
  trailingSlash: 'always',
  cacheDir: './.astro',
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false,
    // Typographic quotes would change the authors' own; Khmer has «».
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [curriculumMdx()] }),
  },
  integrations: [mdx(), ...(USB ? [deviceFloor(), usb()] : forSite())],
  vite: {
    plugins: [noPreloadHelper()],
    build: {
      // A strict content policy (script-src 'self') allows no inlined module scripts.
      assetsInlineLimit: 0,
      // Every browser of the floor knows this syntax; naming the browsers would turn #private fields into WeakMaps.
      target: 'es2022',
      cssTarget: ['chrome87', 'firefox115', 'safari15'],
      cssCodeSplit: false,
      // One warning for every MDX file; harmless: `"use client"`-style directives are not used here.
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        // What every lesson runs at once is one file: it compresses better than five.
        output: {
          advancedChunks: {
            groups: [
              { name: 'core', test: CORE },
              { name: 'question', test: QUESTION },
            ],
          },
        },
      },
    },
  },
  devToolbar: { enabled: false },
});
