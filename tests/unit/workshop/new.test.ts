import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/cli/new.ts';
import { loadTree } from '../../../src/curriculum/load.ts';
import { lintKhmer } from '../../../src/workshop/khmer-lint/lint.ts';
import { appendEntry } from '../../../src/workshop/new/edit.ts';
import { KINDS, type Wanted } from '../../../src/workshop/new/plan.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { VALID } from './support.ts';

const want = (kind: Wanted['kind'], path: string, more: Partial<Wanted> = {}): Wanted => ({
  ...{
    lesson: undefined,
    type: undefined,
    options: undefined,
    objective: undefined,
    en: undefined,
    km: undefined,
  },
  kind,
  path,
  today: '2026-11-22',
  ...more,
});
const make = (wanted: Wanted, tree: ReadonlyMap<string, string> = VALID): Map<string, string> => {
  return new Map([...tree, ...textsFor(wanted, tree)]);
};

const MAKES: readonly (readonly [string, Wanted])[] = [
  ['a module', want('module', 'fees')],
  ['a module with a named lesson', want('module', 'fees', { lesson: 'posted-fees' })],
  ['a lesson', want('lesson', 'gifts/envelope')],
  ['a practice question', want('question', 'gifts/basket/ask-again')],
  [
    'a practice question with named answers',
    want('question', 'gifts/basket/ask-again', { options: ['wait', 'go'] }),
  ],
  ['a true-false question', want('question', 'gifts/basket/ask-again', { type: 'true-false' })],
  ['a multiple-choice question', want('question', 'gifts/basket/ask-again', { type: 'multiple-choice' })],
  ...(['matching', 'ordering', 'categorise', 'fill-in', 'numeric', 'rating'] as const).map(
    (type) => [`a ${type} question`, want('question', 'gifts/basket/ask-again', { type })] as const,
  ),
  [
    'an ordering with named steps',
    want('question', 'gifts/basket/ask-again', { type: 'ordering', options: ['a', 'b', 'c', 'd'] }),
  ],
  ['a pair of test questions', want('question', 'gifts/test/two-gifts')],
  ['a paper question', want('question', 'gifts/paper/two-gifts', { objective: 'tell-gift-from-bribe' })],
  ['a dilemma', want('dilemma', 'gifts/basket/the-envelope')],
  ['a figure', want('figure', 'gifts/basket/scale')],
  ['a term', want('term', 'tip')],
  ['a term with its words', want('term', 'tip', { en: 'tip: "extra" money', km: 'លុយទឹកតែ' })],
  ['a source', want('source', 'new-guide')],
];

describe('what is made', () => {
  test('is of every kind there is', () => {
    expect(new Set(MAKES.map(([, { kind }]) => kind))).toEqual(new Set(KINDS));
  });

  test.each(MAKES)('passes the check: %s', (_, wanted) => {
    const tree = make(wanted);
    expect(tree).not.toEqual(VALID);
    expect(loadTree(tree).faults).toEqual([]);
  });

  test.each(MAKES)('is clean Khmer: %s', (_, wanted) => {
    const tree = make(wanted);
    expect(lintKhmer(loadTree(tree).curriculum, tree)).toEqual({ findings: [], faults: [] });
  });

  test('passes the check one upon the other', () => {
    const wanted = [
      want('module', 'fees'),
      want('lesson', 'fees/receipts'),
      want('question', 'fees/receipts/two-papers'),
      want('question', 'fees/receipts/three-papers', { type: 'true-false' }),
      want('dilemma', 'fees/introduction/the-queue'),
      want('question', 'fees/test/prices'),
      want('question', 'fees/test/queues'),
      want('figure', 'fees/receipts/papers'),
    ];
    const tree = wanted.reduce((before, next) => make(next, before), VALID);
    expect(loadTree(tree).faults).toEqual([]);
    expect(loadTree(tree).curriculum.modules.map(({ lessons }) => lessons.length)).toEqual([1, 2]);
  });

  test('touches no text that was there', () => {
    const tree = make(want('question', 'gifts/basket/ask-again'));
    for (const [file, text] of VALID) {
      const missing = text
        .split('\n')
        .filter((line) => !/alone:/.test(line) && !tree.get(file)?.includes(line));
      expect(missing).toEqual([]);
    }
    expect(tree.get('content/modules/gifts/en/basket.mdx')).toContain('minutes: { alone: 7 }');
  });

  test('stands in the same place of both languages, before the last heading', () => {
    const tree = make(want('figure', 'gifts/basket/scale'));
    expect(tree.get('content/modules/gifts/en/basket.mdx')).toContain(
      '<Figure id="scale" />\n\n### What others see',
    );
    expect(tree.get('content/modules/gifts/km/basket.mdx')).toContain('<Figure id="scale" />\n\n### អ្វី');
  });

  test('goes into the one language of a lesson that has no twin yet', () => {
    const { tree } = new Files(VALID).remove('km/basket.mdx');
    const after = make(want('question', 'gifts/basket/ask-again'), tree);
    expect(after.get('content/modules/gifts/en/basket.mdx')).toContain('<Question id="ask-again" />');
    expect(after.has('content/modules/gifts/km/basket.mdx')).toBe(false);
  });
});

describe('nothing is made', () => {
  const published = new Files(VALID).publish().tree;
  const retired = new Files(VALID).replace(
    'ids.lock.yaml',
    'basket: { n: 1 }',
    'basket: { n: 1 }\n  bowl: { n: 2, retired: true }',
  ).tree;
  const renamed = new Files(VALID).replace(
    'ids.lock.yaml',
    'basket: { n: 1 }',
    'basket: { n: 1, renamedFrom: [bowl] }',
  ).tree;
  const broken = new Files(VALID).replace('questions/basket.yaml', 'type: true-false', 'type: yes-no').tree;

  test.each([
    [
      'of a type that a test has no form for',
      want('question', 'gifts/test/steps', { type: 'ordering' }),
      VALID,
      /ordering stands in a lesson/,
    ],
    [
      'with too few parts for its type',
      want('question', 'gifts/basket/steps', { type: 'ordering', options: ['a', 'b'] }),
      VALID,
      /3 to 8 different ids/,
    ],
    ['of a module that exists', want('module', 'gifts'), VALID, /a module "gifts" already/],
    [
      'of a lesson that exists',
      want('lesson', 'gifts/basket'),
      VALID,
      /a lesson "basket" in "gifts" already/,
    ],
    ['of a question that exists', want('question', 'gifts/basket/ask-first'), VALID, /already/],
    [
      'of a test pair that exists',
      want('question', 'gifts/test/x'),
      make(want('question', 'gifts/test/x')),
      /already/,
    ],
    ['of a dilemma that exists', want('dilemma', 'gifts/basket/the-basket'), VALID, /already/],
    ['of a figure that exists', want('figure', 'gifts/basket/desk'), VALID, /already/],
    ['of a term that exists', want('term', 'gift'), VALID, /already/],
    ['with an id of capitals', want('lesson', 'gifts/Envelope'), VALID, /"Envelope" is no id/],
    ['with an id in Khmer', want('term', 'អំណោយ'), VALID, /is no id/],
    ['outside its folder', want('module', '..'), VALID, /is no id/],
    ['outside its folder by a lesson', want('module', 'fees', { lesson: '../../x' }), VALID, /is no id/],
    [
      'with an answer that is no id',
      want('question', 'gifts/basket/x', { options: ['a', 'B c'] }),
      VALID,
      /is no id/,
    ],
    ['with one answer', want('question', 'gifts/basket/x', { options: ['a'] }), VALID, /two to eight/],
    [
      'with an answer twice',
      want('question', 'gifts/basket/x', { options: ['a', 'a'] }),
      VALID,
      /two to eight/,
    ],
    ['without a place', want('lesson', 'envelope'), VALID, /npm run new -- lesson gifts\/basket/],
    ['in a module that does not exist', want('lesson', 'fees/x'), VALID, /no module "fees".*"gifts"/],
    [
      'in a lesson that does not exist',
      want('question', 'gifts/bucket/x'),
      VALID,
      /no lesson "bucket".*"basket"/,
    ],
    [
      'for an objective that does not exist',
      want('question', 'gifts/basket/x', { objective: 'y' }),
      VALID,
      /no objective "y"/,
    ],
    ['under a name of the site', want('module', 'glossary'), VALID, /cannot be called "glossary"/],
    ['under a name of a pool', want('lesson', 'gifts/test'), VALID, /cannot be called "test"/],
    ['in a published module', want('lesson', 'gifts/envelope'), published, /published.*status: draft/],
    ['for a published lesson', want('question', 'gifts/basket/x'), published, /published/],
    [
      'with an id of a retired lesson',
      want('lesson', 'gifts/bowl'),
      retired,
      /learners' records still speak of it/,
    ],
    [
      'with an old name of a lesson',
      want('lesson', 'gifts/bowl'),
      renamed,
      /learners' records still speak of it/,
    ],
    ['while the module cannot be read', want('question', 'gifts/basket/x'), broken, /nothing was made/],
  ])('%s', (_, wanted, tree, message) => {
    expect(() => textsFor(wanted, tree)).toThrow(message);
  });
});

describe('adding to a list', () => {
  test.each([
    [
      'a list under a field',
      'a:\n  - x # why\n  - y # and\nb: 1\n',
      'a',
      'a:\n  - x # why\n  - y # and\n  - z\nb: 1\n',
    ],
    ['a list at the left edge', 'a:\n- x\nb: 1\n', 'a', 'a:\n- x\n- z\nb: 1\n'],
    ['a list in brackets', 'a: [x, y]\nb: 1\n', 'a', 'a: [x, y, z]\nb: 1\n'],
    ['a file that is a list', '# list\n- x\n', '', '# list\n- x\n- z\n'],
    ['a file without a last line end', '- x', '', '- x\n- z'],
    [
      'a list that ends with a block of text',
      'a:\n  - |-\n    one\n    two\nb: 1\n',
      'a',
      'a:\n  - |-\n    one\n    two\n  - z\nb: 1\n',
    ],
  ])('keeps everything else: %s', (_, before, key, after) => {
    expect(appendEntry(before, key, ['z'])).toBe(after);
  });

  test('is refused where there is no list', () => {
    expect(() => appendEntry('a: 1\n', 'a', ['z'])).toThrow('no list "a"');
    expect(() => appendEntry('a: []\n', 'a', ['z'])).toThrow('empty');
  });
});
