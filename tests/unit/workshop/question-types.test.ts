import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { yamlUnits } from '../../../src/workshop/yaml-units.ts';
import { EXAMPLES } from '../../support/examples.ts';

const file = 'content/modules/gifts/questions/examples.yaml';
const units = yamlUnits(new Map([[file, readFileSync('src/components/question/examples.yaml', 'utf8')]]));

/** Every text in both languages that stands anywhere in a value. */
function texts(value: unknown): { en: string; km: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'km' in value) return [value as { en: string; km: string }];
  return Object.values(value).flatMap(texts);
}

test('translators and reviewers get every text of every type, once, under a key of its own', () => {
  const all = EXAMPLES.flatMap(texts);
  expect(units.map(({ en, km }) => ({ en, km }))).toEqual(expect.arrayContaining(all));
  expect(units).toHaveLength(all.length);
  expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
});

test('a text is named by its part, so that its key stays when parts are added', () => {
  const keys = units.map(({ key }) => key);
  for (const key of [
    'which-paper/stem/receipt/feedback',
    'which-paper/option/fee-paid/text',
    'which-paper/hint',
    'at-the-counter/step/greet/text',
    'whose-work/group/front/text',
    'whose-work/item/greeting/feedback',
    'name-the-paper/spelling/invoice/text',
    'name-the-paper/otherwise',
    'how-much/answer/feedback',
    'how-much/foreseen/1/feedback',
    'how-much/unit',
    'how-sure/point/very/text',
    'how-sure/afterwards',
  ])
    expect(keys).toContain(`gifts/question/${key}`);
});
