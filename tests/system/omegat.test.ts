import { afterEach, describe, expect, test } from 'vitest';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import { type ContentTree, readTree } from '../../src/curriculum/tree.ts';
import { exportParts } from '../../src/exchange/export.ts';
import { type Imported, importXliff } from '../../src/exchange/import.ts';
import { type Content, contentOf } from '../../src/exchange/plan.ts';
import { Files } from '../fixtures/content/edit.ts';
import { OmegatProject } from '../support/omegat.ts';
import { schemaFaults } from '../support/xliff-schema.ts';

/** Exported files in the system's OmegaT, and against the published schema of XLIFF 1.2. */
const REAL = readTree('.');
const VALID = readTree('tests/fixtures/content/valid');

function content(tree: ContentTree): Content {
  const found = contentOf(tree).content;
  if (found === undefined) throw new Error('the content cannot be read');
  return found;
}
const exported = (tree: ContentTree, to: Lang = 'km'): ReadonlyMap<string, string> =>
  exportParts(content(tree), to).files;
const imported = (tree: ContentTree, name: string, text: string): Imported =>
  importXliff(tree, content(tree), { name, text }, { today: '2026-11-23' });

let project: OmegatProject | undefined;
afterEach(() => project?.remove());

describe('OmegaT', () => {
  test.each([['km', 'en'] as const, ['en', 'km'] as const])(
    'opens every passage of the real content and saves it, to %s, and nothing has changed',
    (to, from) => {
      const files = exported(REAL, to);
      project = new OmegatProject(files, from, to);
      project.save();
      for (const [name, text] of files) {
        expect(project.segments(name)).toBe(text.match(/<trans-unit /g)?.length);
        const result = imported(REAL, name, project.translated(name));
        expect(result.refused).toEqual([]);
        expect(result.changes).toEqual([]);
        expect([...result.tree].filter(([file, after]) => REAL.get(file) !== after)).toEqual([]);
      }
    },
  );

  test('translates a lesson that has no Khmer yet, tags and all, and its file comes back', () => {
    const tree = new Files(VALID).remove('km/basket.mdx').tree;
    const files = exported(tree);
    project = new OmegatProject(files, 'en', 'km');
    project.translateAll((segment) => (/[A-Za-z]{2}/.test(segment) ? `ថ្មី ${segment}` : segment));
    project.save();
    const name = 'gifts.en-km.xlf';
    const result = imported(tree, name, project.translated(name));
    expect(result.refused).toEqual([]);
    const made = result.tree.get('content/modules/gifts/km/basket.mdx');
    expect(made).toContain('ថ្មី A <Term id="gift">gift</Term> wants nothing back <Cite id="gift-guide" />.');
    expect(made).toContain('<Slide title="ថ្មី A basket">');
    expect(made).toContain('review: awaiting-native-review');
  });

  test('lets a translator lose a tag, and the import notices', () => {
    const tree = new Files(VALID).remove('km/basket.mdx').tree;
    project = new OmegatProject(exported(tree), 'en', 'km');
    project.translateAll((segment) => segment.replace(/&lt;[^;]*&gt;/g, ''));
    project.save();
    const { refused } = imported(tree, 'gifts.en-km.xlf', project.translated('gifts.en-km.xlf'));
    expect(new Set(refused.map(({ rule }) => rule))).toEqual(new Set(['xliff/tag-missing']));
  });
});

describe('the strict schema of XLIFF 1.2', () => {
  test.each(['km', 'en'] as const)('finds nothing in what is exported to %s', (to) => {
    for (const text of exported(REAL, to).values()) expect(schemaFaults(text)).toEqual([]);
  });

  test('would find something', () => {
    const [text = ''] = exported(VALID).values();
    expect(schemaFaults(text.replace('<target state="', '<target stat="')).length).toBeGreaterThan(0);
  });
});
