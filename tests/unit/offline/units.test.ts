import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { distOf } from '../../../src/built/dist.ts';
import { pageClosure } from '../../../src/offline/closure.ts';
import { offlineManifests } from '../../../src/offline/units.ts';

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<link rel="stylesheet" href="/sog/_astro/a.css">',
  'km/index.html': '<a href="/sog/packages/x.zip">zip</a><a href="/sog/km/other/">other</a>',
  'km/glossary/index.html': '',
  'km/status/index.html': '<p>for trainers</p>',
  'km/integrity/index.html': [
    '<link rel="canonical" href="/sog/km/integrity/">',
    '<link rel="stylesheet" href="/sog/_astro/a.css"><script src="/sog/spoken/km.js?v=1"></script>',
    '<script type="module" src="/sog/_astro/page.js"></script>',
    '<article data-in-place-src="/sog/km/in-place.json"><svg><use href="/sog/icons.svg#x"></use></svg>',
    '<sog-thing data-more="/sog/_astro/more.json" data-share="100%"></sog-thing>',
    '<img src="/sog/_astro/s.png" srcset="/sog/_astro/s.png 1x, /sog/_astro/l.png 2x" alt="">',
  ].join(''),
  'km/integrity/lesson/index.html': '',
  'km/other/index.html': '',
  'km/in-place.json': '{}',
  'icons.svg': '<svg/>',
  'spoken/km.js': '',
  '_astro/a.css': '@font-face{src:url(/sog/_astro/f.woff2)}',
  '_astro/f.woff2': 'font',
  '_astro/page.js': 'import"./core.js";const x=()=>import(`./late.js`)',
  '_astro/core.js': '',
  '_astro/late.js': '',
  '_astro/unused.js': '',
  '_astro/more.json': '{}',
  '_astro/s.png': 's',
  '_astro/l.png': 'l',
  'packages/x.zip': 'zip',
  'search/texts-km.js': '',
  'search/part-km.js': '',
  'search/part-km-integrity.js': '',
  'search/part-km-other.js': '',
};
const place = (files: Readonly<Record<string, string>>) => ({
  dist: distOf(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))),
  base: '/sog/',
});
const UNIT = { module: 'integrity', lang: 'km', title: 't', release: '1.0.0' } as const;
const manifestOf = (files: Readonly<Record<string, string>>) => {
  const [manifest] = offlineManifests(place(files), [UNIT]);
  if (!manifest) throw new Error('no manifest');
  return manifest;
};

describe('the closure of a page', () => {
  test('is what it may fetch, at once or later, and no page it only links to', () => {
    expect(pageClosure(place(FILES), 'km/integrity/index.html').sort()).toEqual([
      ...['_astro/a.css', '_astro/core.js', '_astro/f.woff2', '_astro/l.png', '_astro/late.js'],
      ...['_astro/more.json', '_astro/page.js', '_astro/s.png', 'icons.svg', 'km/in-place.json'],
      ...['km/integrity/index.html', 'spoken/km.js'],
    ]);
    expect(pageClosure(place(FILES), 'km/index.html')).toEqual(['km/index.html']);
  });
});

describe('a manifest', () => {
  test('holds the module, what its language shares, and the text for its search; nothing of other modules', () => {
    const paths = manifestOf(FILES).files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['', 'km/', 'km/glossary/', 'km/integrity/lesson/']));
    expect(paths).toEqual(expect.arrayContaining(['search/part-km.js', 'search/part-km-integrity.js']));
    expect(paths.filter((path) => /other|status|packages|unused/.test(path))).toEqual([]);
  });

  test('says hash and bytes of each file, and their sums', () => {
    const { files, bytes, wire } = manifestOf(FILES);
    const font = files.find(({ path }) => path === '_astro/f.woff2');
    const hash = createHash('sha256').update('font').digest('hex').slice(0, 32);
    expect(font).toEqual({ path: '_astro/f.woff2', hash, bytes: 4, wire: 4 });
    expect(bytes).toBe(files.reduce((sum, file) => sum + file.bytes, 0));
    expect(wire).toBe(files.reduce((sum, file) => sum + file.wire, 0));
  });

  test('is the same for the same files, in whatever order they were written', () => {
    const backwards = Object.fromEntries(Object.entries(FILES).reverse());
    expect(JSON.stringify(manifestOf(backwards))).toBe(JSON.stringify(manifestOf(FILES)));
  });

  test('has another version when any file of it changes, and the same when another module does', () => {
    const { version } = manifestOf(FILES);
    expect(manifestOf({ ...FILES, '_astro/late.js': '1' }).version).not.toBe(version);
    expect(manifestOf({ ...FILES, 'km/integrity/new/index.html': '' }).version).not.toBe(version);
    expect(manifestOf({ ...FILES, 'km/other/index.html': 'changed' }).version).toBe(version);
  });

  test('is not made for a module without pages', () => {
    expect(offlineManifests(place(FILES), [{ ...UNIT, module: 'draft' }])).toEqual([]);
  });
});
