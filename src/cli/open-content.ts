import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { didYouMean, listed } from '../curriculum/closest.ts';
import { formatFaults } from '../curriculum/friendly.ts';
import { type ContentTree, readTree } from '../curriculum/tree.ts';
import { type Content, contentOf, partsOf } from '../exchange/plan.ts';
import { UsageError } from './command.ts';

/**
 * The content of a folder, cut into the passages that are sent to translators and reviewers.
 * @throws UsageError when some passages could not be read, since they would look as if they were gone
 */
export function openContent(root: string): { tree: ContentTree; content: Content } {
  const tree = readTree(root);
  const { content, faults } = contentOf(tree);
  if (content !== undefined) return { tree, content };
  throw new UsageError(`${formatFaults(faults)}\nThe content cannot be read; mend it first (npm run check).`);
}

/** A module by its id, or what modules share. */
export function knownPart(name: string | undefined, content: Content): string {
  const parts = partsOf(content.units);
  if (name !== undefined && parts.includes(name)) return name;
  const wrong =
    name === undefined
      ? 'Say --module and a name.'
      : `There is no module "${name}". ${didYouMean(name, parts)}`;
  throw new UsageError(`${wrong} There are: ${listed(parts)}.`);
}

/** A file that somebody sent back. What is not UTF-8 would come in with other letters than were written. */
export function sentFile(path: string): { name: string; text: string } {
  const bytes = readFileIfThere(path);
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return { name: basename(path), text };
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  throw new UsageError(
    `${path}:${line}  From here on this is no UTF-8 text: the file is damaged, cut off, or of another kind.\nNothing was written. Ask for the file again.`,
  );
}

function readFileIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? new UsageError(`There is no file ${path}.`) : error;
  }
}
