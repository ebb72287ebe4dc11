import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileOf, has, readDist } from '../../src/built/dist.ts';
import { workerScript } from '../../src/offline/integration.ts';
import { readList, readManifest } from '../../src/offline/manifest.ts';
import { manifestPath } from '../../src/offline/names.ts';
import { BASE } from '../support/addresses.ts';

const dist = readDist('dist');
const place = { dist, base: BASE };
const offers = readList(JSON.parse(dist.text('offline/list.json')));
const manifests = offers.map((offer) => readManifest(JSON.parse(dist.text(manifestPath(offer)))));

test('every module with pages can be saved in both languages', () => {
  const modules = dist.paths.flatMap(
    (path) => /^(km|en)\/([^/]+)\/final-test\/index\.html$/.exec(path)?.[0] ?? [],
  );
  expect(offers.length).toBe(modules.length);
  expect(offers.length).toBeGreaterThan(1);
});

describe.each(manifests.map((manifest, i) => [offers[i], manifest] as const))(
  'the list of $module in $lang',
  (offer, manifest) => {
    test('is read back whole, and agrees with the list of all', () => {
      const { files: _, ...rest } = manifest ?? { files: [] };
      expect(rest).toEqual(offer);
    });

    test('tells bytes and hash of each file as it was published', () => {
      for (const { path, hash, bytes } of manifest?.files ?? []) {
        const file = fileOf(place, BASE + path, 'index.html');
        const content = dist.read(file ?? '');
        expect([path, content.length]).toEqual([path, bytes]);
        expect([path, createHash('sha256').update(content).digest('hex').slice(0, 32)]).toEqual([path, hash]);
      }
    });

    test('holds every page of the module but those for paper, and no package, card or other module', () => {
      const paths = (manifest?.files ?? []).map(({ path }) => path);
      const pages = dist.paths
        .filter((path) => path.startsWith(`${offer?.lang}/${offer?.module}/`) && path.endsWith('.html'))
        .filter((path) => !path.includes('/print/'))
        .map((path) => path.replace(/index\.html$/, ''));
      expect(paths).toEqual(expect.arrayContaining(pages));
      expect(paths.filter((path) => /^(packages|cards|offline)\/|\.zip$|pagefind/.test(path))).toEqual([]);
    });
  },
);

test('the worker is small, and the same for the same words', async () => {
  expect(dist.text('sw.js')).toBe(await workerScript());
  expect(dist.read('sw.js').length).toBeLessThan(12 * 1024);
});

test('no package registers a worker or reads what is saved: it would outlive the package at its host', () => {
  const zips = dist.paths.filter((path) => path.endsWith('.zip'));
  expect(zips.length).toBeGreaterThan(0);
  for (const zip of zips) {
    const texts = unzipSync(dist.read(zip), { filter: ({ name }) => /\.(js|html)$/.test(name) });
    for (const [name, bytes] of Object.entries(texts))
      expect([name, /serviceWorker|sog-offline|sw\.js/.test(Buffer.from(bytes).toString())]).toEqual([
        name,
        false,
      ]);
  }
});

describe.each(['km', 'en'])('the app in %s', (lang) => {
  const manifest = JSON.parse(dist.text(`${lang}/app.webmanifest`));

  test('opens its home page within the whole site, under the path it is deployed at', () => {
    expect(manifest).toMatchObject({
      lang,
      id: `${BASE}${lang}/`,
      start_url: `${BASE}${lang}/`,
      scope: BASE,
    });
    expect(manifest.name).toBe(lang === 'km' ? 'សាលាអភិបាលកិច្ច' : 'School of Governance');
  });

  test('has its icons, as large as it says', () => {
    const sizes = manifest.icons.map(({ src, sizes, purpose }: Record<string, string>) => {
      const file = (src ?? '').slice(BASE.length);
      expect(has(dist, file)).toBe(true);
      const png = Buffer.from(dist.read(file));
      expect(sizes).toBe(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`);
      return `${sizes} ${purpose}`;
    });
    expect(sizes).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
  });

  test('is named by every page of the language that is not for paper', () => {
    const pages = dist.paths.filter(
      (path) => path.startsWith(`${lang}/`) && path.endsWith('.html') && !path.includes('/print/'),
    );
    const link = `<link rel="manifest" href="${BASE}${lang}/app.webmanifest">`;
    expect(pages.filter((page) => !dist.text(page).includes(link))).toEqual([]);
  });
});
