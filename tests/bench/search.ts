import { LANGS } from '../../src/curriculum/schema/common.ts';
import { type Judged, QUERY_SETS } from '../support/search-data.ts';
import { pagefindAnswers } from '../support/search-engines.ts';
import { type Answers, measures } from '../support/search-measure.ts';
import { scanAnswers } from '../support/search-scan.ts';

/**
 * `npm run bench:search [-- faults]`: prints recall@10 and precision@10 of both engines on the judged queries of
 * `tests/search`; with `faults`, also each query that missed a document or brought a wrong one.
 */
const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

function print(engine: string, answers: Answers): void {
  for (const set of QUERY_SETS) {
    console.log(`\n${engine}, ${set}.yaml\n${'kind'.padEnd(16)}queries  R@10  P@10  empty`);
    for (const lang of LANGS) {
      for (const [kind, m] of measures({ set, lang }, answers)) {
        const name = `${lang} ${kind}`.padEnd(16);
        console.log(
          `${name}${String(m.queries).padStart(7)}${percent(m.recall)}${percent(m.precision)}${String(m.empty).padStart(7)}`,
        );
      }
    }
  }
}

function printFaults(answers: Answers): void {
  for (const [{ set, lang, kind, q, relevant }, ids] of answers) {
    const first = ids.slice(0, 10);
    const missed = relevant.length > 10 ? [] : relevant.filter((id) => !first.includes(id));
    const wrong = first.filter((id) => !relevant.includes(id));
    if (missed.length + wrong.length === 0) continue;
    console.log(`${set} ${lang} ${kind} ${JSON.stringify(q)}`);
    for (const id of missed) console.log(`    missed ${id}`);
    for (const id of wrong) console.log(`    wrong  ${id}`);
  }
}

const scan = await scanAnswers();
print('scan', scan);
const pagefind = await pagefindAnswers();
print('Pagefind, verified', pagefind);
if (process.argv.includes('faults')) printFaults(scan);
const key = (answers: Answers): Map<string, string> =>
  new Map(
    [...answers].map(([{ set, lang, q }, ids]: [Judged, readonly string[]]) => [
      `${set} ${lang} ${JSON.stringify(q)}`,
      ids.slice(0, 10).join(' '),
    ]),
  );
const [a, b] = [key(scan), key(pagefind)];
const different = [...a].filter(([query, ids]) => b.get(query) !== ids);
console.log(`\nboth engines: ${a.size - different.length} of ${a.size} queries with the same first ten`);
for (const [query, ids] of different)
  console.log(`  ${query}\n    scan     ${ids}\n    Pagefind ${b.get(query) ?? ''}`);
