import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { count, formatFaults } from '../curriculum/friendly.ts';
import { changedFiles, writeChanges } from '../exchange/files.ts';
import { type Reviewed, reviewContent } from '../review-copy/apply-review.ts';
import { REVIEW_ROLES, type ReviewRole, reviewCopy } from '../review-copy/copy.ts';
import { isDone, type Verdict } from '../review-copy/merge.ts';
import { copyPage } from '../review-copy/page.ts';
import { copyScript } from '../review-copy/script.ts';
import { isMain, run, today, UsageError } from './command.ts';
import { knownPart, openContent, sentFile } from './open-content.ts';

/** `npm run review:copy` and `npm run review:import`. Ends with 1 when a file, or a part of it, was refused. */
export function reviewCommand([command, ...args]: string[]): number {
  if (command === 'copy') return makeCopy(args);
  if (command === 'import') return importReview(args);
  throw new UsageError('Say "copy" or "import".');
}

const FONT = fileURLToPath(new URL('../styles/fonts/noto-sans-khmer.woff2', import.meta.url));

function makeCopy(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '.' },
      module: { type: 'string' },
      role: { type: 'string' },
      out: { type: 'string' },
      date: { type: 'string', default: today() },
    },
  });
  const { content } = openContent(resolve(values.root));
  const part = knownPart(values.module, content);
  const role = roleFrom(values.role);
  const copy = reviewCopy(content, part, role, values.date);
  if (copy.sections.length === 0) {
    throw new UsageError(
      `There is nothing in "${part}" that awaits ${role === 'legal' ? 'a lawyer' : 'a native reader'}.`,
    );
  }
  const out = resolve(values.out ?? `review-${part}-${role}.html`);
  const font = readFileSync(FONT).toString('base64');
  writeFileSync(out, copyPage(copy, content.curriculum, { font, script: copyScript() }));
  const passages = copy.sections.reduce((sum, section) => sum + section.passages.length, 0);
  process.stdout.write(
    `${out} written: ${count(passages, 'passage', 'passages')} of ${count(copy.sections.length, 'unit', 'units')}. Send it as it is; what comes back is a .json file for review:import.\n`,
  );
  return 0;
}

function importReview(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      root: { type: 'string', default: '.' },
      module: { type: 'string' },
      role: { type: 'string' },
      apply: { type: 'string' },
      by: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Name one saved review.');
  const root = resolve(values.root);
  const { tree, content } = openContent(root);
  const reviewed = reviewContent(tree, content, sentFile(path), {
    ...(values.apply === undefined ? {} : { apply: numbersFrom(values.apply) }),
    by: values.by,
    module: values.module,
    role: values.role === undefined ? undefined : roleFrom(values.role),
  });
  if (reviewed.refused.length > 0) {
    process.stdout.write(
      `${formatFaults(reviewed.refused)}\n${basename(path)} is refused whole; nothing was written.\n`,
    );
    return 1;
  }
  mustKnow(values.apply, reviewed);
  writeChanges(root, tree, reviewed.files);
  process.stdout.write(report(reviewed, values.apply !== undefined));
  return reviewed.verdicts.some(
    ({ refused, passage }) => refused !== undefined && passage.decision !== undefined,
  )
    ? 1
    : 0;
}

/** `all`, `none`, or numbers of passages such as `3,7-9`. */
function numbersFrom(text: string): ReadonlySet<number> | 'all' {
  if (text === 'all') return 'all';
  if (text === 'none') return new Set();
  const numbers = text.split(',').flatMap((part) => {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    if (match === null) {
      throw new UsageError(
        `"${part}" is no number of a passage; write --apply all, --apply none, or e.g. --apply 3,7-9.`,
      );
    }
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  });
  return new Set(numbers);
}

function mustKnow(apply: string | undefined, { verdicts }: Reviewed): void {
  const chosen = apply === undefined ? 'all' : numbersFrom(apply);
  if (chosen === 'all') return;
  const known = new Set(
    verdicts.filter(({ passage }) => passage.decision === 'change').map(({ passage }) => passage.n),
  );
  const unknown = [...chosen].filter((n) => !known.has(n));
  if (unknown.length === 0) return;
  throw new UsageError(
    `No change has the number ${unknown.join(', ')}. Changes are: ${[...known].join(', ') || 'none'}.`,
  );
}

function report(reviewed: Reviewed, isApplying: boolean): string {
  const { feedback, verdicts, applied, remarks, files } = reviewed;
  const isAccepted = ({ passage }: Verdict): boolean => passage.decision === 'accept';
  const worked = verdicts.filter((verdict) => verdict.passage.decision !== undefined && !isAccepted(verdict));
  const accepted = verdicts.filter((verdict) => isAccepted(verdict) && verdict.refused === undefined);
  const lost = verdicts.filter((verdict) => isAccepted(verdict) && verdict.refused !== undefined);
  const told = [...worked, ...lost].sort((a, b) => a.passage.n - b.passage.n);
  const by = clean(feedback?.by || 'somebody who has not signed');
  const sum = [
    `${count(accepted.length, 'passage', 'passages')} accepted`,
    `${worked.length} changed or commented on`,
    `by ${by} (${feedback?.role}, "${feedback?.part}").`,
  ].join(', ');
  const end = isApplying
    ? [...remarks, ...signatureLines(reviewed), written(changedFiles(files))]
    : ['Nothing was written. Add --apply all, --apply none, or the numbers to apply, e.g. --apply 3,7-9.'];
  return [...told.map((verdict) => shown(verdict, applied)), sum, ...end, ''].join('\n');
}

function signatureLines({ signatures }: Reviewed): string[] {
  if (signatures === undefined) return ['Nothing was signed: the file names nobody; add --by INITIALS.'];
  return [
    ...signatures.signed.map((unit) => `signed: ${unit}`),
    ...signatures.unsigned.map(({ owner, reason }) => `not signed: ${owner}. ${reason}`),
  ];
}

function written(files: readonly string[]): string {
  return files.length === 0 ? 'No file had to be changed.' : `Written: ${files.join(', ')}.`;
}

function shown(verdict: Verdict, applied: readonly number[]): string {
  const { passage, unit, refused, proposals } = verdict;
  const place = unit?.places.km ?? unit?.places.en;
  const where = place === undefined ? '' : `  ${place.file}:${place.line}`;
  const lines = [`${passage.n}${where}  ${clean(unit?.key ?? passage.key)}  (${stateOf(verdict, applied)})`];
  if (refused !== undefined) lines.push(`  refused: ${clean(refused)}`);
  for (const { unit: before, lang, text } of proposals) {
    const at = before.places[lang];
    if (at !== place) lines.push(`  ${at?.file ?? before.file}:${at?.line ?? before.line}`);
    lines.push(`  - ${clean(before[lang] ?? '')}`, `  + ${clean(text)}`);
  }
  // What was refused is not lost: somebody can still enter it by hand.
  const wanted = proposals.length > 0 ? [] : [passage.km, passage.en].flatMap((text) => text ?? []);
  lines.push(...wanted.map((text) => `  wanted: ${clean(text)}`));
  if (passage.comment) lines.push(`  comment: ${clean(passage.comment)}`);
  return lines.join('\n');
}

function stateOf({ passage, refused, proposals }: Verdict, applied: readonly number[]): string {
  if (refused !== undefined) return 'refused';
  if (passage.decision !== 'change') return passage.decision ?? 'open';
  if (applied.includes(passage.n)) return 'applied';
  return proposals.every(isDone) ? 'there already' : 'change';
}

/** What a stranger wrote must not steer the terminal. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '').replace(/\n+/g, ' / ');
}

function roleFrom(text: string | undefined): ReviewRole {
  const role = REVIEW_ROLES.find((name) => name === text);
  if (role !== undefined) return role;
  throw new UsageError(`Say --role native or --role legal${text === undefined ? '' : `, not "${text}"`}.`);
}

if (isMain(import.meta.url)) run(reviewCommand);
