import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idsOf, parseHtml } from '../../scorm/stage/html.ts';
import { referencesOf } from '../../scorm/stage/references.ts';
import { folderName, zipName } from '../../scorm/usb/edition.ts';
import { readDirectory, unpackZip } from '../../scorm/zip.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { LANGS } from '../../src/curriculum/schema/common.ts';
import { runBuild } from '../support/build-elsewhere.ts';
import { usbZip } from '../support/usb.ts';

const published = loadCurriculum(process.cwd()).curriculum.modules.filter(
  ({ module }) => module.status === 'published',
);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe.each(LANGS)('the USB edition in %s', (lang) => {
  const zip = usbZip(lang);
  const prefix = `${folderName(lang)}/`;
  const files = new Map([...unpackZip(zip)].map(([path, bytes]) => [path.slice(prefix.length), bytes]));
  const documents = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.html'))
      .map(([name, bytes]) => [name, parseHtml(text(bytes))]),
  );

  test('has one folder with a first page, the references, a document a module, and how to open it', () => {
    expect(readDirectory(zip).every(({ name, nonAscii }) => name.startsWith(prefix) && !nonAscii)).toBe(true);
    const top = [...files.keys()].filter((name) => !name.startsWith('assets/')).sort();
    const modules = published.map(({ module }) => `${module.id}.html`);
    expect(top).toEqual(['README.txt', 'glossary.html', 'index.html', 'sources.html', ...modules].sort());
    for (const { module } of published) expect(text(files.get('README.txt'))).toContain(module.title[lang]);
  });

  test('leads every link to a file and a place that are there, or to the web in another tab', () => {
    const dead: string[] = [];
    for (const [name, document] of documents) {
      for (const { url, element } of referencesOf(document)) {
        if (/^(mailto|tel|data):/.test(url)) continue;
        if (/^https?:/.test(url)) {
          if (!element.attrs.some((a) => a.name === 'target' && a.value === '_blank'))
            dead.push(`${name}: ${url}`);
          continue;
        }
        const [file = '', id] = url.split('#');
        const target = file === '' ? document : documents.get(file);
        const there = target ? id === undefined || id === '' || idsOf(target).has(id) : files.has(file);
        if (!there) dead.push(`${name}: ${url}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('leads every result of search to a place that is there', () => {
    const scan = text(files.get(`assets/search/scan-${lang}.js`));
    const rows: { url: string }[] = JSON.parse(/=(\[.*\]);\s*$/.exec(scan)?.[1] ?? '[]');
    const dead = rows.filter(({ url }) => {
      const [file = '', id = ''] = url.split('#');
      const document = documents.get(file);
      return !document || (id !== '' && !idsOf(document).has(id));
    });
    expect(rows.length).toBeGreaterThan(50);
    expect(dead).toEqual([]);
  });

  test('has no module script, no worker, and no drawing taken from another file', () => {
    for (const [name, bytes] of files) {
      if (name.endsWith('.html'))
        expect(text(bytes), name).not.toMatch(/type="module"|modulepreload|<use href="[^#]/);
      if (name.endsWith('.js'))
        expect(text(bytes), name).not.toMatch(/serviceWorker\.register|^\s*import[\s{"]/m);
    }
  });

  test('carries nothing for a learning system', () => {
    for (const [name, bytes] of files) {
      if (name.endsWith('.js')) expect(text(bytes), name).not.toMatch(/LMSInitialize|API_1484_11/);
    }
    expect([...files.keys()].filter((name) => /imsmanifest|\.xsd$|online\.txt/.test(name))).toEqual([]);
  });
});

test('the same input gives the same zips, in another time zone and at another address', () => {
  const out = mkdtempSync(join(tmpdir(), 'sog-usb-again-'));
  try {
    const env = {
      SOG_USB: '1',
      TZ: 'Asia/Phnom_Penh',
      BASE_PATH: '/elsewhere/',
      SITE_URL: 'https://example.org',
    };
    runBuild(process.cwd(), ['--outDir', out], env);
    for (const lang of LANGS) {
      const again = readFileSync(join(out, zipName(lang)));
      expect(Buffer.compare(again, usbZip(lang)), zipName(lang)).toBe(0);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 180_000);
