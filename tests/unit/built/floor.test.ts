import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { distOf } from '../../../src/built/dist.ts';
import { newerApis } from '../../../src/built/floor/apis.ts';
import { checkFloor } from '../../../src/built/floor/check.ts';
import { newerCss } from '../../../src/built/floor/css.ts';
import { newerHtml } from '../../../src/built/floor/html.ts';
import { newerSyntax } from '../../../src/built/floor/syntax.ts';

describe('syntax', () => {
  test.each([
    'const a = b?.c ?? 1; try { f(); } catch {}',
    'class A { #x = 1; y = 2; static z = 3; #m() { return this.#x; } }',
    'a ||= b; c &&= d; const n = 1_000n;',
    'for (const m of s.matchAll(/(?<year>\\d+)\\p{L}/gu)) { import("./later.js"); }',
    'async function* g() { for await (const x of y) yield { ...x }; }',
  ])('%s can be read by the oldest browsers', async (code) => {
    expect(await newerSyntax('a.js', code)).toEqual([]);
  });

  test.each([
    ['class A { static { start(); } }', 'class-static-blocks'],
    ['class A { #x; has(o) { return #x in o; } }', 'class-private-brand-check'],
    ['const r = /(?<=a)b/;', 'regexp-lookbehind-assertions'],
    ['const r = /a/d;', 'regexp-match-indices'],
    ['const r = /[a--b]/v;', 'regexp-set-notation'],
    ['import data from "./a.json" with { type: "json" }; use(data);', 'import-attributes'],
    ['using file = open();', 'using'],
  ])('%s is named as %s', async (code, feature) => {
    const [found] = await newerSyntax('a.js', `const before = 1;\n${code}`);
    expect(found?.feature.split(', ')).toContain(feature);
    expect(found?.kind).toBe('fault');
  });

  test('top-level await is found, with its line', async () => {
    const [found] = await newerSyntax('a.js', 'export {};\nawait start();');
    expect([found?.feature, found?.where]).toEqual([
      expect.stringContaining('Top-level await'),
      'line 2: await start();',
    ]);
  });

  test('a script that does not parse is a fault, not silence', async () => {
    expect((await newerSyntax('a.js', 'const = 1;'))[0]?.feature).toBe('a script that does not parse');
  });
});

describe('interfaces', () => {
  test.each([
    ['x.at(-1)', '.at()'],
    ['list.findLast(f)', '.findLast()'],
    ['structuredClone(a)', 'structuredClone'],
    ['self.structuredClone(a)', undefined],
    ['Object.hasOwn(a,b)', 'Object.hasOwn'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['dialog.showModal()', '.showModal()'],
    ['new Intl.Segmenter("km")', 'Intl.Segmenter'],
    ['new BroadcastChannel("x")', 'BroadcastChannel'],
    ['new RegExp("(?<!a)b")', 'regular expression lookbehind'],
    ['a.that(1);my.structuredCloner()', undefined],
    ['x.padStart(2).replaceAll("a","b")', undefined],
  ])('%s gives %s', (code, feature) => {
    expect(newerApis('a.js', code).map((found) => found.feature)).toEqual(feature ? [feature] : []);
  });

  test.each([
    'if(typeof Highlight==="function")x(new Highlight)',
    '"showModal"in e?e.showModal():e.open=true',
    'b=e=>`showModal`in e;function x(e){b(e)?e.open||e.showModal():0}',
    'const i=import.meta.resolve?import.meta.resolve(a):a',
    'navigator.locks&&navigator.locks.request(a)',
    'crypto.randomUUID?.()??own()',
  ])('%s asks first, so nothing is lost', (code) => {
    expect(new Set(newerApis('a.js', code).map(({ kind }) => kind))).toEqual(new Set(['enhancement']));
  });

  test.each([
    'typeof structuredCloner;structuredClone(a)',
    'typeof BroadcastChannel;x(new Highlight)',
    `typeof Highlight;${'y;'.repeat(500)}x(new Highlight)`,
  ])('%s asks for something else, or elsewhere', (code) => {
    const last = newerApis('a.js', code).filter(({ where }) => /structuredClone\(|new Highlight/.test(where));
    expect(last.some(({ kind }) => kind === 'fault')).toBe(true);
  });

  test('a finding shows the code around it', () => {
    const [found] = newerApis('a.js', `${'x;'.repeat(200)}const last=items.at(-1);${'y;'.repeat(200)}`);
    expect(found?.where).toContain('const last=items.at(-1);');
    expect(found?.where.length).toBeLessThan(100);
  });
});

describe('style', () => {
  const kinds = (css: string) => newerCss('a.css', css).map(({ feature, kind }) => `${kind} ${feature}`);

  test.each([
    'a{color:red;inset:0;display:grid;gap:1px}@media (min-width:30em){a:hover{color:#0008}}',
    '@supports selector(:has(a)){p:has(a){color:red}}',
    '@supports (height:1dvh){main{height:100dvh}}',
    'a::before{content:":has(a) oklch(1 2 3) &{"}/* :is(a) */',
    'a{background:url(data:image/svg+xml,x:has(y))}',
  ])('%s is for every browser', (css) => {
    expect(kinds(css)).toEqual([]);
  });

  test.each([
    ['a,p:has(a){color:red}', 'fault :has()'],
    [':is(h1,h2){color:red}', 'fault :is()'],
    ['a:not(b,i){color:red}', 'fault :not(a, b)'],
    ['a:hover,a:focus-visible{color:red}', 'fault :focus-visible'],
    ['@layer base{a{color:red}}', 'fault @layer'],
    ['@layer base;', 'fault @layer'],
    ['@media (width>=30em){a{color:red}}', 'fault @media (width >= …)'],
    ['@media (scripting:none){a{color:red}}', 'fault scripting: none'],
    ['a{&:hover{color:red}}', 'fault nested rule'],
    ['a{color:oklch(50% .1 20)}', 'fault oklch(), lab() …'],
    ['main{height:100dvh}', 'fault dvh, svh, lvh'],
    [':root{--c:color-mix(in srgb,red,blue)}', 'fault color-mix()'],
    ['a{color:red;background:light-dark(#fff,#000)}', 'fault light-dark()'],
  ])('%s is a %s', (css, found) => {
    expect(kinds(css)).toEqual([found]);
  });

  test.each([
    ['a:focus-visible{outline:1px solid}', 'enhancement :focus-visible'],
    ['p:has(img){color:red}', 'enhancement :has()'],
    ['main{height:100vh;height:100dvh}', 'enhancement dvh, svh, lvh'],
    ['img{aspect-ratio:3/2}', 'enhancement aspect-ratio'],
    ['@container (width>1px){a{color:red}}', 'enhancement @container'],
    ['@media screen and (scripting:enabled){a{color:red}}', 'enhancement scripting: enabled'],
    ['@media (forced-colors:active){a{color:LinkText}}', 'enhancement forced-colors'],
  ])('%s is only an %s', (css, found) => {
    expect(kinds(css)).toEqual([found]);
  });
});

test('a page with a dialog or a popover is found; a heading with that word is not', () => {
  const html = '<dialog id="a"><p popover>x</p></dialog><h2 title="dialog">dialog</h2><div inert></div>';
  expect(newerHtml('a.html', html).map(({ feature, kind }) => `${kind} ${feature}`)).toEqual([
    'fault <dialog>',
    'fault attribute popover',
    'enhancement attribute inert',
  ]);
});

test('a dialog is an enhancement where the style hides closed ones', async () => {
  const files = (css: string) =>
    distOf(
      new Map([
        ['a.css', strToU8(css)],
        ['a.html', strToU8('<dialog>')],
        ['b.html', strToU8('<dialog>')],
      ]),
    );
  const hidden = await checkFloor(files('.panel:not([open]){display:none}'));
  expect(hidden.faults).toEqual([]);
  const shown = await checkFloor(files('.panel{display:block}'));
  expect(shown.faults.map(({ file, found }) => [file, found])).toEqual([
    ['a.html', '<dialog> at «<dialog >» (and in 1 more)'],
  ]);
});

describe('the whole site', () => {
  const text = (entries: Record<string, string | Uint8Array>) =>
    distOf(new Map(Object.entries(entries).map(([k, v]) => [k, typeof v === 'string' ? strToU8(v) : v])));

  test('scripts inside packages and inside their documents are held to the same floor', async () => {
    const zip = zipSync({
      'shared/sco.js': strToU8('x.at(0)'),
      'index.html': strToU8(
        '<script>structuredClone(1)</script><script type="application/json">".at("</script>',
      ),
    });
    const { faults } = await checkFloor(text({ 'packages/a.zip': zip, 'a.js': 'ok()' }));
    expect(faults.map(({ file }) => file)).toEqual([
      'packages/a.zip!shared/sco.js',
      'packages/a.zip!index.html (inline script 1)',
    ]);
  });

  test('style in pages is looked at', async () => {
    const { faults } = await checkFloor(text({ 'index.html': '<style>a,b:has(c){color:red}</style>' }));
    expect(faults.map(({ file, found }) => [file, found])).toEqual([
      ['index.html', ':has() at «a,b:has(c)»'],
    ]);
  });

  test('a use that is allowed with a reason is an enhancement, in that file alone', async () => {
    const dist = text({ 'search.js': 'x.at(0)', 'site.js': 'y.at(0)' });
    const why = 'tested for first';
    const report = await checkFloor(dist, [{ feature: '.at()', file: /^search/, why }]);
    expect(report.faults.map(({ file }) => file)).toEqual(['site.js']);
    expect(report.enhancements.map(({ file }) => file)).toEqual(['search.js']);
  });
});
