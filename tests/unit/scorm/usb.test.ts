import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idsOf, parseHtml, printHtml } from '../../../scorm/stage/html.ts';
import { inlineSymbols } from '../../../scorm/stage/icons.ts';
import { placeInEdition, usbDocuments, usbLinks } from '../../../scorm/usb/documents.ts';
import { editionFiles, makeEdition } from '../../../scorm/usb/edition.ts';
import { keeps } from '../../../scorm/usb/keeps.ts';
import { progressText } from '../../../scorm/usb/progress.ts';
import { readme } from '../../../scorm/usb/readme.ts';
import type { EntryKey, EntryValue } from '../../../src/learning/snapshot.ts';
import { DIST, MODULE } from '../../fixtures/packages/good.ts';

const MODULES = ['integrity', 'services'];
const SITE = 'https://learn.example.org/';

describe('the place of a page in the edition', () => {
  test.each([
    ['km/', '', 'index.html'],
    ['km/index.html', '#kept', 'index.html#kept'],
    ['km/glossary/', '#term-bribe', 'glossary.html#term-bribe'],
    ['km/sources/index.html', '', 'sources.html'],
    ['km/integrity/', '', 'integrity.html'],
    ['km/services/queue/', '', 'services.html#queue'],
    ['km/services/queue/', '#queue--why', 'services.html#queue--why'],
    ['km/services/final-test/', '', 'services.html#final-test'],
    ['km/services/dilemmas/late/', '', 'services.html#dilemma-late'],
    ['en/integrity/', '', undefined],
    ['km/pathways/commune/', '', undefined],
    ['km/privacy/', '', undefined],
    ['', '', undefined],
  ])('%s%s is %s', (path, hash, place) => {
    expect(placeInEdition(path, hash, 'km', MODULES)).toBe(place);
  });

  test('is always a document of its first folder, whatever the address', () => {
    const names = usbDocuments('km', MODULES).map(({ name }) => name);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.webPath(), fc.constantFrom('km', ...MODULES))), (parts) => {
        const place = placeInEdition(parts.join('/'), '', 'km', MODULES);
        expect(place === undefined || names.includes(place.split('#')[0] ?? '')).toBe(true);
      }),
    );
  });

  test('is never that of another page: a module named like one stops the build', () => {
    expect(() => usbDocuments('km', ['sources'])).toThrow('"sources"');
    expect(() => usbDocuments('km', ['index'])).toThrow('"index"');
  });
});

describe('links of a document', () => {
  const ids = new Set(['integrity', 'gifts', 'term-bribe', 'glossary']);
  const links = usbLinks('integrity.html', 'km', MODULES, undefined);
  test.each([
    ['km/integrity/', '', '#integrity'],
    ['km/integrity/gifts/', '', '#gifts'],
    ['km/glossary/', '#term-bribe', '#term-bribe'],
    ['km/glossary/', '#term-gift', 'glossary.html#term-gift'],
    ['km/glossary/', '', 'glossary.html'],
    ['km/services/queue/', '', 'services.html#queue'],
    ['km/pathways/commune/', '', null],
  ])('%s%s leads to %s', (path, hash, to) => {
    expect(links({ path, hash, ids })).toBe(to);
  });

  test('of the first page and the references to themselves are that page', () => {
    const glossary = usbLinks('glossary.html', 'km', MODULES, undefined);
    expect(glossary({ path: 'km/glossary/', hash: '', ids: new Set(['term-bribe']) })).toBe('glossary.html');
  });

  test('lead to the public site where the edition has no such page', () => {
    const online = usbLinks('index.html', 'km', MODULES, SITE);
    expect(online({ path: 'km/pathways/commune/', hash: '#a', ids })).toBe(`${SITE}km/pathways/commune/#a`);
  });
});

describe('symbols of another drawing', () => {
  const dist = mkdtempSync(join(tmpdir(), 'sog-icons-'));
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="clock" viewBox="0 0 24 24"><path d="M1 1"/></symbol></svg>';
  writeFileSync(join(dist, 'icons.svg'), svg);
  const site = { dist, base: '/sog/' };
  const page = (name: string) =>
    parseHtml(`<!doctype html><body><p><svg><use href="/sog/icons.svg#${name}"/></svg></p>`.repeat(2));

  test('come into the document once, and keep their shape and view box', () => {
    const document = page('clock');
    inlineSymbols(document, site, 'a.html');
    const html = printHtml(document);
    expect(html.match(/<symbol id="sog-icon-clock" viewBox="0 0 24 24"><path d="M1 1">/g)).toHaveLength(1);
    expect(html.match(/<use href="#sog-icon-clock">/g)).toHaveLength(2);
    expect(idsOf(document)).toEqual(new Set(['sog-icon-clock']));
  });

  test('that are not there stop the build', () => {
    expect(() => inlineSymbols(page('moon'), site, 'a.html')).toThrow('icons.svg#moon');
  });
});

describe('an edition', () => {
  let dist = '';
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'sog-usb-'));
    cpSync(DIST, dist, { recursive: true });
    for (const { entry } of usbDocuments('km', ['integrity'])) {
      mkdirSync(join(dist, dirname(entry)), { recursive: true });
      cpSync(join(DIST, '__sco/integrity/km/index.html'), join(dist, entry));
    }
  });
  afterEach(() => rmSync(dist, { recursive: true }));
  const options = () => ({
    dist,
    base: '/sog/',
    site: undefined,
    lang: 'km' as const,
    modules: [MODULE],
    search: () => [{ path: 'scan-km.js', content: '1' }],
    documents: [],
  });

  test('stands in one folder, with ASCII names, and its documents in the first folder of it', async () => {
    const names = [...(await editionFiles(options())).keys()];
    expect(names.every((name) => /^school-of-governance-km\/[\x21-\x7e]+$/.test(name))).toBe(true);
    const documents = names
      .filter((name) => /\.(html|txt)$/.test(name))
      .map((name) => name.split('/').slice(1));
    expect(documents.flat().sort()).toEqual([
      'README.txt',
      'glossary.html',
      'index.html',
      'integrity.html',
      'sources.html',
    ]);
    expect(names).toContain('school-of-governance-km/assets/search/scan-km.js');
  });

  test('asks search for the text of its own language, at its own places', async () => {
    const asked: string[] = [];
    const row = { id: 'x', kind: 'lesson', module: 'integrity', title: '', heading: '', text: '' } as const;
    await editionFiles({
      ...options(),
      documents: [
        { ...row, lang: 'km', url: '/sog/km/integrity/gifts/#gifts--why' },
        { ...row, lang: 'en', url: '/sog/en/integrity/gifts/' },
      ],
      search: (documents) => {
        asked.push(...documents.map(({ url }) => url));
        return [];
      },
    });
    expect(asked).toEqual(['integrity.html#gifts--why']);
  });

  test('is the same bytes again', async () => {
    expect(await makeEdition(options())).toEqual(await makeEdition(options()));
  });
});

describe('README.txt', () => {
  test.each(['km', 'en'] as const)(
    'in %s shows in any editor, names the modules and leaves no gap',
    (lang) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readme(lang, [MODULE]));
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n{}]/);
      expect(text).toContain(`- ${MODULE.module.title[lang]} (integrity.html, 1.2.0)`);
      expect(text).toContain('index.html');
    },
  );
});

describe('whether a browser keeps what is written', () => {
  const storage = (setItem: (name: string, value: string, items: Map<string, string>) => void) => {
    const items = new Map<string, string>();
    return {
      items,
      localStorage: {
        getItem: (name: string) => items.get(name) ?? null,
        setItem: (name: string, value: string) => setItem(name, value, items),
        removeItem: (name: string) => items.delete(name),
        key: () => null,
        length: 0,
      },
    };
  };

  test('yes: and nothing of the try stays behind', () => {
    const win = storage((name, value, items) => items.set(name, value));
    expect(keeps(win)).toBe(true);
    expect(win.items.size).toBe(0);
  });

  test('no: it has none, refuses, is full, or takes it and forgets', () => {
    const refusing = {
      get localStorage(): never {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    const full = storage(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect([{}, { localStorage: null }, refusing, full, storage(() => {})].map(keeps)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

test('progress on the first page says what was reached, and no score before there is one', () => {
  const plan = {
    module: 'integrity',
    version: '1.0.0',
    passMark: 80,
    lessons: [
      { id: 'a', questions: [], dilemmas: [] },
      { id: 'b', questions: [], dilemmas: [] },
    ],
    tests: { pre: [], post: ['q'] },
  };
  const words = {
    'module.lessonsRead': '{n} of {total}',
    'module.complete': 'completed',
    'module.best': 'best {score}',
  };
  const values = new Map<EntryKey, EntryValue>([['seen/a', true]]);
  expect(progressText(plan, values, words)).toBe('1 of 2');
  values.set('seen/b', true);
  values.set('outcome', { completion: 'completed', success: 'passed', score: 0 });
  expect(progressText(plan, values, words)).toBe('completed · 2 of 2 · best 0');
});

test.each([
  [['--edition', 'trainer'], 'There is no USB edition "trainer". There is: learner.'],
  [['--lang', 'km'], "Unknown option '--lang'"],
])('the command with %s builds nothing, says why and ends with 2', { timeout: 30_000 }, (args, why) => {
  const { status, stderr } = spawnSync(process.execPath, ['scorm/usb/cli.ts', ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain(why);
  expect(stderr).toContain('Usage: npm run usb');
});
