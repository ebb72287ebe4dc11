import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../curriculum/friendly.ts';
import { LEDGER_FILE } from '../workshop/ledger.ts';
import { recordAll } from '../workshop/record.ts';
import { orphansOf } from '../workshop/status.ts';
import { isMain, run, today } from './command.ts';
import { openWorkshop, saveLedger } from './open-workshop.ts';

/** `npm run ledger`: records the translations that the ledger does not know yet, and follows renamed ids. */
export function ledger(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: { root: { type: 'string', default: '.' }, date: { type: 'string', default: today() } },
  });
  const opened = openWorkshop(resolve(values.root));
  const recorded = recordAll(opened.workshop, values.date);
  const written = saveLedger(opened, recorded.ledger);
  for (const [now, before] of recorded.moved) process.stdout.write(`renamed: ${before} is now ${now}\n`);
  const gone = orphansOf({ ...opened.workshop, ledger: recorded.ledger });
  for (const id of gone) {
    process.stdout.write(
      `kept:    ${id}, which no content has; take it out by hand when it is gone for good\n`,
    );
  }
  const what = count(recorded.added.length, 'translation', 'translations');
  process.stdout.write(
    written ? `${LEDGER_FILE} written: ${what} recorded.\n` : `${LEDGER_FILE} is up to date.\n`,
  );
  return 0;
}

if (isMain(import.meta.url)) run(ledger);
