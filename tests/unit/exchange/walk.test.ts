import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readTree } from '../../../src/curriculum/tree.ts';
import { feedbackText, type Work } from '../../../src/review-copy/browser/decisions.ts';
import { reviewCopy } from '../../../src/review-copy/copy.ts';
import { copyPage } from '../../../src/review-copy/page.ts';
import { headOf } from '../review-copy/reviewing.ts';
import { content, translated, unitIn } from './exchanging.ts';

/** The two chapters of docs/translating.md on tools and reviewers, command by command, on the real content. */
const GUIDE = readFileSync('docs/translating.md', 'utf8');
const CLI = resolve('src/cli');
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'translate:export': ['translate.ts', 'export'],
  'translate:import': ['translate.ts', 'import'],
  'review:copy': ['review-copy.ts', 'copy'],
  'review:import': ['review-copy.ts', 'import'],
};

function commands(chapter: string): string[] {
  const text = GUIDE.slice(GUIDE.indexOf(`## ${chapter}\n`)).replace(/^(## .*\n[\s\S]*?)^## [\s\S]*/m, '$1');
  return [...text.matchAll(/^```sh\n(.*)\n```$/gm)].map((match) => match[1] ?? '');
}

let root = '';
afterEach(() => rmSync(root, { recursive: true }));

function project(): void {
  root = mkdtempSync(join(tmpdir(), 'walk-'));
  cpSync('content', join(root, 'content'), { recursive: true });
}

function walk(line: string): string {
  const [, name = '', rest = ''] = /^npm run (\S+) -- (.*)$/.exec(line) ?? [];
  const [program = '', command = ''] = PROGRAMS[name] ?? [];
  const ran = spawnSync(process.execPath, [join(CLI, program), command, ...rest.split(' ')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ line, code: ran.status, err: ran.stderr }).toEqual({ line, code: 0, err: '' });
  return ran.stdout;
}

test('a translator walks from the export to content that is current', { timeout: 180_000 }, () => {
  project();
  const [out = '', back = '', checked = '', ...more] = commands('With a translation tool');
  expect(more).toEqual([]);
  walk(out);
  const file = join(root, 'translation/integrity.en-km.xlf');
  const text = readFileSync(file, 'utf8');
  const key = 'integrity/module/title';
  expect(unitIn(text, key)).toContain('<note from="glossary">integrity = សុចរិតភាព</note>');
  writeFileSync(file, translated(text, key, 'សុចរិតភាពរាល់ថ្ងៃ'));
  expect(walk(back)).toContain('  + សុចរិតភាពរាល់ថ្ងៃ\n');
  expect(readFileSync(join(root, 'content/modules/integrity/module.yaml'), 'utf8')).toContain(
    'km: សុចរិតភាពរាល់ថ្ងៃ\n',
  );
  expect(walk(checked)).toContain('integrity.en-km.xlf: ');
});

test('a review comes back from the copy, is shown, applied and signed', { timeout: 180_000 }, () => {
  project();
  const [make = '', show = '', apply = '', ...more] = commands("The reviewer's copy");
  expect(more).toEqual([]);
  walk(make);
  const head = headOf(readFileSync(join(root, 'review-integrity-native.html'), 'utf8'));
  const tree = readTree(root);
  const same = copyPage(
    reviewCopy(content(tree), 'integrity', 'native', head.made),
    content(tree).curriculum,
    { font: '', script: '' },
  );
  expect(head).toEqual(headOf(same));
  const work: Work = { by: 'S.K.', decisions: {} };
  for (const { n } of head.passages) work.decisions[n] = { decision: 'accept' };
  work.decisions[1] = { decision: 'change', km: 'សុចរិតភាពរាល់ថ្ងៃ' };
  writeFileSync(join(root, 'review.json'), feedbackText(head, work, '2026-11-25'));
  expect(walk(show)).toContain(
    '1  content/modules/integrity/module.yaml:7  integrity/module/title  (change)',
  );
  const said = walk(apply);
  expect(said).toContain('signed: integrity/lesson/gifts-and-thanks (km)');
  expect(said).not.toContain('not signed');
});
