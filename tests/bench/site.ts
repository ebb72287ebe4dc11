import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { aligned } from '../../src/built/budgets/table.ts';
import { BROWSER_ARGS, findOrInstallBrowser } from '../../src/cli/browser.ts';
import { plan } from '../support/curriculum.ts';
import { serveStatic } from '../support/static-server.ts';
import { firstSearch, type Visit, visitLessons } from './visit.ts';

/** `npm run bench:site`: what a first and a next lesson cost on a slow line; medians of three runs of the built site. */
const RUNS = 3;
const DIST = 'dist';

if (!existsSync(`${DIST}/km/index.html`)) {
  console.error('There is no dist: run npm run build first.');
  process.exit(1);
}
const base = builtBase();
const executablePath = await findOrInstallBrowser((line) => console.log(line));
if (executablePath === undefined) {
  console.error('No Chromium was found and none could be installed; set CHROMIUM_PATH to one.');
  process.exit(1);
}
const server = await serveStatic(DIST, base);
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
const [first = '', next = ''] = plan.lessons.map(({ id }) => id);
const lines: string[][] = [
  ['', 'KB', 'requests', 'FCP', 'LCP', 'CLS', 'TBT', 'longest task', 'first answer', ''],
];
for (const lang of ['km', 'en']) {
  const address = (lesson: string) => `${server.origin}${base}${lang}/${plan.module}/${lesson}/`;
  const runs: [Visit, Visit][] = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await visitLessons(browser, address(first), address(next)));
  }
  lines.push(
    line(
      `${lang} first`,
      runs.map(([visit]) => visit),
      first,
    ),
  );
  lines.push(
    line(
      `${lang} next`,
      runs.map(([, visit]) => visit),
      next,
    ),
  );
}
const searches: string[] = [];
for (const [lang, query] of [
  ['km', 'អំណោយ'],
  ['en', 'gift'],
] as const) {
  const url = `${server.origin}${base}${lang}/${plan.module}/${first}/`;
  let before = server.sent();
  const results = await firstSearch(browser, url, query, () => {
    before = server.sent();
  });
  if (results === undefined) continue;
  const after = server.sent();
  const size = ((after.bytes - before.bytes) / 1024).toFixed(1);
  const requests = after.requests - before.requests;
  searches.push(`first search in ${lang}, «${query}»: ${size} KB, ${requests} requests, ${results} results`);
}
await browser.close();
await server.close();
console.log(
  `Chromium ${browser.version()}, 400 kbit/s, 400 ms, CPU ÷4, 360×640, gzip, median of ${RUNS} runs`,
);
console.log('Aim in Khmer: LCP 2.0 s, first answer 2.3 s; CLS 0 with a Khmer font; no task over 50 ms\n');
console.log(aligned(lines));
console.log(searches.length > 0 ? `\n${searches.join('\n')}` : '\nThere is no search in this build.');

function line(what: string, visits: readonly Visit[], lesson: string): string[] {
  const middle = (pick: (visit: Visit) => number) => median(visits.map(pick));
  const seconds = (pick: (visit: Visit) => number) => `${(middle(pick) / 1000).toFixed(2)} s`;
  return [
    what,
    (middle((v) => v.bytes) / 1024).toFixed(1),
    String(middle((v) => v.requests)),
    seconds((v) => v.fcp),
    seconds((v) => v.lcp),
    middle((v) => v.cls).toFixed(3),
    `${Math.round(middle((v) => v.tbt))} ms`,
    `${Math.round(middle((v) => v.longestTask))} ms`,
    seconds((v) => v.firstAnswer),
    lesson,
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The path the site was built for, as its own canonical address says. */
function builtBase(): string {
  const [, canonical = ''] =
    /rel="canonical" href="([^"]+)"/.exec(readFileSync(`${DIST}/km/index.html`, 'utf8')) ?? [];
  return new URL(canonical).pathname.replace(/km\/$/, '');
}
