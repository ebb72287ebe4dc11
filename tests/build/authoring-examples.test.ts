import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../../src/curriculum/tree.ts';
import { buildElsewhere } from '../support/build-elsewhere.ts';

/** Every example of docs/authoring.md in one lesson, in both languages, on the small curriculum of the fixtures. */
const examples = [...readFileSync('docs/authoring.md', 'utf8').matchAll(/^```mdx\n([\s\S]*?)^```$/gm)].map(
  (match) => match[1] ?? '',
);
const REST = '<Question id="is-tip-gift" />';
const FRONT = 'title: A basket\ndescription: Tell a gift from a bribe.\nminutes: { alone: 6 }';

let built: ReturnType<typeof buildElsewhere>;
let html = '';

beforeAll(() => {
  const files = new Map(readTree('tests/fixtures/content/valid'));
  const lesson = `---\n${FRONT}\n---\n\n${[...examples, REST].join('\n\n')}\n`;
  for (const lang of ['km', 'en']) files.set(`content/modules/gifts/${lang}/basket.mdx`, lesson);
  built = buildElsewhere(files, { SOG_DRAFTS: '1' });
  html = readFileSync(join(built.dist, 'en/gifts/basket/index.html'), 'utf8');
}, 120_000);
afterAll(() => built?.remove());

test.each([
  ['Question', '<sog-question'],
  ['Dilemma', '<sog-dilemma'],
  ['KeyPoint', '<strong>When, who, why, written down?</strong>'],
  ['Term', '>small gift</a>'],
  ['Cite', 'class="cite"'],
  ['Reflection', 'Which gift have you found hard to refuse?'],
  ['Figure', 'role="img"'],
])('the example of %s in the authoring guide is rendered for a learner', (_, text) => {
  expect(html).toContain(text);
});

test.each([
  ['Slide', 'Could everybody know?'],
  ['TrainerNote', 'Ask for a show of hands, then for three voices'],
])('the example of %s in the authoring guide is not in the learner’s page', (_, text) => {
  expect(examples.join('')).toContain(text);
  expect(html).not.toContain(text);
});
