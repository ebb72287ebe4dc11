import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count, formatFaults } from '../curriculum/friendly.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import { exportParts } from '../exchange/export.ts';
import { changedFiles, writeChanges } from '../exchange/files.ts';
import { type Imported, importXliff } from '../exchange/import.ts';
import { isMain, run, today, UsageError } from './command.ts';
import { knownPart, openContent, sentFile } from './open-content.ts';

/** `npm run translate:export` and `npm run translate:import`. Ends with 1 when a file was refused. */
export function translate([command, ...args]: string[]): number {
  if (command === 'export') return exportFiles(args);
  if (command === 'import') return importFiles(args);
  throw new UsageError('Say "export" or "import".');
}

/** Where exported files go unless `--out` says otherwise. */
const OUT = 'translation';

function exportFiles(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '.' },
      to: { type: 'string' },
      module: { type: 'string', multiple: true },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const root = resolve(values.root);
  const to = langFrom(values.to);
  const { content } = openContent(root);
  for (const name of values.module ?? []) knownPart(name, content);
  const { files, leftOut } = exportParts(content, to, values.module);
  const out = values.out === undefined ? join(root, OUT) : resolve(values.out);
  const texts = [...files].map(([name, text]) => [join(out, name), text] as const);
  if (!values.force) for (const [path, text] of texts) mustNotDiffer(path, text);
  mkdirSync(out, { recursive: true });
  for (const [path, text] of texts) {
    writeFileSync(path, text);
    process.stdout.write(`${path} written\n`);
  }
  for (const { key, file, line } of leftOut) {
    process.stdout.write(`left out: ${key} (${file}:${line}) has no counterpart in the "${to}" file yet\n`);
  }
  return 0;
}

/** A translator may have worked in it. */
function mustNotDiffer(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') === text) return;
  throw new UsageError(
    `${path} exists and says something else; translations in it would be lost. Import it first, or move it away, or add --force.`,
  );
}

function importFiles(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      root: { type: 'string', default: '.' },
      module: { type: 'string' },
      to: { type: 'string' },
      checked: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      date: { type: 'string', default: today() },
    },
  });
  if (positionals.length === 0) throw new UsageError('Name the files to import.');
  const root = resolve(values.root);
  let refused = 0;
  for (const path of positionals) {
    const { tree, content } = openContent(root);
    const input = sentFile(path);
    const imported = importXliff(tree, content, input, {
      module: values.module,
      to: values.to === undefined ? undefined : langFrom(values.to),
      checked: values.checked,
      today: values.date,
    });
    if (imported.refused.length === 0 && !values['dry-run']) writeChanges(root, tree, imported.files);
    process.stdout.write(report(input.name, imported, values['dry-run']));
    refused += imported.refused.length > 0 ? 1 : 0;
  }
  return refused > 0 ? 1 : 0;
}

function report(name: string, imported: Imported, dry: boolean): string {
  const { refused, changes, accepted, remarks, files } = imported;
  if (refused.length > 0) {
    const faults = count(refused.length, 'reason', 'reasons');
    return `${formatFaults(refused)}\n${name} is refused whole, for ${faults}; nothing was written.\n`;
  }
  const shown = changes.map(({ unit, lang, text }) => {
    const { file, line } = unit.places[lang] ?? unit;
    const before = unit[lang] === undefined ? [] : [`  - ${unit[lang]}`];
    return [`${file}:${line}  ${unit.key}`, ...before, `  + ${text}`].join('\n');
  });
  const written = changedFiles(files).length;
  const where = count(written, 'file', 'files');
  const what = `${name}: ${count(changes.length, 'passage', 'passages')} changed`;
  const sum = changes.length === 0 && written === 0 ? `${name}: nothing to change` : what;
  const end = written === 0 ? '' : dry ? `; ${where} would be written` : `; ${where} written`;
  const follow =
    accepted.length === 0
      ? []
      : [`${count(accepted.length, 'unit follows', 'units follow')} its original now.`];
  return [...shown, ...remarks, ...follow, `${sum}${end}.`, ''].join('\n');
}

function langFrom(text: string | undefined): Lang {
  if (text === 'km' || text === 'en') return text;
  throw new UsageError(`Say --to km or --to en${text === undefined ? '' : `, not "${text}"`}.`);
}

if (isMain(import.meta.url)) run(translate);
