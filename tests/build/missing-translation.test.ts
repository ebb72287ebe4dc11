import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../../src/curriculum/tree.ts';
import { Files } from '../fixtures/content/edit.ts';
import { buildElsewhere } from '../support/build-elsewhere.ts';

let built: ReturnType<typeof buildElsewhere>;
const page = (path: string) => readFileSync(join(built.dist, path, 'index.html'), 'utf8');

beforeAll(() => {
  const files = new Files(readTree('tests/fixtures/content/valid')).remove('en/basket.mdx');
  built = buildElsewhere(files.tree, { SOG_DRAFTS: '1' });
}, 120_000);
afterAll(() => built?.remove());

test('the page of a language without the lesson says since when, in its own language', () => {
  const html = page('en/gifts/basket');
  expect(html).toContain('<html lang="en"');
  const notice = /<p class="translation-notice" lang="en"[^>]*>([^<]+)</.exec(html)?.[1] ?? '';
  expect(notice).toMatch(/^As of \d{1,2} \w+ 20\d\d, this lesson is not translated into English yet\./);
});

test('the text it shows instead is marked as the other language', () => {
  const html = page('en/gifts/basket');
  expect(html).toMatch(/<h1 [^>]*lang="km"[^>]*>កន្ត្រក/);
  expect(html).toMatch(/<div class="lesson__text"[^>]* lang="km"|<div lang="km"[^>]*class="lesson__text"/);
});

test('the page of the language it is written in says nothing of it', () => {
  const html = page('km/gifts/basket');
  expect(html).not.toContain('translation-notice"');
  expect(html).not.toMatch(/<h1 [^>]*lang=/);
});

test('the list of lessons marks the title as the other language', () => {
  expect(page('en/gifts')).toMatch(/<a [^>]*data-lesson-link="basket"[^>]* lang="km"/);
});

test('a site without partners or news builds, and shows neither', () => {
  const html = page('en');
  expect(html).not.toContain('class="attribution"');
  expect(html).not.toMatch(/partners\.yaml|undefined/);
});
