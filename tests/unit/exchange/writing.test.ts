import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { plain, readTree } from '../../../src/curriculum/tree.ts';
import { NotWritten, wholeFiles, writeChanges } from '../../../src/exchange/files.ts';
import { codesOf, readInline, textOf } from '../../../src/exchange/inline.ts';
import { applyEdits, applyToRaw } from '../../../src/exchange/text-edit.ts';
import { yamlEdits } from '../../../src/exchange/yaml-edit.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

describe('edits', () => {
  test('leave everything outside them, in the order of the text', () => {
    const edits = [
      { start: 4, end: 5, text: 'X' },
      { start: 0, end: 1, text: '' },
    ];
    expect(applyEdits('abcdefg', edits)).toBe('bcdXfg');
  });

  test('that touch the same text are refused, and the same edit twice is one', () => {
    const one = { start: 1, end: 3, text: 'X' };
    expect(() => applyEdits('abcd', [one, { start: 2, end: 4, text: 'Y' }])).toThrow(RangeError);
    expect(applyEdits('abcd', [one, one])).toBe('aXd');
  });

  test('keep a byte order mark and every line end as it is, also where they are mixed', () => {
    const raw = '\uFEFFa\r\nb\nc\r\nd';
    const at = plain(raw).indexOf('c');
    expect(applyToRaw(raw, [{ start: at, end: at + 1, text: 'x\ny' }])).toBe('\uFEFFa\r\nb\nx\r\ny\r\nd');
  });
});

describe('a YAML text', () => {
  const write = (text: string, path: (string | number)[], value: string): string =>
    applyEdits(text, yamlEdits(text, [{ path, value }]));

  test.each([
    ['plain', 'km: a # why\n', 'km: ថ្មី # why\n'],
    ['single quotes', "km: 'a'\n", "km: 'ថ្មី'\n"],
    ['double quotes', 'km: "a"\n', 'km: "ថ្មី"\n'],
    ['literal block', 'km: |-\n  a\n  b\nen: x\n', 'km: |-\n  ថ្មី\nen: x\n'],
    ['folded block', 'km: >\n  a\n  b\nen: x\n', 'km: >\n  ថ្មី\nen: x\n'],
    ['over two lines', 'km: a\n  b\nen: x\n', 'km: ថ្មី\nen: x\n'],
    ['in braces', '{ en: x, km: a }\n', '{ en: x, km: ថ្មី }\n'],
    ['with an anchor', 'km: &k a\n', 'km: &k ថ្មី\n'],
  ])('keeps its way of writing: %s', (_, before, after) => {
    expect(write(before, ['km'], 'ថ្មី')).toBe(after);
  });

  test.each([
    'True',
    '12',
    'null',
    '- a',
    'a: b',
    'a # b',
    '"',
    "'",
    '{a}',
    '[a]',
    '#a',
    '&a',
    '*a',
    '!a',
    '@a',
    '%a',
    '`',
    '~',
    '2026-11-22',
    '?',
  ])('gets quotes where %s would mean something else', (value) => {
    expect(parse(write('- {km: a}\n', [0, 'km'], value))).toEqual([{ km: value }]);
    expect(parse(write('- km: a\n', [0, 'km'], value))).toEqual([{ km: value }]);
  });

  test('gives back any text, in any way of writing', () => {
    const styles = [
      'km: a\nen: b\n',
      "km: 'a'\nen: b\n",
      'km: "a"\nen: b\n',
      'km: |-\n  a\nen: b\n',
      '{ km: a, en: b }\n',
    ];
    const texts = fc.string({
      unit: fc.constantFrom(...'កខ្ម។៖ ab:#-{}[]"\'\\,&*!|>%@`?\n'.split('')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom(...styles), (text, style) => {
        const value = text.trim();
        fc.pre(value !== '');
        expect(parse(write(style, ['km'], value))).toEqual({ km: value, en: 'b' });
      }),
    );
  });

  test('has nothing written where there is no text and no twin', () => {
    expect(() => yamlEdits('a: 1\n', [{ path: ['b', 'km'], value: 'x' }])).toThrow(RangeError);
  });
});

describe('a passage', () => {
  test('is taken apart into text and codes, and put together again', () => {
    const text =
      '**When?** a *b* <Term id="x">gift **b**</Term> ![alt](u.png) [l](http://x) <Cite id="a" />.';
    const pieces = readInline(text, 'paragraph');
    expect(textOf(pieces)).toBe(text);
    expect(codesOf(pieces).map(({ ctype }) => ctype)).toEqual([
      'bold',
      'italic',
      'x-term',
      'bold',
      'image',
      'link',
      'x-cite',
    ]);
  });

  test('that begins like a list or a heading is text', () => {
    for (const text of ['1. a', '- a', '> a', 'a\nb **c**'])
      expect(textOf(readInline(text, 'paragraph'))).toBe(text);
    expect(codesOf(readInline('1. **a**', 'heading'))).toHaveLength(1);
  });

  test('of YAML has no Markdown, but placeholders', () => {
    expect(readInline('**{name}** x', 'field')).toEqual([
      '**',
      { ctype: 'x-placeholder', open: '{name}', inside: [] },
      '** x',
    ]);
  });

  test('is never changed by being read', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aក *_`[]()<>{}!\\"#&;\n'.split('')), maxLength: 20 });
    fc.assert(fc.property(texts, (text) => textOf(readInline(text, 'paragraph')) === text));
  });
});

describe('files', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'writing-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function put(file: string, bytes: string | Uint8Array): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  }
  const edit = (file: string) => ({
    edits: new Map([[file, [{ start: 0, end: 1, text: 'X' }]]]),
    whole: new Map<string, string>(),
  });

  test('keep their bytes outside the edit, and nothing is left beside them', () => {
    put('content/a.yaml', '\uFEFFa\r\nb\n');
    writeChanges(root, readTree(root), edit('content/a.yaml'));
    expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('\uFEFFX\r\nb\n');
    expect(readdirSync(join(root, 'content'))).toEqual(['a.yaml']);
  });

  test('that were edited after they were read are not written, nor are the others', () => {
    put('content/a.yaml', 'a');
    put('content/b.yaml', 'b');
    const tree = readTree(root);
    put('content/b.yaml', 'edited');
    const both = {
      edits: new Map([...edit('content/a.yaml').edits, ...edit('content/b.yaml').edits]),
      whole: new Map(),
    };
    expect(() => writeChanges(root, tree, both)).toThrow(NotWritten);
    expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('a');
    expect(readFileSync(join(root, 'content/b.yaml'), 'utf8')).toBe('edited');
  });

  test('that appeared meanwhile are not written over', () => {
    const tree = readTree(root);
    put('content/c.yaml', 'mine');
    expect(() => writeChanges(root, tree, wholeFiles([['content/c.yaml', 'x']]))).toThrow(NotWritten);
  });

  test('that are not UTF-8 are left alone', () => {
    put('content/a.yaml', Uint8Array.from([0x61, 0xe9, 0x0a]));
    expect(() => writeChanges(root, readTree(root), edit('content/a.yaml'))).toThrow(/is not UTF-8/);
  });

  test('that are written whole keep their byte order mark and line ends of Windows', () => {
    put('content/a.yaml', '\uFEFFa\r\nb\r\n');
    writeChanges(root, readTree(root), wholeFiles([['content/a.yaml', 'a\nc\n']]));
    expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('\uFEFFa\r\nc\r\n');
  });

  test('that are written whole are not, when one of them was edited after it was read', () => {
    put('content/a.yaml', 'a\n');
    const tree = readTree(root);
    put('content/a.yaml', 'somebody else\n');
    const both = wholeFiles([
      ['content/new.yaml', 'b\n'],
      ['content/a.yaml', 'c\n'],
    ]);
    expect(() => writeChanges(root, tree, both)).toThrow('content/a.yaml was changed while this command ran');
    expect(readdirSync(join(root, 'content'))).toEqual(['a.yaml']);
  });
});
