import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  manifestJson,
  type OfflineManifest,
  offerJson,
  readList,
  readManifest,
} from '../../../src/offline/manifest.ts';
import { generationName, generationOf, indexName, isOurs } from '../../../src/offline/names.ts';
import { readSaved, savedAfter, savedJson, unitOfKey } from '../../../src/offline/saved.ts';
import { unitOf } from '../../../src/offline/unit.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const VERSION = '0123456789abcdef';
const OLDER = 'fedcba9876543210';
const manifest: OfflineManifest = {
  module: 'integrity',
  lang: 'km',
  title: 'សុចរិតភាព',
  release: '1.0.0',
  version: VERSION,
  bytes: 30,
  wire: 12,
  files: [
    { path: '', hash: HASH, bytes: 10, wire: 4 },
    { path: 'km/integrity/', hash: HASH, bytes: 20, wire: 8 },
  ],
};
const saved = savedAfter(manifest, 1000, undefined);
const reread = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const km = { module: 'integrity', lang: 'km' } as const;

describe('a unit', () => {
  test.each(['integrity.km', 'gifts-and-thanks.en'])('%s is one', (name) => {
    const unit = unitOf(name);
    expect(`${unit?.module}.${unit?.lang}`).toBe(name);
  });

  test.each([undefined, 7, '', 'integrity', 'integrity.fr', '../x.km', 'a b.km', 'a/b.km', '.km', 'A.km'])(
    '%s is none',
    (name) => {
      expect(unitOf(name)).toBeUndefined();
    },
  );
});

describe('names of caches', () => {
  test('are read as they are written, for the path they were written for', () => {
    const name = generationName('/sog/', km, VERSION);
    expect(generationOf('/sog/', name)).toEqual({ ...km, version: VERSION });
    expect(generationOf('/', name)).toBeUndefined();
    expect(isOurs('/sog/', name)).toBe(true);
    expect(isOurs('/', name)).toBe(false);
    expect(isOurs('/sog/', indexName('/sog/'))).toBe(true);
  });

  test('of anybody else are no generations', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(generationOf('/sog/', name)).toBeUndefined();
      }),
    );
    for (const name of [
      `sog/offline /sog/ integrity.km ${VERSION} more`,
      'sog/offline /sog/ integrity.km 12',
      `sog/offline /sog/ ../x.km ${VERSION}`,
      indexName('/sog/'),
    ])
      expect(generationOf('/sog/', name)).toBeUndefined();
  });
});

describe('a manifest', () => {
  test('is read as it is written', () => {
    expect(readManifest(reread(manifestJson(manifest)))).toEqual(manifest);
    expect(readList(reread({ form: 1, units: [offerJson(manifest)] }))).toEqual([
      { ...km, title: 'សុចរិតភាព', release: '1.0.0', version: VERSION, bytes: 30, wire: 12 },
    ]);
  });

  const file = ['km/integrity/', HASH, 20, 8];
  test.each([
    ['of another form', { form: 2 }],
    ['without files', { files: [] }],
    ['with no list of files', { files: { 0: file } }],
    ['with a file twice', { files: [file, file] }],
    ['with an address of another site', { files: [['//example.org/x', HASH, 1, 1]] }],
    ['with a whole address', { files: [['https://example.org/x', HASH, 1, 1]] }],
    ['with a way out of the site', { files: [['km/../../x', HASH, 1, 1]] }],
    ['with an absolute path', { files: [['/etc/passwd', HASH, 1, 1]] }],
    ['with a hash that is none', { files: [['km/', 'zz', 1, 1]] }],
    ['with a size below nothing', { files: [['km/', HASH, -1, 1]] }],
    ['with a size that is no number', { files: [['km/', HASH, '1', 1]] }],
    ['of a unit that cannot be', { unit: 'x.fr' }],
    ['without a version', { version: '' }],
    ['without a title', { title: '' }],
  ])('%s is not believed', (_, change) => {
    expect(readManifest({ ...(reread(manifestJson(manifest)) as object), ...change })).toBeUndefined();
  });

  test('of any other shape is not believed, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readManifest(value)).toBeUndefined();
        expect(readList(value)).toEqual([]);
        expect(readSaved(value, km)).toBeUndefined();
      }),
    );
  });

  test('in a list that cannot be read is left out, and the others stay', () => {
    const units = [{ unit: 'broken' }, offerJson(manifest), null];
    expect(readList(reread({ form: 1, units })).length).toBe(1);
  });
});

describe('an entry of the index', () => {
  test('is read as it is written', () => {
    expect(readSaved(reread(savedJson(saved)), km)).toEqual(saved);
    expect(unitOfKey('/sog/offline/saved/integrity.km')).toEqual(km);
    expect(unitOfKey('/sog/offline/saved/../x')).toBeUndefined();
  });

  test.each([
    ['of another unit than its key', { unit: 'integrity.en' }],
    ['of another form', { form: 2 }],
    ['without a time', { at: 'yesterday' }],
    ['with versions that are none', { before: ['../x'] }],
    ['with versions that are no list', { before: VERSION }],
  ])('%s is not believed', (_, change) => {
    expect(readSaved({ ...(reread(savedJson(saved)) as object), ...change }, km)).toBeUndefined();
  });

  test('remembers what was in use before, and never counts itself to it', () => {
    const newer = { ...manifest, version: OLDER };
    const after = savedAfter(newer, 2000, saved);
    expect(after.before).toEqual([VERSION]);
    expect(savedAfter(manifest, 3000, after).before).toEqual([OLDER]);
    expect(savedAfter(manifest, 3000, saved).before).toEqual([]);
  });
});
