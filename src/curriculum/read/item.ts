import type { z } from 'zod';
import { friendly } from '../friendly.ts';
import { groupBy } from '../group-by.ts';
import { type Collection, fault, type Located, type Path } from '../located.ts';
import type { Fault } from '../model.ts';
import type { ContentTree } from '../tree.ts';
import { parseYaml, type YamlFile } from '../yaml-file.ts';

/** Checks the part of a YAML file at `path` against a schema; faults go into the sink. */
export function readItem<S extends z.ZodType>(
  yaml: YamlFile,
  schema: S,
  faults: Fault[],
  path: Path = [],
  input: unknown = yaml.value,
): Located<z.output<S>> | undefined {
  if (yaml.value === undefined) return undefined;
  const lineOf = (inner: Path): number => yaml.lineOf([...path, ...inner]);
  const result = schema.safeParse(input);
  if (!result.success) {
    faults.push(
      ...friendly(result.error, { file: yaml.file, schema, input, name: entryName(path, input), lineOf }),
    );
    return undefined;
  }
  return { value: result.data, at: (...inner) => ({ file: yaml.file, line: lineOf(inner) }) };
}

function entryName(path: Path, input: unknown): string | undefined {
  const last = path[path.length - 1];
  return typeof last === 'number' ? (idOf(input) ?? `no. ${last + 1}`) : undefined;
}

/** Parses a file of the tree as YAML, putting its syntax faults into the sink. */
export function openYaml(tree: ContentTree, file: string, faults: Fault[]): YamlFile | undefined {
  const text = tree.get(file);
  if (text === undefined) return undefined;
  const yaml = parseYaml(file, text);
  faults.push(...yaml.faults);
  return yaml;
}

/** Mutable while reading; a {@link Collection} for everyone else. */
export class Collecting<T> implements Collection<T> {
  readonly items = new Map<string, Located<T>>();
  readonly ids = new Set<string>();
  complete = true;
}

/** The `id` of an entry, even of one that is otherwise faulty. */
export function idOf(input: unknown): string | undefined {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** A file that is one list of things with ids, such as `content/glossary.yaml`. */
export function readList<T extends { readonly id: string }>(
  tree: ContentTree,
  file: string,
  schema: z.ZodType<T>,
  faults: Fault[],
): Collection<T> {
  const all = new Collecting<T>();
  const yaml = openYaml(tree, file, faults);
  if (!Array.isArray(yaml?.value)) {
    all.complete = false;
    if (yaml !== undefined && yaml.faults.length === 0) {
      const mend = 'Begin each entry with "- id: …" at the left edge.';
      faults.push(fault({ file, line: 1 }, 'schema/wrong-type', 'This file is not a list of entries.', mend));
    }
    return all;
  }
  yaml.value.forEach((input: unknown, i) => {
    const id = idOf(input);
    const item = readItem(yaml, schema, faults, [i], input);
    if (id === undefined) {
      all.complete = false;
      return;
    }
    if (all.ids.has(id)) {
      const place = { file, line: yaml.lineOf([i, 'id']) };
      faults.push(
        fault(
          place,
          'file/duplicate-id',
          `The id "${id}" is used a second time.`,
          'Give one of the two another id, or remove it.',
        ),
      );
    } else if (item !== undefined) {
      all.items.set(id, item);
    }
    all.ids.add(id);
  });
  return all;
}

/** A folder of YAML files, one thing each, whose id is its file name. */
export function readFolder<T extends { readonly id: string }>(
  tree: ContentTree,
  folder: string,
  schema: z.ZodType<T>,
  faults: Fault[],
): Collection<T> {
  const all = new Collecting<T>();
  for (const file of filesIn(tree, folder, '.yaml')) {
    const stem = stemOf(file);
    all.ids.add(stem);
    const yaml = openYaml(tree, file, faults);
    if (yaml === undefined) continue;
    const item = readItem(yaml, schema, faults);
    const id = idOf(yaml.value);
    if (id !== undefined && id !== stem) faults.push(idMismatch(yaml, id, stem));
    else if (item !== undefined) all.items.set(stem, item);
  }
  return all;
}

export function idMismatch(yaml: YamlFile, id: string, name: string): Fault {
  return fault(
    { file: yaml.file, line: yaml.lineOf(['id']) },
    'file/id-is-not-file-name',
    `The id is "${id}", but the file or folder is named "${name}".`,
    `Make the two the same: write "id: ${name}", or rename the file or folder.`,
  );
}

/** Files directly in a folder, with this ending. */
export function filesIn(tree: ContentTree, folder: string, ending: string): string[] {
  let folders = listings.get(tree);
  if (!folders) {
    folders = groupBy(tree.keys(), (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    listings.set(tree, folders);
  }
  return (folders.get(folder) ?? []).filter((path) => path.endsWith(ending));
}

/** The paths of each tree by folder, listed once: every module asks for several folders. */
const listings = new WeakMap<ContentTree, ReadonlyMap<string, readonly string[]>>();

export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

export function missingFile(file: string, mend: string): Fault {
  return fault({ file, line: 1 }, 'file/missing', 'This file does not exist.', mend);
}
