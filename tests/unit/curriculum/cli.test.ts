import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('tests/fixtures/content/valid', root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

function run(command: 'check' | 'lock'): { code: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [`src/cli/${command}.ts`, '--root', root], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout };
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(root, 'content/modules/gifts', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const lock = (): string => readFileSync(join(root, 'content/modules/gifts/ids.lock.yaml'), 'utf8');

describe('npm run check', () => {
  test('counts what is sound and ends well', () => {
    expect(run('check')).toEqual({
      code: 0,
      out: 'Content is sound: 1 module, 1 lesson, 5 questions, 1 dilemma, 1 figure, 2 terms, 3 sources, 1 pathway.\n',
    });
  });

  test('lists the faults of all files, counts them, and ends with 1', () => {
    edit('questions/basket.yaml', (text) => text.replace('        correct: true\n', ''));
    edit('en/basket.mdx', (text) => text.replace('"gift-guide"', '"gift-guild"'));
    const { code, out } = run('check');
    expect(code).toBe(1);
    expect(out).toMatch(
      /questions\/basket\.yaml:7 {2}question\/no-right-option\n {2}Found: .+\n {2}Mend: {2}.+\n/,
    );
    expect(out).toMatch(/en\/basket\.mdx:12 {2}source\/unknown\n/);
    expect(out).toMatch(/\n3 faults in 3 files\.\n$/);
  });
});

describe('npm run lock', () => {
  test('numbers what is new, retires what left, and satisfies the check', () => {
    edit('questions/paper.yaml', (text) => text.replace('id: paper-tip', 'id: paper-thanks'));
    expect(run('check').code).toBe(1);
    expect(run('lock').code).toBe(0);
    expect(lock()).toContain('paper-tip: { n: 3, options: { extra: a, fee: b }, retired: true }');
    expect(lock()).toContain('paper-thanks: { n: 6, options: { extra: a, fee: b } }');
    expect(run('check').code).toBe(0);
  });

  test('retires nothing while a file cannot be read', () => {
    const before = lock();
    edit('questions/basket.yaml', (text) => text.replace('type: true-false', 'type: yes-or-no'));
    const { code, out } = run('lock');
    expect(code).toBe(1);
    expect(out).toContain('not locked');
    expect(lock()).toBe(before);
  });
});
