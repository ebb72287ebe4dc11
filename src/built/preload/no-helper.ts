import type { Plugin } from 'vite';

/**
 * Vite wraps every `import()` in a helper that preloads styles and scripts of the chunk to come. Here styles are one
 * file and pages announce their scripts themselves, so the helper would be dead weight in every lesson; and
 * so would the list of chunks that it reads, in every script with an `import()`.
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}
