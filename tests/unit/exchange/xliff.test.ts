import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contentOf } from '../../../src/exchange/plan.ts';
import { exported, files, translated, unitIn, VALID } from './exchanging.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

// No package of the npm registry ships the XLIFF 1.2 schema. What the specification asks of the parts that we write is
// checked here; tests/system/omegat.test.ts validates against the schema, which a Debian package has.
describe('an exported file', () => {
  const X = { x: 'urn:oasis:names:tc:xliff:document:1.2' };
  const document = XmlDocument.fromString(exported(VALID));
  const find = (path: string): XmlElement[] => document.find(path, X) as XmlElement[];

  test('has the elements and attributes that XLIFF 1.2 requires, in its order', () => {
    expect(document.root.attr('version')?.value).toBe('1.2');
    const [file] = find('/x:xliff/x:file');
    for (const name of ['original', 'source-language', 'datatype'])
      expect(file?.attr(name)?.value).toBeTruthy();
    expect(find('/x:xliff/x:file/*').map(({ name }) => name)).toEqual(['header', 'body']);
    for (const unit of find('//x:trans-unit')) {
      const names = find(`//x:trans-unit[@id="${unit.attr('id')?.value}"]/*`).map(({ name }) => name);
      expect(names.join(' ')).toMatch(/^source target context-group( note)+$/);
    }
  });

  test('names every passage once, and every code of a passage once', () => {
    const ids = find('//x:trans-unit').map((unit) => unit.attr('id')?.value);
    expect(new Set(ids).size).toBe(ids.length);
    for (const side of [...find('//x:source'), ...find('//x:target')]) {
      const codes = (side.find('.//x:g | .//x:ph', X) as XmlElement[]).map((code) => code.attr('id')?.value);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  test('uses only states and kinds of codes that XLIFF 1.2 has, or that begin with "x-"', () => {
    for (const target of find('//x:target')) {
      expect(['new', 'needs-review-translation', 'translated', 'signed-off']).toContain(
        target.attr('state')?.value,
      );
    }
    for (const code of find('//x:g | //x:ph')) {
      expect(code.attr('ctype')?.value).toMatch(/^(x-[a-z]+|bold|italic|link|image|lb)$/);
    }
  });

  test('protects what is not translated, and leaves the words in it open', () => {
    expect(unitIn(exported(VALID), 'gifts/lesson/basket/gift-or-bribe/1')).toContain(
      '<source>A <g id="1" ctype="x-term">gift</g> wants nothing back <ph id="2" ctype="x-cite">&lt;Cite id="gift-guide" /&gt;</ph>.</source>',
    );
  });

  test('tells the translator where a passage stands, who reads it, its sources, the law in it and the glossary', () => {
    const tree = files().replace('en/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:').tree;
    const notes = [
      ...unitIn(exported(tree), 'gifts/lesson/basket/gift-or-bribe/1').matchAll(
        /<note from="(\w+)">([^<]*)</g,
      ),
    ];
    expect(notes.map(([, from, text]) => `${from}: ${text}`)).toEqual([
      'original: A &lt;Term id="gift"&gt;gift&lt;/Term&gt; wants nothing back &lt;Cite id="gift-guide" /&gt;.',
      'where: Paragraph · Read by learners. · Under the heading: Gift or bribe',
      expect.stringMatching(/^legal: States or touches a point of law/),
      expect.stringMatching(/^source: gift-guide: A guide/),
      'glossary: gift = អំណោយ',
    ]);
  });

  test('holds no character that XML forbids', () => {
    const tree = files().replace('module.yaml', 'en: Gifts,', 'en: "Gi\\u0001fts",').tree;
    expect(exported(tree)).toContain('<source>Gifts</source>');
  });

  test('leaves out a passage that only one language has', () => {
    const tree = files().replace('en/basket.mdx', '<Figure', 'One more.\n\n<Figure').tree;
    expect(exported(tree)).not.toContain('One more.');
  });
});

test('content that cannot be read is not exchanged', () => {
  const broken = files().replace('km/basket.mdx', '</KeyPoint>', '').tree;
  expect(contentOf(broken).content).toBeUndefined();
  expect(contentOf(broken).faults.map(({ rule }) => rule)).toEqual(['mdx/syntax']);
  expect(contentOf(files().write('/ledger.yaml', 'original: fr\n').tree).content).toBeUndefined();
});

describe('the commands', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'translate-'));
    cpSync('tests/fixtures/content/valid', root, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function run(...args: string[]): { code: number | null; out: string; err: string } {
    const ran = spawnSync(process.execPath, ['src/cli/translate.ts', ...args, '--root', root], {
      encoding: 'utf8',
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  }
  const path = (name: string): string => join(root, 'translation', name);

  test('name the line at which a file was cut off within a letter, and write nothing', () => {
    run('export', '--to', 'km');
    const bytes = readFileSync(path('gifts.en-km.xlf'));
    const khmer = bytes.indexOf('អំណោយ');
    writeFileSync(path('cut.xlf'), bytes.subarray(0, khmer + 1));
    const line = bytes.subarray(0, khmer).toString('utf8').split('\n').length;
    const { code, err } = run('import', path('cut.xlf'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`cut.xlf:${line}  From here on`) });
  });

  test('write one file a module, and put it back', () => {
    expect(run('export', '--to', 'km').code).toBe(0);
    expect(readdirSync(join(root, 'translation'))).toEqual(['gifts.en-km.xlf', 'shared.en-km.xlf']);
    const text = translated(readFileSync(path('gifts.en-km.xlf'), 'utf8'), 'gifts/module/title', 'អំណោយថ្មី');
    writeFileSync(path('gifts.en-km.xlf'), text);
    const { code, out } = run('import', path('gifts.en-km.xlf'), path('shared.en-km.xlf'));
    expect(out).toBe(
      [
        'content/modules/gifts/module.yaml:5  gifts/module/title',
        '  - អំណោយ',
        '  + អំណោយថ្មី',
        'gifts/module: 2 of 3 passages are not marked as translated yet; import again with --checked when all were compared with the original.',
        'gifts.en-km.xlf: 1 passage changed; 1 file written.',
        'shared.en-km.xlf: nothing to change.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'content/modules/gifts/module.yaml'), 'utf8')).toContain('km: អំណោយថ្មី');
  });

  test('do not write over a file in which somebody may have worked', () => {
    run('export', '--to', 'km', '--module', 'gifts');
    writeFileSync(path('gifts.en-km.xlf'), 'work');
    const { code, err } = run('export', '--to', 'km');
    expect([code, err]).toEqual([2, expect.stringContaining('translations in it would be lost')]);
    expect(readFileSync(path('gifts.en-km.xlf'), 'utf8')).toBe('work');
    expect(run('export', '--to', 'km', '--force').code).toBe(0);
  });

  test('refuse a damaged file with line and reason, end with 1, and write nothing', () => {
    run('export', '--to', 'km');
    const before = readFileSync(join(root, 'content/modules/gifts/module.yaml'), 'utf8');
    const text = readFileSync(path('gifts.en-km.xlf'), 'utf8');
    writeFileSync(
      path('gifts.en-km.xlf'),
      translated(text, 'gifts/module/title', 'ថ្មី').replace('<body>', '<body>&'),
    );
    const { code, out } = run('import', path('gifts.en-km.xlf'));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^gifts\.en-km\.xlf:\d+ {2}xliff\/syntax\n[\s\S]*is refused whole, for 1 reason; nothing was written\.\n$/,
    );
    expect(readFileSync(join(root, 'content/modules/gifts/module.yaml'), 'utf8')).toBe(before);
  });

  test.each([
    [['export'], 'Say --to km or --to en.'],
    [['export', '--to', 'fr'], 'Say --to km or --to en, not "fr".'],
    [['export', '--to', 'km', '--module', 'gift'], 'There is no module "gift". Did you mean "gifts"?'],
    [['import'], 'Name the files to import.'],
    [['import', 'nowhere.xlf'], 'There is no file nowhere.xlf.'],
    [['translate'], 'Say "export" or "import".'],
  ])('say what is wrong with %j', (args, message) => {
    const { code, err } = run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
