import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** The copy's script as one classic script for the oldest browsers the project knows; it runs from `file:`. */
export function copyScript(): string {
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL('./browser/review.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome87', 'firefox115', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('esbuild gave no script');
  return file.text;
}
