import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aligned } from '../../src/built/budgets/table.ts';
import { readDist } from '../../src/built/dist.ts';
import type { Used } from './measure.ts';
import { makeProject } from './synthetic.ts';

/** `npm run bench:build [-- 50 500]`: builds curricula of 50, 500 and 2,000 bilingual lessons and shows how that grows. */
interface Result extends Used {
  readonly lessons: number;
  readonly pages: number;
  readonly siteBytes: number;
  readonly indexBytes: number;
  /** What the check of the budgets said of a curriculum of this size. */
  readonly overBudget: readonly string[];
}

const SIZES = [50, 500, 2000];
/** Above this, twice the lessons cost clearly more than twice the work. */
const LINEAR = 1.1;
/** A line of `src/built/budgets` about one file. */
const OVER_BUDGET = /^ {2}.+; its budget is .+$/gm;

const asked = process.argv.slice(2).map(Number);
const results = (asked.length > 0 ? asked : SIZES).map(measure);
console.log(`\n${aligned([head(), ...results.map(row)])}`);
for (const { lessons, overBudget } of results)
  for (const line of overBudget) console.log(`over budget with ${lessons} lessons:${line.slice(1)}`);
const growth = exponents(results);
for (const line of growth) {
  console.log(
    `\n${line.from} to ${line.to} lessons: work grows with exponent ${line.work.toFixed(2)}, ` +
      `time ${line.time.toFixed(2)}, memory ${line.memory.toFixed(2)} (1 is linear)`,
  );
}
process.exit(growth.every(({ work }) => work <= LINEAR) ? 0 : 1);

function measure(lessons: number): Result {
  const folder = mkdtempSync(join(tmpdir(), `lessons-${lessons}-`));
  const report = join(folder, 'used.json');
  const project = join(folder, 'project');
  console.log(`${lessons} lessons: making the curriculum, then building …`);
  try {
    makeProject(project, lessons);
    const args = ['--import', resolve('tests/bench/measure.ts'), 'node_modules/astro/bin/astro.mjs', 'build'];
    const env = { ...process.env, BENCH_REPORT: report };
    const built = spawnSync(process.execPath, args, { cwd: project, env, encoding: 'utf8', maxBuffer: 1e9 });
    const said = `${built.stdout}${built.stderr}`;
    // The check of the budgets comes last: what it refuses has been built whole, and its cost is what is asked here.
    const overBudget = said.match(OVER_BUDGET) ?? [];
    if (built.status !== 0 && overBudget.length === 0) {
      throw new Error(`the build failed:\n${said.split('\n').slice(-40).join('\n')}`);
    }
    const used: Used = JSON.parse(readFileSync(report, 'utf8'));
    return { lessons, ...used, ...weigh(join(project, 'dist')), overBudget };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function weigh(dist: string): Pick<Result, 'pages' | 'siteBytes' | 'indexBytes'> {
  const { paths } = readDist(dist);
  const bytes = (some: readonly string[]) =>
    some.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0);
  return {
    pages: paths.filter((path) => path.endsWith('.html')).length,
    siteBytes: bytes(paths.filter((path) => !path.startsWith('packages/'))),
    indexBytes: bytes(paths.filter((path) => path.startsWith('search/'))),
  };
}

function head(): string[] {
  return ['lessons', 'pages', 'time', 'user CPU', 'pages/s', 'peak memory', 'site', 'search index', ''];
}

function row(result: Result): string[] {
  const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return [
    String(result.lessons),
    String(result.pages),
    `${result.seconds.toFixed(1)} s`,
    `${result.userSeconds.toFixed(1)} s`,
    (result.pages / result.seconds).toFixed(1),
    megabytes(result.peakBytes),
    megabytes(result.siteBytes),
    result.indexBytes > 0 ? megabytes(result.indexBytes) : 'none',
    '',
  ];
}

/** The power of the number of lessons that work, time and memory grow with, from each size to the next. */
function exponents(sizes: readonly Result[]) {
  return sizes.slice(1).flatMap((to, index) => {
    const from = sizes[index];
    if (!from) return [];
    const power = (a: number, b: number) => Math.log(b / a) / Math.log(to.lessons / from.lessons);
    return [
      {
        from: from.lessons,
        to: to.lessons,
        work: power(from.userSeconds, to.userSeconds),
        time: power(from.seconds, to.seconds),
        memory: power(from.peakBytes, to.peakBytes),
      },
    ];
  });
}
