import { describe, expect, test } from 'vitest';
import { formatFaults } from '../../../src/curriculum/friendly.ts';
import { loadTree } from '../../../src/curriculum/load.ts';
import { readTree } from '../../../src/curriculum/tree.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { HOSTILE } from '../../fixtures/content/hostile/index.ts';

const VALID = readTree('tests/fixtures/content/valid');

describe('the checker', () => {
  test('finds nothing in the valid curriculum, as a draft and published', () => {
    expect(loadTree(VALID).faults).toEqual([]);
    expect(loadTree(new Files(VALID).publish().tree).faults).toEqual([]);
  });

  test.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))(
    'reports when %s',
    (_, { edit, rules }) => {
      const files = new Files(VALID);
      edit(files);
      const { faults } = loadTree(files.tree);
      expect([...new Set(faults.map((fault) => fault.rule))].sort()).toEqual([...rules].sort());
      expect(formatFaults(faults)).toMatchSnapshot();
    },
  );
});
