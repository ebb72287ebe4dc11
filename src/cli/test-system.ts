import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findOrInstallBrowser } from './browser.ts';

/**
 * `npm run test:system`: the built site on a real nginx with docs/nginx.conf, in a real browser. Installs nginx where
 * it may (apt-get, as root), and builds the site for the sub-path of the tests if `dist` is not that.
 */
const BASE_PATH = '/sog/';

installNginx();
const browser = await findOrInstallBrowser((line) => console.log(line));
if (browser) process.env['CHROMIUM_PATH'] = browser;
if (!builtForTests()) {
  const env = { SITE_URL: 'http://127.0.0.1:4391', BASE_PATH };
  if (run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], env) !== 0) process.exit(1);
}
const tests = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.system.config.ts'];
process.exit(run(process.execPath, [...tests, ...process.argv.slice(2)]));

/** Without the right to install, the tests say what is missing and fail. */
function installNginx(): void {
  if (has('nginx') || has('/usr/sbin/nginx')) return;
  if (process.getuid?.() !== 0 || !has('apt-get', '--version')) return;
  console.log('No nginx found: installing nginx-light with apt-get (about 2 MB) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], env);
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
