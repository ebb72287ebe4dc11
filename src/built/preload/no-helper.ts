import type { Plugin } from 'vite';

/** The list of files that Vite writes at the head of a script with an `import()`, and its uses. */
const LIST = /^const __vite__mapDeps=.*\n/m;
const USE = /,__vite__mapDeps\(\[[\d,]*\]\)/g;

/**
 * Vite wraps every `import()` in a helper that preloads styles and scripts of the chunk to come. Here styles are one
 * file and pages announce their scripts themselves, so the helper and its lists would be dead weight in every lesson.
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = chunk.code.replace(LIST, '').replace(USE, '');
        }
      },
    },
  };
}
