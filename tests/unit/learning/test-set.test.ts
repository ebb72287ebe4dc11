import { describe, expect, it } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import { readTree } from '../../../src/curriculum/tree.ts';
import { drawTest, seedLike } from '../../../src/learning/draw.ts';
import { askedBy, testSetOf } from '../../../src/learning/test-set.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { withPairs } from '../../fixtures/content/pairs.ts';
import { source } from '../../support/curriculum.ts';

const VALID = readTree('tests/fixtures/content/valid');

/** The module of the fixtures with three pairs more, and its sets as written. */
function moduleWith(sets: string) {
  const files = withPairs(new Files(VALID), 3).replace(
    'module.yaml',
    'objectives:\n',
    `${sets}objectives:\n`,
  );
  const { curriculum, faults } = loadTree(files.tree);
  expect(faults).toEqual([]);
  const [module] = curriculum.modules;
  if (!module) throw new Error('the fixture has no module');
  return module;
}

describe('a module that says nothing about its sets', () => {
  it('asks everything in both tests, shuffled, as often as one likes, with the answers at the end', () => {
    const module = moduleWith('');
    const common = { shuffle: true, attempts: 'unlimited', hints: false, answers: 'at-end', draw: {} };
    expect(testSetOf(module, 'pre')).toMatchObject({ ...common, form: 'pre', passMark: null });
    expect(testSetOf(module, 'post')).toMatchObject({ ...common, form: 'post', passMark: 80 });
    expect(askedBy(testSetOf(module, 'post'))).toBe(4);
  });
});

describe('a module that sets up its tests', () => {
  const module = moduleWith(`sets:
  draw: 2
  pre: { attempts: 1, answers: never, passMark: 70 }
  post: { attempts: 3, answers: after-each, shuffle: false }
`);
  const [pre, post] = [testSetOf(module, 'pre'), testSetOf(module, 'post')];

  it('has each set as it was written', () => {
    expect(pre).toMatchObject({ attempts: 1, answers: 'never', passMark: 70, shuffle: true });
    expect(post).toMatchObject({ attempts: 3, answers: 'after-each', passMark: 80, shuffle: false });
  });

  it('draws n of m, and in the final test the twins of what the pre-test drew', () => {
    expect(askedBy(pre)).toBe(2);
    for (let seed = 1; seed <= 50; seed++) {
      const before = drawTest(seed, pre.items, pre).questions.map((at) => pre.items[at]);
      const now = drawTest(seedLike(seed, seed * 0x10001), post.items, post).questions.map(
        (at) => post.items[at],
      );
      const twins = (items: typeof before) => items.map((item) => item?.twin).sort();
      const own = (items: typeof before) => items.map((item) => item?.n).sort();
      expect(own(now)).toEqual(twins(before));
      expect(twins(now)).toEqual(own(before));
    }
  });

  it('may draw a number of its own for one objective', () => {
    const set = testSetOf(moduleWith('sets:\n  draw: { tell-gift-from-bribe: 3 }\n'), 'post');
    expect(askedBy(set)).toBe(3);
  });
});

describe('every published test', () => {
  it('has for each item the number of its twin in the other form', () => {
    const [pre, post] = [testSetOf(source, 'pre'), testSetOf(source, 'post')];
    expect(pre.items.map(({ twin }) => twin).sort()).toEqual(post.items.map(({ n }) => n).sort());
    expect(post.items.map(({ twin }) => twin).sort()).toEqual(pre.items.map(({ n }) => n).sort());
    expect(new Set([...pre.items, ...post.items].map(({ n }) => n)).size).toBe(
      pre.items.length + post.items.length,
    );
    expect(pre.items.every(({ n, twin }) => n > 0 && twin > 0)).toBe(true);
  });
});
