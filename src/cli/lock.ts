import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EMPTY_LOCK, extendLock, lockParts } from '../curriculum/lock.ts';
import { lockYaml } from '../curriculum/lock-yaml.ts';
import type { Fault } from '../curriculum/model.ts';
import { readWorld } from '../curriculum/read/world.ts';
import { questionIdsAreUnique } from '../curriculum/rules/questions.ts';
import type { Pool } from '../curriculum/schema/question.ts';
import { readTree } from '../curriculum/tree.ts';
import type { ModuleParts, World } from '../curriculum/world.ts';
import { rootFrom } from './arguments.ts';

export interface Locking {
  /** File, relative to the root, to new text; only files that change. */
  readonly writes: ReadonlyMap<string, string>;
  /** Faults that leave in doubt which ids there are; modules that have some are not written. */
  readonly blocking: readonly Fault[];
}

/** What `npm run lock` would write. */
export function lockAll(world: World, faults: readonly Fault[]): Locking {
  const writes = new Map<string, string>();
  const blocking: Fault[] = [];
  for (const module of world.modules) {
    const inModule = [...faults, ...questionIdsAreUnique(module, world)];
    const doubts = inModule.filter((fault) => leavesIdsInDoubt(fault, module));
    blocking.push(...doubts);
    if (doubts.length > 0) continue;
    const file = `${module.folder}/ids.lock.yaml`;
    const text = lockText(module);
    if (world.tree.get(file) !== text) writes.set(file, text);
  }
  return { writes, blocking };
}

/** A question that cannot be read would look like one that was taken out, and be retired. */
function leavesIdsInDoubt({ file, rule }: Fault, { folder }: ModuleParts): boolean {
  const holdsIds = /\/(module|ids\.lock|questions\/[^/]+|dilemmas\/[^/]+)\.yaml$/.test(file);
  return file.startsWith(`${folder}/`) && holdsIds && !rule.startsWith('lock/');
}

/** What is stored for every learner gets the small numbers. */
const POOLS: readonly Pool[] = ['practice', 'test', 'paper'];

function lockText(module: ModuleParts): string {
  const lock = typeof module.lock === 'object' ? module.lock.value : EMPTY_LOCK;
  const values = <T>(items: ReadonlyMap<string, { value: T }>): T[] =>
    [...items.values()].map(({ value }) => value);
  const lessons = module.listed?.map(({ id }) => id) ?? [];
  const questions = values(module.questions.items).sort(
    (a, b) => POOLS.indexOf(a.pool) - POOLS.indexOf(b.pool),
  );
  const parts = lockParts(lessons, questions, values(module.dilemmas.items));
  return lockYaml(extendLock(lock, parts));
}

function run(root: string): number {
  const { world, faults } = readWorld(readTree(root));
  const { writes, blocking } = lockAll(world, faults);
  for (const [file, text] of writes) {
    writeFileSync(join(root, file), text);
    process.stdout.write(`${file} written\n`);
  }
  for (const { file, line, found, mend } of blocking) {
    process.stdout.write(`${file}:${line}  not locked\n  Found: ${found}\n  Mend:  ${mend}\n`);
  }
  if (writes.size === 0 && blocking.length === 0)
    process.stdout.write('All ids have their numbers already.\n');
  return blocking.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = run(rootFrom(process.argv.slice(2)));
