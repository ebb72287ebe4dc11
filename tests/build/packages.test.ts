import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkZip } from '../../scorm/check.ts';
import { validateManifest } from '../../scorm/xsd.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';

const {
  packages,
}: { packages: { file: string; bytes: number; sha256: string; language: string; module: string }[] } =
  JSON.parse(readFileSync('dist/packages/index.json', 'utf8'));
const { modules } = loadCurriculum(process.cwd()).curriculum;
const zip = (file: string) => new Uint8Array(readFileSync(join('dist/packages', file)));
const html = (file: string) => new TextDecoder().decode(unzipSync(zip(file))['index.html']);

test('there is a package for each published module, language and standard, and no other zip', () => {
  const published = modules.filter((m) => m.module.status === 'published').map((m) => m.module);
  const wanted = published.flatMap(({ id, version }) =>
    ['en', 'km'].flatMap((lang) => ['scorm12', 'scorm2004'].map((s) => `${id}-${lang}-${s}-${version}.zip`)),
  );
  expect(packages.map(({ file }) => file).sort()).toEqual(wanted.sort());
  expect(globSync('*.zip', { cwd: 'dist/packages' }).sort()).toEqual(wanted.sort());
});

describe.each(packages)('$file', ({ file, bytes, sha256, language, module }) => {
  test('keeps every rule of packages and the official schemas', () => {
    expect(checkZip(zip(file))).toEqual([]);
    expect(validateManifest(new Map(Object.entries(unzipSync(zip(file)))))).toEqual([]);
  });

  test('is what the list says', () => {
    expect(zip(file).length).toBe(bytes);
    expect(createHash('sha256').update(zip(file)).digest('hex')).toBe(sha256);
  });

  test('has its title in its own language, raw', () => {
    const manifest = new TextDecoder().decode(unzipSync(zip(file))['imsmanifest.xml']);
    const title = modules.find((m) => m.module.id === module)?.module.title[language === 'km' ? 'km' : 'en'];
    expect(manifest).toContain(`<title>${title}</title>`);
  });
});

test('packages of one language differ by standard only in the record’s name and the first script', () => {
  const plain = (file: string) =>
    html(file)
      .replace(/data-record="scorm\w+"/, '')
      .replace(/<script>"use strict";[\s\S]*?<\/script>/, '');
  for (const lang of ['km', 'en']) {
    const [one = '', other = ''] = packages.filter((p) => p.language === lang).map((p) => p.file);
    expect(html(one)).not.toBe(html(other));
    expect(plain(one)).toBe(plain(other));
  }
});
