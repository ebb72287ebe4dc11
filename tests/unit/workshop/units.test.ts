import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadTree } from '../../../src/curriculum/load.ts';
import { readTree } from '../../../src/curriculum/tree.ts';
import { canon } from '../../../src/khmer/canon.ts';
import { hashOf } from '../../../src/workshop/hash.ts';
import { ownersOf, type Passage, unitsOf } from '../../../src/workshop/units.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { VALID } from './support.ts';

const real = readTree(process.cwd());
const units = unitsOf(loadTree(real).curriculum, real);
const gifts = (edit: (files: Files) => Files) => {
  const { tree } = edit(new Files(VALID));
  const { curriculum } = loadTree(tree);
  return unitsOf(curriculum, tree);
};
const hashes = (edit: (files: Files) => Files, owner: string) =>
  ownersOf(gifts(edit)).find(({ id }) => id === owner)?.hashes;

describe('the units of the project', () => {
  test('have one key each, and it begins with their owner', () => {
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
    expect(units.filter(({ key, owner }) => !key.startsWith(`${owner}/`))).toEqual([]);
  });

  test('stand in both languages, block by block', () => {
    expect(units.filter(({ en, km }) => en === undefined || km === undefined).map(({ key }) => key)).toEqual(
      [],
    );
  });

  test('hold every bilingual text of the YAML files', () => {
    const yamls = [...real].filter(
      ([file]) => /\.yaml$/.test(file) && !/lock|ledger|search|spelling/.test(file),
    );
    const texts = yamls.flatMap(([, text]) => bilingual(parse(text)));
    expect(texts.length).toBeGreaterThan(500);
    const known = new Set(units.map(({ en }) => en));
    expect(texts.filter((text) => !known.has(canon(text.trim())))).toEqual([]);
  });

  test('are found at their offsets and lines', () => {
    const wrong = units.flatMap(({ key, places }) =>
      Object.values(places).flatMap((place: Passage) => (standsThere(place) ? [] : [key])),
    );
    expect(wrong).toEqual([]);
  });

  test('know their sources: a citation in a lesson, a field in a question or a scene', () => {
    const claims = (key: string) => units.find((unit) => unit.key === key)?.claims;
    expect(claims('integrity/lesson/gifts-and-thanks/gift-tip-or-bribe/6')).toEqual([
      'cd-gcb07',
      'camcounsel',
    ]);
    expect(claims('integrity/question/not-a-gift/option/coffee-money/feedback')).toEqual(['camcounsel']);
    expect(claims('integrity/question/not-a-gift/prompt')).toEqual([]);
  });
});

function bilingual(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'km' in value && typeof value.en === 'string') return [value.en];
  return Object.values(value).flatMap(bilingual);
}

function standsThere({ file, start, end, line, path, text }: Passage): boolean {
  const whole = real.get(file) ?? '';
  const raw = whole.slice(start, end);
  const indent = ' '.repeat(start - whole.lastIndexOf('\n', start - 1) - 1);
  const value = path === undefined ? raw : String(parse(`${indent}${raw}`)).trim();
  return canon(value) === text && whole.slice(0, start).split('\n').length === line;
}

describe('a unit', () => {
  test('is named by its section, its component and its place there', () => {
    const keys = gifts((files) => files)
      .filter(({ owner }) => owner === 'gifts/lesson/basket')
      .map(({ key, kind }) => `${key.slice('gifts/lesson/basket/'.length)} ${kind}`);
    expect(keys).toEqual([
      'front/title field',
      'front/description field',
      'start/1 paragraph',
      'gift-or-bribe/heading heading',
      'gift-or-bribe/1 paragraph',
      'gift-or-bribe/key-point/1 paragraph',
      'gift-or-bribe/slide/title slide-title',
      'gift-or-bribe/slide/1 list-item',
      'gift-or-bribe/slide/2 list-item',
      'gift-or-bribe/trainer-note/1 paragraph',
      'what-others-see/heading heading',
      'what-others-see/reflection-my-rule/1 paragraph',
    ]);
  });

  test('that has a paragraph in one language only stands alone', () => {
    const extra = gifts((files) =>
      files.replace('en/basket.mdx', 'Nobody asked for it.', 'Nobody.\n\nAsked for it.'),
    );
    const alone = extra.filter(({ en, km }) => en === undefined || km === undefined);
    expect(alone.map(({ key, en }) => [key, en])).toEqual([['gifts/lesson/basket/start/2', 'Asked for it.']]);
  });

  test('is not lost with a lesson beside it that cannot be read', () => {
    const found = gifts((files) => files.write('en/basket.mdx', '---\ntitle: x\n---\n<Slide'));
    expect(found.some(({ key }) => key === 'gifts/question/ask-first/prompt')).toBe(true);
    expect(found.some(({ owner, km }) => owner === 'gifts/lesson/basket' && km !== undefined)).toBe(true);
  });

  test('of a YAML file that cannot be read is left out', () => {
    const found = gifts((files) => files.write('questions/basket.yaml', 'pool: "practice\nquestions: ['));
    expect(found.some(({ key }) => key.startsWith('gifts/question/ask-first'))).toBe(false);
    expect(found.some(({ key }) => key.startsWith('gifts/question/pre-envelope'))).toBe(true);
  });
});

describe('the hash of a text', () => {
  test('has twelve digits and does not depend on keyboards, invisible characters or line breaks', () => {
    expect(hashOf('សេចក្ដី\u200Bថ្លែង  ការណ៍\n')).toBe(hashOf('សេចក្តីថ្លែង ការណ៍'));
    expect(hashOf('a b')).toMatch(/^[0-9a-f]{12}$/);
    expect(hashOf('a b')).not.toBe(hashOf('ab'));
  });

  const lesson = 'gifts/lesson/basket';

  test('changes in one language when that language changes', () => {
    const before = hashes((files) => files, lesson);
    const after = hashes(
      (files) => files.replace('en/basket.mdx', '## Gift or bribe', '## Gift or not'),
      lesson,
    );
    expect(after?.en).not.toBe(before?.en);
    expect(after?.km).toBe(before?.km);
  });

  test('tells two passages from one', () => {
    const split = (files: Files) => files.replace('en/basket.mdx', 'desk. Nobody', 'desk.\n\nNobody');
    expect(hashes(split, lesson)?.en).not.toBe(hashes((files) => files, lesson)?.en);
  });

  test('is absent while a placeholder stands in the text', () => {
    const draft = (files: Files) => files.replace('km/basket.mdx', 'សូមឱ្យលើកដៃ។', 'TODO៖ សរសេរ');
    expect(hashes(draft, lesson)).toEqual({ en: hashes((files) => files, lesson)?.en });
  });
});
