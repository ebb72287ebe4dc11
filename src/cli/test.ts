import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser } from './browser.ts';

/**
 * `npm test`: everything, in order of how soon it can fail. Every step counts as one, but for the test runners, whose
 * tests count one by one. Ends with the plain line `N passed, N failed`.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
}
const REPORTS = 'test-results';

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let total: Count = { passed: 0, failed: 0 };

step('format and lint', () => once(bin('biome', 'ci', '--error-on-warnings')));
step('content', () => once(node('src/cli/check.ts')));
step('Khmer', () => once(node('src/cli/lint-km.ts')));
step('English', () => once(node('src/cli/lint-en.ts')));
step('links, sources and images', () => once(node('src/cli/lint-content.ts')));
step('English spelling', () => once(node('node_modules/cspell/bin.mjs', '--no-progress')));
step('content types', () => once(node('node_modules/astro/bin/astro.mjs', 'sync')));
step('types', () => once(node('node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning')));
step('unit and contract tests', () => vitest('unit'));
step('build, under a sub-path', () =>
  once(node('node_modules/astro/bin/astro.mjs', 'build'), {
    SITE_URL: `http://127.0.0.1:${process.env['E2E_PORT'] ?? 4391}`,
    BASE_PATH: '/sog/',
  }),
);
step('USB edition', () => once(node('scorm/usb/cli.ts')));
step('tests of what was built', () => vitest('build', '--config', 'vitest.build.config.ts'));
const browser = await findOrInstallBrowser((line) => console.log(line));
if (browser) process.env['CHROMIUM_PATH'] = browser;
step('browser tests', () => {
  if (!browser) {
    console.error(
      'No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to it.',
    );
    return { passed: 0, failed: 1 };
  }
  const report = `${REPORTS}/e2e.json`;
  process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = report;
  const code = node('node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json');
  return counted(code, report, (r) => {
    const stats = r['stats'] as Record<string, number>;
    return { passed: stats['expected'] ?? 0, failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0) };
  });
});

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function step(what: string, run: () => Count): void {
  console.log(`\n── ${what} ──`);
  const started = Date.now();
  const count = run();
  total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${what}: ${count.passed} passed, ${count.failed} failed, in ${seconds} s`);
}

function once(run: (env?: Record<string, string>) => number, env: Record<string, string> = {}): Count {
  return run(env) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(name: string, ...more: string[]): Count {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return counted(node('node_modules/vitest/vitest.mjs', 'run', ...more, ...reporters), report, (r) => ({
    passed: Number(r['numPassedTests']),
    failed: Number(r['numFailedTests']),
  }));
}

/** A runner that crashes before it writes its report is one failure, never none. */
function counted(run: () => number, report: string, read: (report: Record<string, unknown>) => Count): Count {
  const code = run();
  try {
    const count = read(JSON.parse(readFileSync(report, 'utf8')));
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch (error) {
    console.error(`The runner left no report (${String(error)}).`);
    return { passed: 0, failed: 1 };
  }
}

function node(...args: string[]): (env?: Record<string, string>) => number {
  return (env = {}) =>
    spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function bin(name: string, ...args: string[]): (env?: Record<string, string>) => number {
  return node(`node_modules/@biomejs/biome/bin/${name}`, ...args);
}
