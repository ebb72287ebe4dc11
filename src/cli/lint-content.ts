import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { count, formatFaults } from '../curriculum/friendly.ts';
import { loadTree } from '../curriculum/load.ts';
import { type ContentTree, readTree } from '../curriculum/tree.ts';
import { lintContent } from '../workshop/content-lint/rules.ts';
import { isMain, run, UsageError } from './command.ts';

/** `npm run lint:content`: dead links, sources nobody can find, heavy images, and placeholders that would be published. */
export function lintContentCommand(args: string[]): number {
  const { values } = parseArgs({ args, options: { root: { type: 'string', default: '.' } } });
  const root = resolve(values.root);
  const tree = readTree(root);
  const { curriculum, faults } = loadTree(tree);
  if (faults.length > 0) throw new UsageError(`${formatFaults(faults)}\nMend what the check finds first.`);
  const found = lintContent(curriculum, tree, weightsOf(root, tree));
  process.stdout.write(
    found.length === 0
      ? 'Links, sources and images are sound.\n'
      : `${formatFaults(found)}\n${count(found.length, 'fault', 'faults')}.\n`,
  );
  return found.length > 0 ? 1 : 0;
}

/** Drawings travel compressed, pictures as they are. */
function weightsOf(root: string, tree: ContentTree): Map<string, number> {
  const images = [...tree.keys()].filter((file) => /\.(svg|png|jpe?g|webp|avif|gif)$/i.test(file));
  return new Map(
    images.map((file) => {
      const path = join(root, file);
      return [file, file.endsWith('.svg') ? gzipSync(readFileSync(path)).length : statSync(path).size];
    }),
  );
}

if (isMain(import.meta.url)) run(lintContentCommand);
