import type { Plugin } from 'vite';

/**
 * Vite wraps every `import()` in a helper that preloads styles and scripts of the chunk to come. Here styles are one
 * file and pages announce their scripts themselves, so the helper would be dead weight in every lesson.
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}
