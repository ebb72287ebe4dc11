import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

const TEXT = /\.(html?|m?js|css|json|xml|txt|svg|webmanifest)$/i;
const FILE_NAME = /[\w.~@-]+\.\w+/g;

/**
 * Which of `candidates` (paths in `dist`) no file that stays in the site names. Built assets carry a hash in their
 * name, so that a name found anywhere is that file; a chain of candidates that name only each other is unused.
 */
export function unusedAssets(dist: string, candidates: ReadonlySet<string>): Set<string> {
  const unused = new Set(candidates);
  const byName = new Map<string, string[]>();
  for (const path of candidates)
    byName.set(posix.basename(path), [...(byName.get(posix.basename(path)) ?? []), path]);
  const queue = listFiles(dist).filter((path) => TEXT.test(path) && !candidates.has(path));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const [name] of readFileSync(join(dist, path), 'utf8').matchAll(FILE_NAME)) {
      for (const named of byName.get(name) ?? []) {
        if (unused.delete(named) && TEXT.test(named)) queue.push(named);
      }
    }
  }
  return unused;
}

function listFiles(dist: string): string[] {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length))
    .map((path) => path.split(sep).join('/'));
}
