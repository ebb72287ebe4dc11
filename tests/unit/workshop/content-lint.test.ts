import { describe, expect, test } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import { lintContent } from '../../../src/workshop/content-lint/rules.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { VALID } from './support.ts';

const lint = (files: Files, weights?: Map<string, number>) =>
  lintContent(loadTree(files.tree).curriculum, files.tree, weights);
const found = (files: Files) => lint(files).map(({ rule, line }) => `${rule} ${line}`);
const withLink = (url: string) =>
  new Files(VALID).replace('en/basket.mdx', 'Nobody asked', `[Nobody](${url}) asked`);

test('the valid curriculum has nothing to find', () => {
  expect(lint(new Files(VALID))).toEqual([]);
});

describe('a link', () => {
  test.each([
    '#basket--gift-or-bribe',
    '../basket/',
    '../basket/#basket--what-others-see',
    'https://example.org/a?b=c',
    'mailto:a@example.org',
  ])('may lead to %s', (url) => {
    expect(lint(withLink(url))).toEqual([]);
  });

  test.each([
    ['#gift-or-bribe', 'link/dead-anchor'],
    ['../basket/#basket--gone', 'link/dead-anchor'],
    ['../bucket/', 'link/leads-nowhere'],
    ['/en/gifts/basket/', 'link/leads-nowhere'],
    ['./basket.mdx', 'link/leads-nowhere'],
    ['../../other/lesson/', 'link/leads-nowhere'],
    ['www.example.org', 'link/leads-nowhere'],
    ['https://example', 'link/malformed'],
    ['javascript:alert(1)', 'link/malformed'],
  ])('to %s is found', (url, rule) => {
    expect(found(withLink(url))).toEqual([`${rule} 6`]);
  });

  test('that is nearly right gets the right one proposed', () => {
    expect(lint(withLink('#basket--gift-or-bribes'))[0]?.mend).toContain(
      'Did you mean "basket--gift-or-bribe"?',
    );
  });
});

test('bold text that Markdown does not end is found, since its stars would be printed', () => {
  const files = new Files(VALID).replace('km/basket.mdx', '**សូមសួរថាមកពេលណា** និង', '**សូមសួរថាមកពេលណា។**និង');
  expect(found(files)).toEqual(['markdown/stars-shown 19']);
});

describe('a source', () => {
  const entry = (fields: string) =>
    new Files(VALID).append(
      '/sources.yaml',
      `- id: new\n${fields.replace(/^/gm, '  ')}\n  language: en\n  confidence: high\n`,
    );

  test.each([
    [
      'without address and year',
      'title: A guide\nissuer: An office\ndate: undated',
      'source/cannot-be-found',
    ],
    [
      'with half an address',
      'title: A guide\nissuer: An office\ndate: "2020"\nurl: https://localhost/x',
      'source/malformed-address',
    ],
    ['that does not say who issued it', 'title: A guide\nissuer: unknown\ndate: "2020"', 'source/unnamed'],
  ])('%s is found', (_, fields, rule) => {
    expect(lint(entry(fields)).map((fault) => fault.rule)).toEqual([rule]);
  });

  test('that is listed already is found, by address and title', () => {
    const fields = 'title: A guide\nissuer: An office\ndate: "2020"\nurl: https://example.org/new';
    const twice = entry(fields).append(
      '/sources.yaml',
      entry(fields)
        .read('/sources.yaml')
        .slice(-200)
        .replace(/^[\s\S]*?(?=- id: new)/, '')
        .replace('id: new', 'id: newer'),
    );
    expect(lint(twice).map(({ rule, found: text }) => `${rule} ${text}`)).toEqual([
      'source/twice The sources "new" and "newer" have the same address and title.',
    ]);
  });

  test('in print needs no address', () => {
    expect(lint(entry('title: A guide\nissuer: An office\ndate: 17 April 2010'))).toEqual([]);
  });
});

test('an image over 40 KB is found, with its weight', () => {
  const weights = new Map([
    ['content/modules/gifts/media/a.png', 40 * 1024],
    ['content/modules/gifts/media/b.png', 40 * 1024 + 1],
  ]);
  expect(lint(new Files(VALID), weights)).toMatchObject([
    {
      file: 'content/modules/gifts/media/b.png',
      rule: 'image/too-heavy',
      found: 'This image weighs 41 KB, and 40 KB is the most.',
    },
  ]);
});

test('a placeholder is found where readers would see it, and not in a draft', () => {
  const todo = (files: Files) => files.replace('en/basket.mdx', 'Ask for a show of hands.', 'TODO: ask.');
  expect(lint(todo(new Files(VALID)))).toEqual([]);
  expect(found(todo(new Files(VALID).publish()))).toContain('text/placeholder 30');
  const shared = new Files(VALID).append(
    '/glossary.yaml',
    '- id: tip\n  term: { en: tip, km: "TODO៖ ពាក្យ" }\n  definition: { en: x, km: x }\n  khmerFrom: unsourced\n',
  );
  expect(lint(shared).map(({ rule }) => rule)).toEqual(['text/placeholder']);
});

test('a damaged ledger is found', () => {
  const files = new Files(VALID).write('/ledger.yaml', 'original: fr\nunits: {}\n');
  expect(lint(files)).toMatchObject([{ file: 'content/ledger.yaml', line: 1 }]);
});
