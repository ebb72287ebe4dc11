import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestData } from '../../src/components/test/test.ts';
import { readTree } from '../../src/curriculum/tree.ts';
import { Files } from '../fixtures/content/edit.ts';
import { withPairs } from '../fixtures/content/pairs.ts';
import { buildElsewhere } from '../support/build-elsewhere.ts';

/** The module of the fixtures with four pairs, of which its tests draw two. */
const SETS = `sets:
  draw: 2
  pre: { attempts: 1, answers: never, hints: true, passMark: 70 }
  post: { attempts: 3, answers: after-each, shuffle: false }
`;
const REASON = 'It wants nothing back.';
const HINT = 'What comes after it?';

let built: ReturnType<typeof buildElsewhere>;
const page = (path: string) => readFileSync(join(built.dist, 'en/gifts', path, 'index.html'), 'utf8');
const dataOf = (html: string) => JSON.parse(/data-test>(\{[^<]*)/.exec(html)?.[1] ?? '') as TestData;

beforeAll(() => {
  const files = withPairs(new Files(readTree('tests/fixtures/content/valid')), 3)
    .replace('module.yaml', 'objectives:\n', `${SETS}objectives:\n`)
    .replace(
      'questions/test.yaml',
      'prompt: { en: Is it a gift?,',
      `hint: { en: "${HINT}", km: តើក្រោយមកមានអ្វី? }\n    prompt: { en: Is it a gift?,`,
    );
  built = buildElsewhere(files.tree, { SOG_DRAFTS: '1' });
}, 120_000);
afterAll(() => built?.remove());

describe('the sets of a module', () => {
  test('are what its own page says of each test', () => {
    const html = page('.');
    expect(html).toMatch(/data-test-facts="pre"[^>]*>2 questions · One attempt</);
    expect(html).toMatch(/data-test-facts="post"[^>]*>2 questions · Pass mark: 80% · At most 3 attempts</);
  });

  test('are what the page of each test says and draws', () => {
    const [pre, post] = [dataOf(page('pre-test')), dataOf(page('final-test'))];
    expect(pre.set).toMatchObject({ attempts: 1, answers: 'never', passMark: 70, shuffle: true });
    expect(post.set).toMatchObject({ attempts: 3, answers: 'after-each', passMark: 80, shuffle: false });
    expect([pre, post].map(({ set, questions }) => [Object.values(set.draw), questions.length])).toEqual([
      [[2], 4],
      [[2], 4],
    ]);
    expect(page('final-test')).toContain('After each answer you see whether it is right, and why.');
    expect(page('pre-test')).toContain('but not which answers were right.');
  });

  test('keep reasons out of a test that never shows them, and hints out of one that offers none', () => {
    expect(page('pre-test')).not.toContain(REASON);
    expect(page('final-test')).toContain(REASON);
    expect(page('pre-test')).toContain(HINT);
    expect(page('final-test')).not.toContain(HINT);
  });
});
