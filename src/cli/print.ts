import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFaults } from '../curriculum/friendly.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { findOrInstallBrowser } from './browser.ts';
import { isMain, runWaiting, UsageError } from './command.ts';
import { openPrinter } from './print/printer.ts';
import { stablePdf } from './print/stable.ts';
import { type PrintView, pdfName, printViews } from './print/views.ts';

/**
 * `npm run print`: builds both editions and prints what is laid out for paper into `dist-print/`, one PDF a module,
 * kind and language. What only trainers may have goes into `dist-print/trainer/`. `--no-build` prints what was built
 * before.
 */
const OUT = 'dist-print';
const LEARNER = { dist: 'dist', edition: '', out: OUT } as const;
const TRAINER = { dist: 'dist-trainer', edition: 'trainer', out: join(OUT, 'trainer') } as const;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'no-build': { type: 'boolean', default: false } } });
  if (!values['no-build']) build(LEARNER.edition);
  if (!values['no-build']) build(TRAINER.edition);
  const forLearners = viewsIn(LEARNER.dist);
  const learnersHave = new Set(forLearners.map(({ path }) => path));
  const forTrainers = viewsIn(TRAINER.dist).filter(({ path }) => !learnersHave.has(path));
  const browser = await findOrInstallBrowser((line) => console.log(line));
  if (!browser) {
    throw new UsageError(
      'No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to it.',
    );
  }
  rmSync(OUT, { recursive: true, force: true });
  await printAll(forLearners, LEARNER.dist, LEARNER.out, browser);
  await printAll(forTrainers, TRAINER.dist, TRAINER.out, browser);
  return 0;
}

function build(edition: string): void {
  const env = { ...process.env, SOG_EDITION: edition };
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--silent'];
  console.log(`Building the ${edition === '' ? "learner's" : "trainer's"} edition …`);
  const { status } = spawnSync(process.execPath, astro, { stdio: 'inherit', env });
  if (status !== 0) throw new UsageError('The build failed (see above), so nothing was printed.');
}

/** @throws UsageError if the folder holds none, since that edition was not built */
function viewsIn(dist: string): PrintView[] {
  const views = printViews(dist);
  if (views.length > 0) return views;
  throw new UsageError(`${dist}/ holds no page to print. Leave out --no-build, so that it is built first.`);
}

/** Prints every view into `out`, dated as the module's text is. */
export async function printAll(
  views: readonly PrintView[],
  dist: string,
  out: string,
  browser: string,
): Promise<void> {
  const days = moduleDays();
  const base = `${(process.env['BASE_PATH'] ?? '/').replace(/\/$/, '')}/`;
  const printer = await openPrinter(dist, base, browser);
  try {
    for (const view of views) {
      const pdf = stablePdf(await printer.print(view), days.get(view.module) ?? '1970-01-01');
      const file = join(out, pdfName(view));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, pdf);
      console.log(`${file}  ${Math.round(pdf.length / 1024)} kB`);
    }
  } finally {
    await printer.close();
  }
}

function moduleDays(): Map<string, string> {
  const { curriculum, faults } = loadCurriculum(process.cwd());
  if (faults.length > 0) throw new UsageError(formatFaults(faults));
  return new Map(curriculum.modules.map(({ module }) => [module.id, module.updated]));
}

if (isMain(import.meta.url)) await runWaiting(main);
