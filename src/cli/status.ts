import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean } from '../curriculum/closest.ts';
import { count } from '../curriculum/friendly.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { accept, originalOf } from '../workshop/ledger.ts';
import {
  type LessonStatus,
  type OtherStatus,
  type ReviewState,
  type Status,
  statusOf,
} from '../workshop/status.ts';
import type { Owner } from '../workshop/units.ts';
import { isMain, run, table, today, UsageError } from './command.ts';
import { type Opened, openWorkshop, saveLedger } from './open-workshop.ts';

/** `npm run status`: how each lesson stands in each language; with `--accept`, records a translation as current. */
export function status(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '.' },
      json: { type: 'boolean', default: false },
      accept: { type: 'string', multiple: true, default: [] },
      date: { type: 'string', default: today() },
    },
  });
  const opened = openWorkshop(resolve(values.root));
  if (values.accept.length > 0) return acceptAll(opened, values.accept, values.date);
  const all = statusOf(opened.workshop);
  process.stdout.write(values.json ? `${JSON.stringify(all, null, 2)}\n` : asText(all));
  return 0;
}

function acceptAll(opened: Opened, ids: readonly string[], date: string): number {
  let { ledger } = opened.workshop;
  const lines: string[] = [];
  for (const id of ids) {
    const owner = known(opened, id);
    const langs = LANGS.filter((lang) => lang !== originalOf(ledger, id) && owner.hashes[lang] !== undefined);
    if (langs.length === 0 || owner.hashes[originalOf(ledger, id)] === undefined) {
      throw new UsageError(`${id} has no translation to accept: one of its languages is not written yet.`);
    }
    for (const lang of langs) {
      ledger = accept(ledger, owner, lang, date);
      lines.push(`${id}: ${NAMES[lang]} follows the ${NAMES[originalOf(ledger, id)]} text of ${date}.\n`);
    }
  }
  saveLedger(opened, ledger);
  process.stdout.write(lines.join(''));
  return 0;
}

const NAMES: Readonly<Record<Lang, string>> = { km: 'Khmer', en: 'English' };

function known({ workshop }: Opened, id: string): Owner {
  const owner = workshop.owners.get(id);
  if (owner !== undefined) return owner;
  const hint = didYouMean(id, workshop.owners.keys());
  throw new UsageError(
    `There is no unit "${id}". ${hint}A unit is written like integrity/lesson/gifts-and-thanks or term/gift.`,
  );
}

const REVIEW: Readonly<Record<ReviewState, string>> = {
  signed: 'signed',
  void: 'signed, then changed',
  awaiting: 'awaiting',
  'not-needed': '-',
};

/** The table for people: lessons, then everything else in a line a kind, then what is behind, unit by unit. */
export function asText({ lessons, others, orphans }: Status): string {
  const behind = [...lessons, ...others].flatMap((row) =>
    row.behind.map((unit) => `  ${unit} (${row.lang})`),
  );
  return [
    table([
      ['lesson', 'lang', 'text', 'since', 'native review', 'legal review', 'sources', 'minutes'],
      ...lessons.map(lessonRow),
    ]),
    '',
    table([
      ['beside lessons', 'lang', 'units', 'text', 'native review', 'legal review'],
      ...others.map(otherRow),
    ]),
    '',
    behind.length === 0
      ? 'Every translation follows its original.'
      : 'To be translated, or read against the original again:',
    ...new Set(behind),
    ...(orphans.length === 0
      ? []
      : ['In the ledger, but not in the content:', ...orphans.map((id) => `  ${id}`)]),
    '',
  ].join('\n');
}

function lessonRow(row: LessonStatus): string[] {
  return [
    `${row.module}/${row.lesson}`,
    row.lang,
    row.state,
    row.on ?? '-',
    REVIEW[row.native],
    REVIEW[row.legal],
    String(row.sources.length),
    row.minutes === undefined ? '-' : String(row.minutes),
  ];
}

function otherRow(row: OtherStatus): string[] {
  const name = row.module === undefined ? row.kind : `${row.module}/${row.kind}`;
  const text = row.behind.length === 0 ? 'complete' : `${count(row.behind.length, 'unit', 'units')} behind`;
  return [name, row.lang, String(row.units), text, REVIEW[row.native], REVIEW[row.legal]];
}

if (isMain(import.meta.url)) run(status);
