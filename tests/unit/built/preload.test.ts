import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withPreloads } from '../../../src/built/preload/preload.ts';

const dist = mkdtempSync(join(tmpdir(), 'sog-preload-'));
mkdirSync(join(dist, '_astro'));
const files = {
  'page.js': 'import{a}from"./session.js";import"./score.js";const late=()=>import("./dilemma.js");',
  'session.js': 'import{b}from"./score.js";export const a=b;',
  'score.js': 'export const b=1;',
  'question.x1.js': 'import{b}from"./score.js";',
  'question-steps.x2.js': 'import{b}from"./question.x1.js";',
  'dilemma.js': 'export{}',
};
for (const [name, code] of Object.entries(files)) writeFileSync(join(dist, '_astro', name), code);
const page = (body: string) =>
  `<html><head></head><body>${body}<script type="module" src="/sog/_astro/page.js"></script></body></html>`;
const links = (html: string) => [...html.matchAll(/modulepreload" href="([^"]+)"/g)].map((match) => match[1]);

test('every script a page imports, at any depth, is announced once; what may come later is not', () => {
  expect(links(withPreloads(page(''), dist, '/sog/', Object.keys(files)))).toEqual([
    '/sog/_astro/session.js',
    '/sog/_astro/score.js',
  ]);
});

test('a page with a question announces the question’s script too, but not those of its types', () => {
  const html = withPreloads(page('<sog-question></sog-question>'), dist, '/sog/', Object.keys(files));
  expect(links(html)).toContain('/sog/_astro/question.x1.js');
  expect(links(html)).not.toContain('/sog/_astro/question-steps.x2.js');
});

test('a page without module scripts stays as it is', () => {
  expect(withPreloads('<html><head></head></html>', dist, '/sog/', [])).toBe('<html><head></head></html>');
});
