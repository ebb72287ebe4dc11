import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkBudgets } from '../../../src/built/budgets/check.ts';
import { BUDGETS, KB } from '../../../src/built/budgets/figures.ts';
import { budgetTable } from '../../../src/built/budgets/table.ts';
import { type Dist, distOf } from '../../../src/built/dist.ts';

/** Bytes without a pattern that a compressor could find, the same in every run. */
function noise(bytes: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(bytes / 64) }, (_, i) =>
    createHash('sha512').update(String(i)).digest(),
  );
  return new Uint8Array(Buffer.concat(blocks).subarray(0, bytes));
}
const dense = (bytes: number) => Buffer.from(noise(bytes)).toString('base64').slice(0, bytes);
const lesson = (head: string, body = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body><article data-lesson="one">${body}</article></body></html>`;
const HEAD =
  '<link rel="preload" href="/sog/_astro/khmer.woff2" as="font"><link rel="stylesheet" href="/sog/_astro/a.css">' +
  '<script type="module" src="/sog/_astro/site.js"></script>';

/** A built site within every budget, with files changed or added. */
function site(changes: Record<string, string | Uint8Array> = {}): Dist {
  const files: Record<string, string | Uint8Array> = {
    'km/gifts/one/index.html': lesson(HEAD),
    'km/gifts/two/index.html': lesson(HEAD),
    'en/gifts/one/index.html': lesson(HEAD),
    'km/gifts/index.html': '<html><body>no lesson</body></html>',
    '_astro/a.css': '@font-face{font-family:K;src:url(/sog/_astro/khmer.woff2)}a{color:red}',
    '_astro/khmer.woff2': new Uint8Array(20 * KB),
    '_astro/site.js': 'import"./core.js";const later=()=>import(`./dilemma.js`);',
    '_astro/core.js': 'export const a=1;',
    '_astro/dilemma.js': 'export const b=2;',
    ...changes,
  };
  return distOf(
    new Map(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
}
const faultsOf = (changes: Record<string, string | Uint8Array>) =>
  checkBudgets({ dist: site(changes), base: '/sog/' }).faults;

test('a small site is within every budget', () => {
  const report = checkBudgets({ dist: site(), base: '/sog/' });
  expect(report.faults).toEqual([]);
  expect(report.rows.map(({ what }) => what)).toContain('first Khmer lesson: HTML with its SVG');
});

test('a lesson page that is too heavy is named, with its figure and the budget', () => {
  const faults = faultsOf({ 'km/gifts/two/index.html': lesson(HEAD, dense(20 * KB)) });
  expect(faults.map(({ file }) => file)).toEqual(['km/gifts/two/index.html', 'km/gifts/two/index.html']);
  expect(faults[0]?.found).toMatch(/^first Khmer lesson: HTML with its SVG is \d\d\.\d KB \(\d+\)$/);
  expect(faults[0]?.allowed).toBe('its budget is 14.0 KB');
  expect(faults[1]?.found).toMatch(/^next lesson \(km\)/);
});

test('scripts count with all they import at once, in whatever file it lies', () => {
  const faults = faultsOf({ '_astro/core.js': `export const a="${dense(14 * KB)}";` });
  expect(faults.map(({ found }) => found.replace(/ is .*/, ''))).toEqual([
    'first Khmer lesson: JS at once',
    'first Khmer lesson: JS at once',
  ]);
});

test('the script of an activity that loads later is not what a lesson loads at once', () => {
  expect(faultsOf({ '_astro/dilemma.js': `export const b="${dense(90 * KB)}";` })).toEqual([]);
});

test('a script of search that every page imports at once is the lesson’s', () => {
  const faults = faultsOf({
    '_astro/core.js': 'import"./search-box.js";',
    '_astro/search-box.js': `export const b="${dense(14 * KB)}";`,
  });
  expect(faults[0]?.found).toMatch(/^first Khmer lesson: JS at once is/);
});

test('a fourth request before a lesson is readable is one too many', () => {
  const head = `${HEAD}<link rel="stylesheet" href="/sog/_astro/b.css">`;
  const faults = faultsOf({ 'km/gifts/one/index.html': lesson(head), '_astro/b.css': 'a{}' });
  expect(faults).toEqual([
    {
      file: 'km/gifts/one/index.html',
      found: 'requests before a Khmer lesson is readable is 4 (4)',
      allowed: 'its budget is 3',
    },
  ]);
});

test('a style sheet for print alone holds nothing up', () => {
  const head = `${HEAD}<link rel="stylesheet" href="/sog/_astro/b.css" media="print">`;
  expect(faultsOf({ 'km/gifts/one/index.html': lesson(head), '_astro/b.css': 'a{}' })).toEqual([]);
});

test('a font that only printing needs is not the lesson’s', () => {
  const css = (inner: string) =>
    `@media print{@font-face{font-family:M;src:url(/sog/_astro/moul.woff2)}${inner}}`;
  const moul = { '_astro/moul.woff2': new Uint8Array(20 * KB) };
  expect(faultsOf({ ...moul, '_astro/a.css': css('h1{color:red}') })).toEqual([]);
  const faults = faultsOf({
    ...moul,
    '_astro/a.css': `@font-face{font-family:M;src:url("./moul.woff2")}@font-face{src:url(khmer.woff2)}`,
  });
  expect(faults[0]?.found).toContain('first Khmer lesson: font is 40.0 KB');
});

test('what only one lesson brings counts against it as the next lesson', () => {
  const own = `${HEAD}<script type="module" src="/sog/_astro/own.js"></script>`;
  const faults = faultsOf({
    'en/gifts/two/index.html': lesson(own),
    '_astro/own.js': `const a="${dense(20 * KB)}"`,
  });
  expect(faults.map(({ file, found }) => [file, found.replace(/ is .*/, '')])).toEqual([
    ['en/gifts/two/index.html', 'next lesson (en)'],
  ]);
});

test('a heavy image is named, and so is one without size or alternative', () => {
  const page = lesson(HEAD, '<img src="/sog/_astro/desk.png" width="3" height="2" alt="A desk > a chair">');
  expect(faultsOf({ 'km/gifts/one/index.html': page, '_astro/desk.png': new Uint8Array(30 * KB) })).toEqual(
    [],
  );
  const faults = faultsOf({
    'km/gifts/one/index.html': lesson(HEAD, '<img src="/sog/_astro/desk.png" width="3">'),
    '_astro/desk.png': new Uint8Array(50 * KB),
  });
  expect(faults.map(({ found }) => found)).toEqual([
    'an image is 50.0 KB (51200)',
    'image _astro/desk.png lacks height, alt',
  ]);
});

function withPackage(language: string, content: Record<string, Uint8Array>) {
  const file = `gifts-${language}.zip`;
  const index = { packages: [{ module: 'gifts', language, standard: 'scorm12', file }] };
  return { 'packages/index.json': JSON.stringify(index), [`packages/${file}`]: zipSync(content) };
}

test('a package is weighed without its images, a bilingual one by its own budget', () => {
  const heavy = { 'index.html': new Uint8Array(10), 'font.bin': noise(300 * KB) };
  expect(faultsOf(withPackage('km', heavy))[0]?.found).toMatch(/^SCORM 1.2 package, one language is 300/);
  expect(faultsOf(withPackage('km-en', heavy))).toEqual([]);
  const pictures = { 'index.html': new Uint8Array(10), 'a.png': noise(300 * KB) };
  expect(faultsOf(withPackage('km', pictures))).toEqual([]);
});

test('a package with a huge document or many files is named', () => {
  const many = Object.fromEntries(Array.from({ length: 46 }, (_, i) => [`f${i}.txt`, new Uint8Array(1)]));
  const faults = faultsOf(withPackage('km', { ...many, 'index.html': new Uint8Array(700 * KB) }));
  expect(faults.map(({ found }) => found)).toEqual([
    'SCORM 1.2 document, uncompressed is 700.0 KB (716800)',
    'SCORM 1.2 files is 47 (47)',
  ]);
});

test('search is weighed by what opening it loads and by the worst first search', () => {
  const entry = { languages: { km: { hash: 'km_1', wasm: 'unknown' }, en: { hash: 'en_1', wasm: 'en' } } };
  const fragments = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`search/fragment/km_${i}.pf_fragment`, new Uint8Array(KB)]),
  );
  const files = {
    'search/pagefind-entry.json': JSON.stringify(entry),
    'search/pagefind.js': 'export{}',
    'search/wasm.unknown.pagefind': new Uint8Array(50 * KB),
    'search/wasm.en.pagefind': new Uint8Array(60 * KB),
    'search/pagefind.km_1.pf_meta': new Uint8Array(KB),
    'search/index/km_1.pf_index': new Uint8Array(60 * KB),
    'search/index/km_2.pf_index': new Uint8Array(60 * KB),
    'search/index/km_3.pf_index': new Uint8Array(70 * KB),
    '_astro/core.js': 'const open=()=>import("./panel.js")',
    '_astro/panel.js': `import"./hits.js";const a="${dense(50 * KB)}"`,
    '_astro/hits.js': 'const b=1',
    '_astro/dilemma.js': `const c="${dense(20 * KB)}"`,
    ...fragments,
  };
  const faults = faultsOf(files);
  expect(faults.map(({ file, found }) => [file, found.replace(/ is .*/, '')])).toEqual([
    ['the search box', 'search: before the first key'],
    ['search/ (km)', 'search: all of the first search'],
  ]);
  // 50 + 1 + 60 + 70 + 10 fragments, the box and small change.
  expect(faults[1]?.found).toMatch(/ is 22\d\.\d KB/);
});

test('a site in which no lesson is found is a fault, not a pass', () => {
  const { faults } = checkBudgets({ dist: distOf(new Map([['index.html', strToU8('<p>')]])), base: '/' });
  expect(faults.map(({ found }) => found)).toEqual(['no lesson was found']);
});

test('the table names the worst file of each budget and marks what is over', () => {
  const changes = { 'km/gifts/two/index.html': lesson(HEAD, dense(30 * KB)) };
  const table = budgetTable(checkBudgets({ dist: site(changes), base: '/sog/' }));
  expect(table).toMatch(
    /^✗ first Khmer lesson: HTML with its SVG +14\.0 KB +2\d\.\d KB .*two\/index\.html$/m,
  );
  expect(table).toMatch(/^✓ first Khmer lesson: CSS +8\.0 KB/m);
});

test('the budgets are those that were decided', () => {
  expect(BUDGETS.firstLesson).toEqual({ total: 61440, html: 14336, js: 8192, css: 8192, font: 30720 });
  expect([BUDGETS.nextLesson, BUDGETS.image, BUDGETS.requestsBeforeReadable]).toEqual([14336, 40960, 3]);
  expect(BUDGETS.search).toEqual({ beforeFirstKey: 30720, total: 194560 });
  expect(BUDGETS.package).toEqual({ oneLanguage: 256000, bilingual: 430080, document: 614400, files: 45 });
});
