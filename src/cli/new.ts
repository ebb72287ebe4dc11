import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, listed } from '../curriculum/closest.ts';
import { formatFaults } from '../curriculum/friendly.ts';
import { loadTree } from '../curriculum/load.ts';
import type { Fault } from '../curriculum/model.ts';
import { readWorld } from '../curriculum/read/world.ts';
import { QuestionTypeSchema } from '../curriculum/schema/question.ts';
import { type ContentTree, readTree } from '../curriculum/tree.ts';
import { wholeFiles, writeChanges } from '../exchange/files.ts';
import { KINDS, type Kind, plan, type Wanted } from '../workshop/new/plan.ts';
import { Refused } from '../workshop/new/refuse.ts';
import { isMain, run, today, UsageError } from './command.ts';
import { lockAll } from './lock.ts';

/** `npm run new -- KIND PATH`: a correct skeleton in both languages, with its numbers; it passes the check. */
export function make(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      root: { type: 'string', default: '.' },
      lesson: { type: 'string' },
      type: { type: 'string' },
      options: { type: 'string' },
      objective: { type: 'string' },
      en: { type: 'string' },
      km: { type: 'string' },
      date: { type: 'string', default: today() },
    },
  });
  const [kind, path, ...rest] = positionals;
  const type = QuestionTypeSchema.optional().safeParse(values.type);
  if (!type.success)
    throw new UsageError(
      `There is no type "${values.type}". The types are ${listed(QuestionTypeSchema.options)}.`,
    );
  const wanted: Wanted = {
    kind: kindOf(kind),
    path: path ?? '',
    lesson: values.lesson,
    type: type.data,
    options: values.options?.split(','),
    objective: values.objective,
    en: values.en,
    km: values.km,
    today: values.date,
  };
  if (rest.length > 0) throw new UsageError(`One thing at a time: "${rest.join(' ')}" is too much.`);
  const root = resolve(values.root);
  const tree = readTree(root);
  const texts = textsFor(wanted, tree);
  writeChanges(root, tree, wholeFiles(texts));
  for (const [file] of texts) process.stdout.write(`${tree.has(file) ? 'changed' : 'made   '} ${file}\n`);
  process.stdout.write(
    'Replace each TODO by your text. "npm run check" and "npm run lint:content" say what is missing.\n',
  );
  return 0;
}

function kindOf(text: string | undefined): Kind {
  const kind = KINDS.find((candidate) => candidate === text);
  if (kind !== undefined) return kind;
  throw new UsageError(
    `${didYouMean(text ?? '', KINDS)}Say what to make: npm run new -- ${KINDS.join('|')} PATH`,
  );
}

/**
 * All files to write with their whole texts, numbers of ids included.
 * @throws UsageError when it cannot be made, or the check would find something new in it.
 */
export function textsFor(wanted: Wanted, tree: ContentTree): Map<string, string> {
  const { world, faults } = readWorld(tree);
  let files: Map<string, string>;
  try {
    files = plan(wanted, world);
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(error.message);
    throw error;
  }
  const next = new Map([...tree, ...files]);
  const read = readWorld(next);
  const { writes } = lockAll(read.world, read.faults);
  for (const [file, text] of writes) {
    if (concerns(file, files)) next.set(file, text);
  }
  refuseNewFaults(loadTree(next).faults, [...faults, ...loadTree(tree).faults]);
  return new Map([...next].filter(([file, text]) => tree.get(file) !== text));
}

/** The lock of a module that files are written into; others are not this command's business. */
function concerns(lock: string, files: ReadonlyMap<string, string>): boolean {
  const folder = lock.slice(0, lock.lastIndexOf('/') + 1);
  return [...files.keys()].some((file) => file.startsWith(folder));
}

function refuseNewFaults(after: readonly Fault[], before: readonly Fault[]): void {
  const same = (a: Fault, b: Fault): boolean => a.file === b.file && a.rule === b.rule && a.found === b.found;
  const added = after.filter((fault) => !before.some((old) => same(fault, old)));
  if (added.length === 0) return;
  throw new UsageError(
    `${formatFaults(added)}\nWith the skeleton the content would have these faults, so nothing was made. Mend what the check finds first.`,
  );
}

if (isMain(import.meta.url)) run(make);
