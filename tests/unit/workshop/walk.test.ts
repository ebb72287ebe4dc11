import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ended, type Folder, folderWith } from './support.ts';

/** The program behind each `npm run` name that the guides use. */
const PROGRAMS: Readonly<Record<string, string>> = {
  check: 'check',
  lock: 'lock',
  new: 'new',
  status: 'status',
  ledger: 'ledger',
  review: 'review',
  'lint:km': 'lint-km',
  'lint:content': 'lint-content',
  'lint:en': 'lint-en',
  spell: 'spell',
};
/** The other commands of the guides are walked by tests of their own. */
const ELSEWHERE = /^## (?:With a translation tool|The reviewer's copy)[\s\S]*?(?=^## |$(?![\s\S]))/gm;

interface Step {
  readonly program: string;
  readonly args: readonly string[];
  readonly line: string;
}

/** The commands of a guide's `sh` blocks, in order. */
function stepsOf(guide: string): Step[] {
  const text = readFileSync(guide, 'utf8').replace(ELSEWHERE, '');
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  return blocks.flatMap((block) =>
    block
      .trim()
      .split('\n')
      .map((line) => {
        const [npm, run, name = '', ...rest] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) =>
          word.replace(/"/g, ''),
        );
        const program = PROGRAMS[name];
        if (npm !== 'npm' || run !== 'run' || program === undefined)
          throw new Error(`${guide} has another command: ${line}`);
        return { program, args: rest[0] === '--' ? rest.slice(1) : rest, line };
      }),
  );
}

/** What the commands read besides the content. */
const BESIDE = ['src/i18n/km.json', 'cspell.json'];

function project(): Folder {
  const folder = folderWith('content');
  for (const file of BESIDE) {
    mkdirSync(dirname(join(folder.root, file)), { recursive: true });
    cpSync(file, join(folder.root, file));
  }
  return folder;
}

/** `npm run spell`, which knows no `--root`. */
function spell(root: string): Ended {
  const program = [resolve('node_modules/cspell/bin.mjs'), '--no-progress', '--no-summary'];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** Walks a guide; every command ends well. */
function walk(folder: Folder, guide: string): Map<string, string> {
  const said = new Map<string, string>();
  for (const { program, args, line } of stepsOf(guide)) {
    const { code, out, err } = program === 'spell' ? spell(folder.root) : folder.run(program, ...args);
    expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
    said.set(line, out);
  }
  return said;
}

describe('a newcomer', () => {
  test('walks through the guide for authors and has a module that passes the check', {
    timeout: 300_000,
  }, () => {
    const folder = project();
    const said = walk(folder, 'docs/authoring.md');
    expect(folder.run('check').out).toMatch(/^Content is sound: 2 modules/);
    expect(said.get('npm run status')).toMatch(/fees\/posted-fees +km +missing/);
    expect(said.get('npm run lint:content')).toBe('Links, sources and images are sound.\n');
    folder.edit('modules/fees/en/receipts.mdx', 'TODO: the text', 'The the txet');
    expect(spell(folder.root)).toMatchObject({ code: 1, out: expect.stringContaining('receipts.mdx:') });
    expect(folder.run('lint-en')).toMatchObject({
      code: 1,
      out: expect.stringContaining('receipts.mdx:10  english/repetition'),
    });
  });

  test('walks through the guide for translators after the English changed, and leaves nothing stale', {
    timeout: 300_000,
  }, () => {
    const folder = project();
    rmSync(join(folder.root, 'content/ledger.yaml'), { force: true });
    folder.run('ledger', '--date', '2026-11-01');
    folder.edit(
      'modules/integrity/en/gifts-and-thanks.mdx',
      'looks for a knife.',
      'looks for a small knife.',
    );
    folder.edit(
      'modules/integrity/questions/gifts-and-thanks.yaml',
      'The basket is on your desk.',
      'The basket stands on your desk.',
    );
    folder.edit('modules/integrity/km/gifts-and-thanks.mdx', 'រកកាំបិត', 'រកកាំបិត\u200Bតូចអោយឃើញ');
    const said = walk(folder, 'docs/translating.md');
    expect(said.get('npm run status')).toContain(
      '  integrity/lesson/gifts-and-thanks (km)\n  integrity/question/ask-first (km)\n',
    );
    expect(folder.run('status').out).toContain('Every translation follows its original.');
    expect(folder.read('modules/integrity/km/gifts-and-thanks.mdx')).toContain('រកកាំបិតតូចឱ្យឃើញ');
    expect(said.get('npm run review -- --role legal')).toContain('Awaiting a lawyer');
  });
});

test('every command of the guides is one that the project has', () => {
  const scripts = Object.keys(
    (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
  );
  const named = ['docs/authoring.md', 'docs/translating.md'].flatMap((guide) =>
    [...readFileSync(guide, 'utf8').matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? ''),
  );
  expect([...new Set(named)].filter((name) => !scripts.includes(name))).toEqual([]);
});
