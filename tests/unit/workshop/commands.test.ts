import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Folder, folderWith } from './support.ts';

const valid = (): Folder => folderWith('tests/fixtures/content/valid/content');
const all = (folder: Folder) => [...folder.tree()].map(([file, text]) => `${file}\n${text}`).join('\n');

describe('npm run ledger and npm run status', () => {
  test('record what follows what, tell what became stale, and accept it', () => {
    const folder = valid();
    expect(folder.run('ledger', '--date', '2026-11-01').code).toBe(0);
    expect(folder.run('status').out).toContain('Every translation follows its original.');
    folder.edit('modules/gifts/en/basket.mdx', 'Nobody asked', 'No one asked');
    expect(folder.run('status').out).toMatch(/gifts\/basket +km +stale +2026-11-01/);
    expect(folder.run('ledger').out).toContain('up to date');
    const accepted = folder.run('status', '--accept', 'gifts/lesson/basket', '--date', '2026-11-20');
    expect(accepted.out).toBe('gifts/lesson/basket: Khmer follows the English text of 2026-11-20.\n');
    expect(folder.run('status').out).toMatch(/gifts\/basket +km +current +2026-11-20/);
    expect(folder.run('check').code).toBe(0);
  });

  test('give the same as JSON', () => {
    const status: unknown = JSON.parse(valid().run('status', '--json').out);
    expect(status).toMatchObject({
      lessons: [
        { lang: 'km', state: 'unrecorded' },
        { lang: 'en', state: 'original' },
      ],
    });
  });

  test.each([
    ['a unit that does not exist', 'gifts/lesson/baskett', /Did you mean "gifts\/lesson\/basket"\?/],
    ['a lesson of before', 'gifts/lesson/bowl', /There is no unit/],
    ['a path', '../../etc/passwd', /There is no unit/],
  ])('do not accept %s', (_, unit, message) => {
    const folder = valid();
    const before = all(folder);
    const { code, err } = folder.run('status', '--accept', unit);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) });
    expect(all(folder)).toBe(before);
  });

  test('leave a damaged ledger as it is', () => {
    const folder = valid();
    const damaged = 'original: en\nunits:\n<<<<<<< HEAD\n';
    folder.write('ledger.yaml', damaged);
    const commands: [string, ...string[]][] = [
      ['ledger'],
      ['status'],
      ['review'],
      ['status', '--accept', 'gifts/lesson/basket'],
    ];
    for (const command of commands) {
      const { code, err } = folder.run(...command);
      expect(code).toBe(2);
      expect(err).toMatch(/content\/ledger\.yaml:\d+ /);
      expect(err).toContain('The ledger is damaged');
    }
    expect(folder.read('ledger.yaml')).toBe(damaged);
  });

  test('refuse content that has faults, since what cannot be read would look as if it were gone', () => {
    const folder = valid();
    folder.run('ledger');
    const before = folder.read('ledger.yaml');
    folder.edit('modules/gifts/en/basket.mdx', '<KeyPoint>', '<KeyPoint');
    expect(folder.run('ledger').code).toBe(2);
    expect(folder.read('ledger.yaml')).toBe(before);
  });
});

describe('npm run review', () => {
  test('counts by role, and can be asked for one role and module', () => {
    const folder = valid();
    const { code, out } = folder.run('review', '--role', 'native', '--module', 'gifts');
    expect(code).toBe(0);
    expect(out).toMatch(/^Awaiting a native reader: \d+ units\n/);
    expect(out).toContain('gifts/lesson/basket (km)  content/modules/gifts/km/basket.mdx:2');
    expect(out).not.toContain('term/gift');
  });

  test('fails when a file says "signed" and nobody signed', () => {
    const folder = valid();
    folder.edit('modules/gifts/km/basket.mdx', 'awaiting-native-review', 'signed');
    const { code, out } = folder.run('review');
    expect(code).toBe(1);
    expect(out).toContain(
      'says "review: signed", but no native signature in the ledger holds for gifts/lesson/basket',
    );
  });

  test('knows its roles and modules', () => {
    expect(valid().run('review', '--role', 'boss').err).toContain(
      'The roles are "native", "legal" and "author"',
    );
    expect(valid().run('review', '--module', 'fees').err).toContain('The modules are "gifts"');
    expect(valid().run('review', '--rolle', 'native').code).toBe(2);
  });
});

describe('npm run lint:km', () => {
  test('fails with findings, and mends what is safe', () => {
    const folder = valid();
    folder.write('khmer-spelling.yaml', '- { wrong: អោយ, right: ឱ្យ }\n');
    folder.edit('modules/gifts/km/basket.mdx', 'សូមឱ្យលើកដៃ។', 'សូម\u200Bអោយលើកដៃ។មន្រ្តី');
    expect(folder.run('lint-km').code).toBe(1);
    const { code, out } = folder.run('lint-km', '--fix');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'content/modules/gifts/km/basket.mdx mended\nThe Khmer is clean.\n',
    });
    expect(folder.read('modules/gifts/km/basket.mdx')).toContain('\nសូមឱ្យលើកដៃ។ មន្ត្រី\n');
    expect(folder.run('check').code).toBe(0);
  });

  test('does not write a file that needs no mend, nor change its line ends', () => {
    const folder = valid();
    const file = 'modules/gifts/km/basket.mdx';
    folder.write(file, folder.read(file).replace(/\n/g, '\r\n').replace('លើកដៃ', 'លើក\u200Bដៃ'));
    folder.run('lint-km', '--fix');
    expect(folder.read(file)).toContain('សូមឱ្យលើកដៃ។\r\n');
    expect(folder.read(file).replace(/\r\n/g, '')).not.toContain('\n');
  });

  test('with a bad spelling list says so and mends nothing by it', () => {
    const folder = valid();
    folder.write('khmer-spelling.yaml', '- { wrong: ដៃ, right: ដៃដៃ }\n');
    const { code, out } = folder.run('lint-km', '--fix');
    expect(code).toBe(1);
    expect(out).toContain('content/khmer-spelling.yaml:1  spelling/unsound');
    expect(folder.read('modules/gifts/km/basket.mdx')).toContain('សូមឱ្យលើកដៃ។');
  });
});

describe('npm run new', () => {
  test('makes a lesson, and writes nothing the second time', () => {
    const folder = valid();
    expect(folder.run('new', 'lesson', 'gifts/envelope').code).toBe(0);
    expect(folder.run('check').code).toBe(0);
    const before = all(folder);
    expect(folder.run('new', 'lesson', 'gifts/envelope')).toMatchObject({
      code: 2,
      err: expect.stringContaining('already'),
    });
    expect(all(folder)).toBe(before);
  });

  test.each([
    [['']],
    [['leson', 'gifts/x']],
    [['lesson', 'gifts/x', 'y']],
    [['question', 'gifts/basket/x', '--type', 'essay']],
    [['lesson', 'gifts/x', '--lang', 'km']],
  ])('says what it can make: %j', (args) => {
    const { code, err } = valid().run('new', ...args);
    expect(code).toBe(2);
    expect(err.split('\n')[0]).toMatch(/\w/);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('npm run lint:content', () => {
  test('weighs pictures', () => {
    const folder = valid();
    const media = join(folder.root, 'content/modules/gifts/media');
    mkdirSync(media, { recursive: true });
    writeFileSync(join(media, 'photo.png'), Buffer.alloc(50_000));
    expect(folder.run('lint-content')).toMatchObject({ code: 1, out: expect.stringContaining('49 KB') });
  });
});

test('each command runs by itself, as npm runs it', () => {
  const folder = valid();
  for (const name of ['ledger', 'status', 'review', 'lint-km', 'lint-content', 'new']) {
    const program = [`src/cli/${name}.ts`, ...(name === 'new' ? ['term', 'tip'] : []), '--root', folder.root];
    const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
    expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
  }
});

test('a reader who has left, such as head with enough lines, makes no command complain', () => {
  // `true` is gone long before there is anything to read.
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" src/cli/status.ts --json | true`], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});
