import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = ['src', 'scorm', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Builds this project with other content in a folder of its own.
 *
 * @param files path relative to the project → text
 * @returns the folder of the built site (a trainer's edition has another), and how to take everything away again
 */
export function buildElsewhere(
  files: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>> = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'sog-build-'));
  for (const part of PROJECT) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, text] of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  runBuild(root, [], env);
  return { root, dist: join(root, 'dist'), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs a build as from a shell: Vitest's own variables (NODE_ENV, BASE_URL …) would make it another kind of build. */
export function runBuild(root: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { PATH, HOME } = process.env;
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent', ...args], {
    cwd: root,
    env: { PATH, HOME, ...env },
    stdio: 'inherit',
  });
}
