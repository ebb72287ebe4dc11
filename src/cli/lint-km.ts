import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count, formatFaults } from '../curriculum/friendly.ts';
import { loadTree } from '../curriculum/load.ts';
import { plain, readTree } from '../curriculum/tree.ts';
import { wholeFiles, writeChanges } from '../exchange/files.ts';
import type { Finding } from '../workshop/khmer-lint/finding.ts';
import { withFixes } from '../workshop/khmer-lint/fix.ts';
import { lintKhmer } from '../workshop/khmer-lint/lint.ts';
import { isMain, run, UsageError } from './command.ts';

/** The Khmer of the software itself, beside the content. */
const MESSAGES: readonly string[] = ['src/i18n/km.json', 'src/review-copy/words/km.json'];
/** A mend can bring another to light; so many rounds are enough for any text. */
const ROUNDS = 5;

/** `npm run lint:km`: what is wrong in the Khmer, with file and line; `--fix` mends what is safe. */
export function lintKm(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '.' },
      fix: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const root = resolve(values.root);
  const read = filesOf(root);
  const files = values.fix ? mended(read) : read;
  const { findings, faults } = lint(files);
  if (values.fix) write(root, read, files);
  process.stdout.write(
    values.json ? `${JSON.stringify([...faults, ...findings], null, 2)}\n` : asText(findings, faults),
  );
  return faults.length > 0 || findings.some(({ weight }) => weight === 'fault') ? 1 : 0;
}

type Files = ReadonlyMap<string, string>;

function filesOf(root: string): Files {
  const files = new Map(readTree(root));
  for (const file of MESSAGES) {
    const path = join(root, file);
    if (existsSync(path)) files.set(file, plain(readFileSync(path, 'utf8')));
  }
  return files;
}

function lint(files: Files): ReturnType<typeof lintKhmer> {
  const tree = new Map([...files].filter(([file]) => !MESSAGES.includes(file)));
  const messages = new Map([...files].filter(([file]) => MESSAGES.includes(file)));
  return lintKhmer(loadTree(tree).curriculum, tree, messages);
}

/** @throws UsageError when a mend would make a fault in the content; then nothing is written. */
function mended(files: Files): Files {
  let now = files;
  for (let round = 0; round < ROUNDS; round++) {
    const { findings } = lint(now);
    if (!findings.some(({ fix }) => fix !== undefined)) break;
    now = new Map([...now, ...withFixes(now, findings)]);
  }
  const before = loadTree(files).faults.length;
  const after = loadTree(now).faults;
  if (after.length > before) {
    throw new UsageError(
      `${formatFaults(after)}\nMending the Khmer would leave these faults, so nothing was written.`,
    );
  }
  return now;
}

function write(root: string, before: Files, after: Files): void {
  const mends = [...after].filter(([file, text]) => before.get(file) !== text);
  writeChanges(root, before, wholeFiles(mends));
  for (const [file] of mends) process.stdout.write(`${file} mended\n`);
}

function asText(findings: readonly Finding[], faults: ReturnType<typeof lintKhmer>['faults']): string {
  const all = [...faults, ...findings];
  if (all.length === 0) return 'The Khmer is clean.\n';
  const advice = findings.filter(({ weight }) => weight === 'advice').length;
  const hard = all.length - advice;
  return `${formatFaults(all)}\n${count(hard, 'fault', 'faults')}, and ${count(advice, 'piece of advice', 'pieces of advice')}.\n`;
}

if (isMain(import.meta.url)) run(lintKm);
