import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { preview } from 'astro';

/** `npm start`: builds the site and the packages, serves both, and says where they are. */
const SITE_PORT = Number(process.env['PORT'] ?? 4321);
const LMS_PORT = SITE_PORT + 1;

await run('Checking the content', 'src/cli/check.ts');
await run('Building the site and its packages', 'node_modules/astro/bin/astro.mjs', 'build');

const site = await preview({
  root: process.cwd(),
  logLevel: 'error',
  server: { port: SITE_PORT, host: '127.0.0.1' },
});
const lms = spawn(process.execPath, ['scorm/lms/cli.ts', '--port', String(LMS_PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
lms.stdout.on('data', () => {}); // Its own address line is the one printed below.
lms.on('exit', (code) => {
  console.error(
    `The local LMS stopped (exit ${code}). Is port ${LMS_PORT} taken? Set PORT to another number.`,
  );
  process.exit(1);
});

const base = process.env['BASE_PATH'] ?? '/';
const packages = JSON.parse(readFileSync('dist/packages/index.json', 'utf8'));
const origin = `http://127.0.0.1:${site.port}${base.replace(/\/$/, '')}`;
console.log(`
  Site          ${origin}/
  Local LMS     http://127.0.0.1:${LMS_PORT}/
  Packages      ${origin}/packages/index.json  (files in dist/packages/, ${packages.packages.length} of them)

  Stop with Ctrl+C.`);

function run(what: string, ...args: string[]): Promise<void> {
  console.log(`${what} …`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else process.exit(code ?? 1);
    });
  });
}
