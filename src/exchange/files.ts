import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ContentTree, plain } from '../curriculum/tree.ts';
import { applyToRaw, type Edit } from './text-edit.ts';

/** Changes to files under a root: parts of some, and the whole text of others. Paths are relative, with `/`. */
export interface FileChanges {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly whole: ReadonlyMap<string, string>;
}

export const NO_CHANGES: FileChanges = { edits: new Map(), whole: new Map() };

/** Files that get a whole new text, or are made. */
export function wholeFiles(texts: Iterable<readonly [string, string]>): FileChanges {
  return { edits: new Map(), whole: new Map(texts) };
}

export function changedFiles({ edits, whole }: FileChanges): string[] {
  return [...edits.keys(), ...whole.keys()].sort();
}

/** What was read is no longer what is there, or cannot be kept as it is; nothing was written. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/**
 * Writes all changes or none: every file is compared with what was read of it, written beside its place, and only then
 * are all moved there. Bytes outside the edits stay; a file that is written whole keeps its line ends and its mark.
 * @param tree what was read; a file that it lacks is one to be made
 * @throws NotWritten when a file was changed since it was read, or is not UTF-8
 */
export function writeChanges(root: string, tree: ContentTree, { edits, whole }: FileChanges): void {
  const texts = new Map<string, string>();
  const asRead = (file: string): string => {
    const raw = readIfThere(join(root, file));
    mustBe(file, raw, tree.get(file));
    return raw ?? '';
  };
  for (const [file, text] of whole) texts.set(file, likeBefore(asRead(file), text));
  for (const [file, list] of edits) {
    if (list.length > 0) texts.set(file, applyToRaw(asRead(file), list));
  }
  const waiting = [...texts].map(([file, text]) => {
    const target = join(root, file);
    return { target, temporary: join(dirname(target), `.${basename(target)}.part`), text };
  });
  try {
    for (const { temporary, text } of waiting) {
      mkdirSync(dirname(temporary), { recursive: true });
      writeFileSync(temporary, text);
    }
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    throw error;
  }
  for (const { temporary, target } of waiting) renameSync(temporary, target);
}

function likeBefore(before: string, text: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (before.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text);
}

function mustBe(file: string, raw: string | undefined, read: string | undefined): void {
  if ((raw === undefined ? undefined : plain(raw)) === read) return;
  throw new NotWritten(`${file} was changed while this command ran. Nothing was written; run it again.`);
}

function readIfThere(path: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  throw new NotWritten(`${path} is not UTF-8, so it could not be kept as it is. Save it as UTF-8 first.`);
}
