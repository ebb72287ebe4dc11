import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfName, printViews } from '../../../src/cli/print/views.ts';
import { optionLetter } from '../../../src/print/letters.ts';
import { runningFoot } from '../../../src/print/running-foot.ts';
import { activitiesIn } from '../../../src/print/workbook/activities-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sog-print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('of a lesson the workbook keeps its activities alone, in their order and with their markup', () => {
  const html =
    '<h2>Why</h2><p>Prose.</p><section data-activity="question"><p>Q <b>1</b></p></section>' +
    '<div><p>More.</p><section data-activity="reflection">R</section></div>';
  expect(activitiesIn(html)).toBe(
    '<section data-activity="question"><p>Q <b>1</b></p></section>\n<section data-activity="reflection">R</section>',
  );
  expect(activitiesIn('<p>Nothing to do.</p>')).toBe('');
});

test('an activity inside another one is not taken twice', () => {
  const html = '<section data-activity="dilemma"><p data-activity="question">Q</p></section>';
  expect(activitiesIn(html)).toBe(html);
});

test('options are lettered in the order of the consonants, up to the eighth', () => {
  expect([0, 1, 7].map((place) => optionLetter('km', place))).toEqual(['ក', 'ខ', 'ជ']);
  expect([0, 1, 7].map((place) => optionLetter('en', place))).toEqual(['A', 'B', 'H']);
  expect(() => optionLetter('en', 8)).toThrow(RangeError);
});

test('a title can end neither the string nor the style element it stands in', () => {
  const foot = runningFoot('en', 'A "B" \\ </style><script>');
  expect(foot).not.toContain('</style>');
  expect(foot.match(/"/g)?.length).toBe(2);
  expect(foot).not.toContain('\\ ');
  expect(foot.startsWith('@page en {')).toBe(true);
});

test('print views are found in a built folder by language, module and kind, and name their files', () => {
  for (const path of [
    'km/ethics/print/handout',
    'en/ethics/print/workbook',
    'en/ethics/print',
    'en/ethics',
  ]) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), '');
  }
  const views = printViews(folder);
  expect(views).toEqual([
    { path: 'en/ethics/print/workbook/', lang: 'en', module: 'ethics', kind: 'workbook' },
    { path: 'km/ethics/print/handout/', lang: 'km', module: 'ethics', kind: 'handout' },
  ]);
  expect(views.map(pdfName)).toEqual(['ethics-workbook-en.pdf', 'ethics-handout-km.pdf']);
});

test('printing what was never built ends with one clear cause and code 2', () => {
  const { status, stderr } = spawnSync(process.execPath, [resolve('src/cli/print.ts'), '--no-build'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr.trim()).toBe(
    'dist/ holds no page to print. Leave out --no-build, so that it is built first.',
  );
});

test('a command that does not know an option says so, and prints nothing', () => {
  expect(() =>
    execFileSync(process.execPath, [resolve('src/cli/print.ts'), '--nobuild'], {
      cwd: folder,
      stdio: 'pipe',
    }),
  ).toThrow(/--nobuild/);
});
