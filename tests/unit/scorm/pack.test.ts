import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../scorm/command.ts';
import { packAll, parseLangs } from '../../../scorm/pack.ts';
import { makePackage } from '../../../scorm/package.ts';
import { makeZip, unpackZip } from '../../../scorm/zip.ts';
import { DIST, goodPackage, MODULE, stageFixture } from '../../fixtures/packages/good.ts';

const CLI = fileURLToPath(new URL('../../../scorm/cli.ts', import.meta.url));
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
let dist = '';
const lines: string[] = [];

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'sog-pack-'));
  cpSync(DIST, dist, { recursive: true });
  lines.length = 0;
});
afterEach(() => rmSync(dist, { recursive: true }));

const pack = () =>
  packAll({
    dist,
    base: '/sog/',
    site: undefined,
    modules: [MODULE],
    early: { scorm12: 'window.early=12;', scorm2004: 'window.early=2004;' },
    report: (line) => lines.push(line),
  });

describe('packing a built site', () => {
  test('makes a package for each language and standard, and a list without dates', async () => {
    await pack();
    const { packages } = JSON.parse(readFileSync(join(dist, 'packages/index.json'), 'utf8'));
    expect(packages.map(({ file }: { file: string }) => file)).toEqual([
      'integrity-en-scorm12-1.2.0.zip',
      'integrity-en-scorm2004-1.2.0.zip',
      'integrity-km-scorm12-1.2.0.zip',
      'integrity-km-scorm2004-1.2.0.zip',
    ]);
    for (const { file, bytes, sha256, ...rest } of packages) {
      const zip = readFileSync(join(dist, 'packages', file));
      expect(bytes).toBe(zip.length);
      expect(sha256).toBe(createHash('sha256').update(zip).digest('hex'));
      expect(rest).toEqual({
        module: 'integrity',
        language: expect.stringMatching(/^(km|en)$/),
        standard: expect.stringMatching(/^scorm(12|2004)$/),
        version: '1.2.0',
      });
    }
    expect(lines.filter((line) => line.startsWith('packages/'))).toHaveLength(4);
    expect(lines[0]).toBe('__sco/integrity/en/index.html links outside its package: en/sources/#source-law');
  });

  test('takes the hidden documents, and what only they used, out of the site', async () => {
    await pack();
    expect(existsSync(join(dist, '__sco'))).toBe(false);
    expect(readdirSync(join(dist, '_astro')).sort()).toEqual([
      'base.Ii06.css',
      'shared.Kk08.js',
      'site.Oo12.js',
      'texture.Dd01.png',
      'unused.Ff03.png',
    ]);
  });

  test('gives the same bytes for the same site', async () => {
    const first = await pack();
    cpSync(DIST, dist, { recursive: true });
    expect(await pack()).toEqual(first);
  });

  test('fails with file, rule, what was found and how to mend it', async () => {
    const entry = join(dist, '__sco/integrity/km/index.html');
    const html = readFileSync(entry, 'utf8');
    writeFileSync(entry, html.replace('<p>', '<script>addEventListener("unload",f)</script><p>'));
    await expect(pack()).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PackageError: integrity-km-scorm12-1.2.0.zip breaks the rules of packages.
      error document/unload  index.html
        unload and beforeunload are blocked or never fire in LMS frames and on phones: addEventListener("unload"
        Use pagehide and visibilitychange.]
    `);
    expect(existsSync(join(dist, 'packages/index.json'))).toBe(false);
  });

  test('fails for a document of an unknown module', async () => {
    cpSync(join(dist, '__sco/integrity'), join(dist, '__sco/other'), { recursive: true });
    await expect(pack()).rejects.toThrow('__sco/other: the curriculum has no such module');
  });

  test('reads a set of languages and nothing else', () => {
    expect(parseLangs('km-en')).toEqual(['km', 'en']);
    expect(() => parseLangs('fr')).toThrow('"fr"');
  });
});

describe('the packages of two standards', () => {
  test('differ in manifest, control documents, record attribute and early script alone', async () => {
    const { files } = await stageFixture();
    const make = (standard: 'scorm12' | 'scorm2004') =>
      makePackage({ stageFiles: files, module: MODULE, langs: ['km'], standard, early: `"${standard}"` })
        .files;
    const one = make('scorm12');
    const two = make('scorm2004');
    for (const path of files.keys()) if (path !== 'index.html') expect(one.get(path)).toBe(two.get(path));
    expect(text(one.get('index.html'))).toContain('<html lang="km" data-record="scorm12">');
    expect(text(one.get('index.html'))).toContain('<meta charset="utf-8"><script>"scorm12"</script>');
    expect(text(one.get('index.html')).replaceAll('scorm12', 'scorm2004')).toBe(text(two.get('index.html')));
  });

  test('need the record attribute, and a place for the early script', async () => {
    const { files } = await stageFixture();
    const without = (part: string) =>
      new Map([
        ...files,
        ['index.html', new TextEncoder().encode(text(files.get('index.html')).replace(part, ''))],
      ]);
    const make = (part: string) => () =>
      makePackage({
        stageFiles: without(part),
        module: MODULE,
        langs: ['km'],
        standard: 'scorm12',
        early: '1',
      });
    expect(make(' data-record="browser"')).toThrow('data-record');
    expect(make('<!--sog:early-->')).toThrow('sog:early');
  });

  test('hold an early script that would end its own element', async () => {
    const { files } = await stageFixture();
    const made = makePackage({
      stageFiles: files,
      module: MODULE,
      langs: ['km'],
      standard: 'scorm12',
      early: 'a="</script>$&"',
    });
    expect(text(unpackZip(made.bytes).get('index.html'))).toContain('<script>a="<\\/script>$&"</script>');
  });
});

describe('the command line', () => {
  const run = (...args: string[]) => {
    const printed: string[] = [];
    return { status: runCommand(args, (line) => printed.push(line)), text: printed.join('\n') };
  };

  test('exits 0 for a good package', async () => {
    const path = join(dist, 'good.zip');
    writeFileSync(path, (await goodPackage('scorm2004')).bytes);
    expect(run('check', path)).toEqual({ status: 0, text: `${path}: 0 errors, 0 warnings` });
  });

  test('exits 1 for a broken rule and for a broken schema', async () => {
    const { files } = await goodPackage('scorm12');
    const forgotten = new Map([...files, ['assets/extra.txt', new Uint8Array([1])]]);
    writeFileSync(join(dist, 'a.zip'), makeZip(forgotten));
    const manifest = text(files.get('imsmanifest.xml')).replace('</schemaversion>', '</schemaversion><odd/>');
    writeFileSync(
      join(dist, 'b.zip'),
      makeZip(new Map([...files, ['imsmanifest.xml', new TextEncoder().encode(manifest)]])),
    );
    expect(run('check', join(dist, 'a.zip')).text).toContain('error package/unlisted-file  assets/extra.txt');
    expect(run('check', join(dist, 'b.zip')).text).toContain(
      'error manifest/schema-valid  imsmanifest.xml:5',
    );
    expect(run('check', join(dist, 'good.zip'), join(dist, 'a.zip')).status).toBe(2);
    expect(run('check', join(dist, 'a.zip')).status).toBe(1);
  });

  test('exits 2 for what it cannot read', () => {
    expect(run('check', join(dist, 'index.html')).status).toBe(2);
    expect(run('check', join(dist, 'nothing.zip')).status).toBe(2);
    expect(run('check').text).toContain('Usage');
  });

  test('gives its exit code to the shell', { timeout: 60_000 }, () => {
    expect(spawnSync(process.execPath, [CLI, 'check', join(dist, 'index.html')]).status).toBe(2);
  });
});
