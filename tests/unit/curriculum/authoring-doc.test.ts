import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import { COMPONENTS } from '../../../src/curriculum/schema/components.ts';
import { readTree } from '../../../src/curriculum/tree.ts';
import { Files } from '../../fixtures/content/edit.ts';

const DOC = readFileSync('docs/authoring.md', 'utf8');
const VALID = readTree('tests/fixtures/content/valid');

function fences(language: string): string[] {
  return [...DOC.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/** The path in the example's first line, below `content/`. */
function pathOf(example: string): string {
  return /^# content(\/\S+)/.exec(example)?.[1] ?? '';
}

describe('the authoring guide', () => {
  test.each(COMPONENTS)('shows the component %s under a heading of its own', (name) => {
    expect(DOC).toMatch(new RegExp(`^### ${name}\\n[\\s\\S]*?\`\`\`mdx\\n[\\s\\S]*?<${name}[ >]`, 'm'));
  });

  test.each(fences('mdx'))('gives a sound example: %s', (example) => {
    const files = new Files(VALID).append('en/basket.mdx', `\n${example}`);
    const { faults } = loadTree(files.tree);
    expect(faults.filter((fault) => /^(mdx|component|heading)\//.test(fault.rule))).toEqual([]);
  });

  const yamls = fences('yaml').map((example) => [pathOf(example), example] as const);

  test.each(yamls.filter(([path]) => path.endsWith('.yaml')))(
    'gives a sound example of %s',
    (path, example) => {
      const files = new Files(VALID).write(path, example);
      const { faults } = loadTree(files.tree);
      const here = faults.filter((fault) => fault.file === `content${path}`);
      expect(here.filter((fault) => /^(yaml|schema|text|file)\//.test(fault.rule))).toEqual([]);
    },
  );

  test('gives sound front matter', () => {
    const example = yamls.find(([path]) => path.endsWith('.mdx'))?.[1] ?? '';
    const files = new Files(VALID).write('en/basket.mdx', `---\n${example}---\nA basket.\n`);
    const { faults } = loadTree(files.tree);
    expect(faults.filter((fault) => /^(yaml|schema|lesson\/no-front)/.test(fault.rule))).toEqual([]);
  });

  test('shows a sound drawing', () => {
    const [svg = ''] = fences('svg');
    expect(loadTree(new Files(VALID).write('media/desk.svg', svg).tree).faults).toEqual([]);
  });
});
