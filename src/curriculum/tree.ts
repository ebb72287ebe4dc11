import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files under `content/`: path relative to the project root, with `/`, to text. Files that are not text (images)
 * are listed with an empty text, so that a reference to them can be checked.
 */
export type ContentTree = ReadonlyMap<string, string>;

const TEXT = /\.(ya?ml|mdx?|svg)$/;

/** Reads everything under `<root>/content`. An absent folder is an empty tree. */
export function readTree(root: string): ContentTree {
  const tree = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(path);
      else tree.set(path, TEXT.test(entry.name) ? plain(readFileSync(join(root, path), 'utf8')) : '');
    }
  };
  try {
    visit('content');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without byte order mark, with `\n` line ends: what Windows editors add must not move line numbers. */
export function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
