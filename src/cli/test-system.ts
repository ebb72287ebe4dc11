import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findOrInstallBrowser } from './browser.ts';

/**
 * `npm run test:system`: the built site on a real nginx with docs/nginx.conf, in a real browser; the translators'
 * files in a real OmegaT; and the USB edition in a real Firefox. Installs them where it may (apt-get, as root), builds
 * the site for the sub-path of the tests if `dist` is not that, and the USB edition anew.
 */
const BASE_PATH = '/sog/';

installMissing([
  { package: 'nginx-light', size: 'about 2 MB', isThere: has('nginx') || has('/usr/sbin/nginx') },
  { package: 'omegat', size: 'with Java, some 300 MB on the disk', isThere: existsSync('/usr/bin/omegat') },
  { package: 'firefox-esr', size: 'about 270 MB on the disk', isThere: has('firefox-esr') || has('firefox') },
]);
const browser = await findOrInstallBrowser((line) => console.log(line));
if (browser) process.env['CHROMIUM_PATH'] = browser;
if (!builtForTests()) {
  const env = { SITE_URL: 'http://127.0.0.1:4391', BASE_PATH };
  if (run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], env) !== 0) process.exit(1);
}
if (run(process.execPath, ['scorm/usb/cli.ts']) !== 0) process.exit(1);
const tests = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.system.config.ts'];
process.exit(run(process.execPath, [...tests, ...process.argv.slice(2)]));

interface Program {
  readonly package: string;
  readonly size: string;
  readonly isThere: boolean;
}

/** Without the right to install, the tests say what is missing and fail. */
function installMissing(programs: readonly Program[]): void {
  const missing = programs.filter(({ isThere }) => !isThere);
  if (missing.length === 0 || process.getuid?.() !== 0 || !has('apt-get', '--version')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  for (const { package: name, size } of missing) {
    console.log(`Installing ${name} with apt-get (${size}) …`);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env);
  }
}

function builtForTests(): boolean {
  const home = 'dist/km/index.html';
  return existsSync(home) && readFileSync(home, 'utf8').includes(`href="${BASE_PATH}`);
}

function has(program: string, argument = '-v'): boolean {
  return spawnSync(program, [argument]).status === 0;
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): number {
  return spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}
