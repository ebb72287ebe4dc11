import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VALID } from '../exchange/exchanging.ts';
import { numberOf, saved } from './reviewing.ts';

vi.setConfig({ testTimeout: 60_000 });

const TITLE = 'gifts/module/title';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync('tests/fixtures/content/valid', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(process.execPath, ['src/cli/review-copy.ts', ...args, '--root', root], {
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const file = join;
const content = (name: string): string => readFileSync(file(root, 'content', name), 'utf8');

function put(text: string): string {
  writeFileSync(file(root, 'review.json'), text);
  return file(root, 'review.json');
}

test('review:copy makes one file with font and script inside', () => {
  const out = file(root, 'copy.html');
  const { code, out: said } = run('copy', '--module', 'gifts', '--role', 'native', '--out', out);
  expect(code).toBe(0);
  expect(said).toContain('copy.html written: 71 passages of 11 units.');
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('src:url(data:font/woff2;base64,d09GMg');
  expect(html).toContain('localStorage');
});

test('review:import shows first, then applies and signs what was chosen', () => {
  const text = saved(
    VALID,
    { [TITLE]: { decision: 'change', km: 'អំណោយថ្មី', comment: 'ខ្លី\u001b[31m\nល្អ' } },
    { rest: 'accept', by: 'SK' },
  );
  const shown = run('import', put(text));
  expect(shown.out).toBe(
    [
      `${numberOf(TITLE)}  content/modules/gifts/module.yaml:5  ${TITLE}  (change)`,
      '  - អំណោយ',
      '  + អំណោយថ្មី',
      '  comment: ខ្លី[31m / ល្អ',
      '70 passages accepted, 1 changed or commented on, by SK (native, "gifts").',
      'Nothing was written. Add --apply all, --apply none, or the numbers to apply, e.g. --apply 3,7-9.',
      '',
    ].join('\n'),
  );
  expect(shown.code).toBe(0);
  expect(content('modules/gifts/module.yaml')).toContain('km: អំណោយ ');
  const applied = run('import', file(root, 'review.json'), '--apply', 'all', '--by', 'S. K.');
  expect(applied.code).toBe(0);
  expect(applied.out).toContain('(applied)');
  expect(applied.out).toContain('signed: gifts/module (km)');
  expect(applied.out).toContain('Written: content/ledger.yaml, content/modules/gifts/module.yaml.');
  expect(content('modules/gifts/module.yaml')).toContain('km: អំណោយថ្មី ');
  expect(content('ledger.yaml')).toContain('role: native, by: S. K., date: 2026-11-25');
});

test('what is refused is shown with its reason and its words, the rest is written, and the command ends with 1', () => {
  const text = saved(VALID, {
    [TITLE]: { decision: 'change', km: 'អំណោយថ្មី' },
    'gifts/lesson/basket/gift-or-bribe/1': { decision: 'change', km: 'គ្មានលេខ' },
  });
  const { code, out } = run('import', put(text), '--apply', 'all');
  expect(code).toBe(1);
  expect(out).toContain(
    '(refused)\n  refused: The mark [1] [/1] [2] is missing in the new text.\n  wanted: គ្មានលេខ\n',
  );
  expect(out).toContain('Nothing was signed: the file names nobody; add --by INITIALS.');
  expect(content('modules/gifts/module.yaml')).toContain('km: អំណោយថ្មី ');
});

test('a damaged file is refused whole, and nothing is written', () => {
  const before = content('modules/gifts/module.yaml');
  const text = saved(VALID, { [TITLE]: { decision: 'change', km: 'ថ្មី' } });
  const { code, out } = run(
    'import',
    put(text.replace('"role":"native"', '"role":"legal"')),
    '--apply',
    'all',
    '--by',
    'SK',
  );
  expect(code).toBe(1);
  expect(out).toContain('review.json:1  review/damaged');
  expect(out).toContain('review.json is refused whole; nothing was written.');
  expect(content('modules/gifts/module.yaml')).toBe(before);
});

test.each([
  [['copy', '--role', 'native'], 'Say --module and a name. There are: "gifts" and "shared".'],
  [['copy', '--module', 'gift', '--role', 'native'], 'There is no module "gift". Did you mean "gifts"?'],
  [['copy', '--module', 'gifts'], 'Say --role native or --role legal.'],
  [['copy', '--module', 'gifts', '--role', 'author'], 'Say --role native or --role legal, not "author".'],
  [['copy', '--module', 'gifts', '--role', 'legal'], 'There is nothing in "gifts" that awaits a lawyer.'],
  [['import'], 'Name one saved review.'],
  [['import', 'nowhere.json'], 'There is no file nowhere.json.'],
  [['review'], 'Say "copy" or "import".'],
])('says what is wrong with %j', (args, message) => {
  const { code, err } = run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('says which numbers there are when another is chosen', () => {
  const path = put(saved(VALID, { [TITLE]: { decision: 'change', km: 'ថ្មី' } }));
  expect(run('import', path, '--apply', '999').err).toContain(
    'No change has the number 999. Changes are: 1.',
  );
  expect(run('import', path, '--apply', 'one').err).toContain('"one" is no number of a passage');
});
