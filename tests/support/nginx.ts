import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

export interface Nginx {
  readonly origin: string;
  stop(): Promise<void>;
}

const MIME_TYPES = '/etc/nginx/mime.types';
const MISSING =
  'nginx is not installed, and this test is about the real one. On Debian or Ubuntu: apt-get install nginx-light';

/** Path of the system's nginx. @throws Error that says how to get it. */
export function findNginx(): string {
  for (const name of ['nginx', '/usr/sbin/nginx']) {
    if (spawnSync(name, ['-v']).status === 0) return name;
  }
  throw new Error(MISSING);
}

/**
 * Starts nginx with the given site configuration. Only what must differ on a machine that tests is replaced: the
 * port and the folder. Each must stand in the file exactly once.
 */
export async function startNginx(configuration: string, dist: string): Promise<Nginx> {
  const nginx = findNginx();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const site = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['alias /srv/school-of-governance/;', `alias ${resolve(dist)}/;`],
  ].reduce((text, [from = '', to = '']) => replaceOnce(text, from, to), readFileSync(configuration, 'utf8'));
  writeFileSync(join(folder, 'site.conf'), site);
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));
  const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilItAnswers(origin, child, () => said);
  return { origin, stop: () => stop(child, folder) };
}

function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
    mkdirSync(join(folder, kind));
    return `  ${kind}_temp_path ${join(folder, kind)};`;
  });
  const root = userInfo().uid === 0;
  return [
    'daemon off;',
    'worker_processes 1;',
    // The built site may lie where only its builder reads.
    ...(root ? ['user root;'] : []),
    `pid ${join(folder, 'nginx.pid')};`,
    'error_log stderr warn;',
    'events { }',
    'http {',
    `  include ${MIME_TYPES};`,
    '  default_type application/octet-stream;',
    '  access_log off;',
    ...temporary,
    `  include ${join(folder, 'site.conf')};`,
    '}',
  ].join('\n');
}

function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the configuration`);
  return parts.join(to);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail()));
    });
  });
}

async function untilItAnswers(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`nginx did not start:\n${said()}`);
    try {
      await fetch(origin, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  throw new Error(`nginx does not answer at ${origin}:\n${said()}`);
}

function stop(child: ChildProcess, folder: string): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
      done();
    });
    child.kill('SIGQUIT');
  });
}
