import { pagefindAnswers } from '../support/search-engines.ts';
import { type Answers, measures } from '../support/search-measure.ts';
import { scanAnswers } from '../support/search-scan.ts';

/** Prints recall@10 and precision@10 of both engines on the judged queries of `tests/search`. */
const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

function print(engine: string, answers: Answers): void {
  console.log(`\n${engine}\n${'kind'.padEnd(16)}queries  R@10  P@10  empty`);
  for (const lang of ['km', 'en']) {
    for (const [kind, m] of measures(lang, answers)) {
      const name = `${lang} ${kind}`.padEnd(16);
      console.log(
        `${name}${String(m.queries).padStart(7)}${percent(m.recall)}${percent(m.precision)}${String(m.empty).padStart(7)}`,
      );
    }
  }
}

const scan = await scanAnswers();
print('scan', scan);
const pagefind = await pagefindAnswers();
print('Pagefind, verified', pagefind);
const key = (answers: Answers): Map<string, string> =>
  new Map(
    [...answers].map(([{ lang, q }, ids]) => [`${lang} ${JSON.stringify(q)}`, ids.slice(0, 10).join(' ')]),
  );
const [a, b] = [key(scan), key(pagefind)];
const different = [...a].filter(([query, ids]) => b.get(query) !== ids);
console.log(`\nboth engines: ${a.size - different.length} of ${a.size} queries with the same first ten`);
for (const [query, ids] of different)
  console.log(`  ${query}\n    scan     ${ids}\n    Pagefind ${b.get(query) ?? ''}`);
