import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageLinks, publicSite } from '../../../scorm/stage/links.ts';
import { stageDocument } from '../../../scorm/stage/stage.ts';
import { normaliseBase } from '../../../scorm/stage/urls.ts';
import { DIST, stageFixture } from '../../fixtures/packages/good.ts';

const text = (files: ReadonlyMap<string, Uint8Array>, pattern: RegExp): string => {
  const path = [...files.keys()].find((name) => pattern.test(name));
  if (path === undefined) throw new Error(`no ${pattern}`);
  return new TextDecoder().decode(files.get(path));
};

describe('a staged document', () => {
  test('is the closure of the document and nothing else', async () => {
    const { files, sources } = await stageFixture();
    const names = [...files.keys()].map((path) => path.replace(/-[0-9a-f]{8}\./, '.')).sort();
    expect(names).toEqual([
      'assets/app.js',
      'assets/badge.png',
      'assets/base.css',
      'assets/ladder.png',
      'assets/ladder.png',
      'assets/lazy.css',
      'assets/noto-sans-khmer.woff2',
      'assets/sco.css',
      'assets/texture.png',
      'index.html',
    ]);
    expect(sources).not.toContain('_astro/unused.Ff03.png');
    expect(sources).toContain('_astro/lazy.Mm10.js');
  });

  test('has no address that begins with "/" and no site part', async () => {
    const { files } = await stageFixture();
    for (const pattern of [/html$/, /sco.*css$/]) {
      const shown = text(files, pattern).replace(/\/\*.*?\*\//g, '');
      expect(shown).not.toMatch(/["'(]\/[^/]/);
      expect(text(files, pattern)).not.toMatch(/_astro|canonical|og:image|modulepreload|sourceMappingURL/);
    }
  });

  test('has one classic script in the place of its modules and keeps inline classic code', async () => {
    const html = text((await stageFixture()).files, /html$/);
    expect(html).not.toContain('type="module"');
    expect(html.match(/<script defer="" src="assets\/app-[0-9a-f]{8}\.js"><\/script>/g)).toHaveLength(1);
    expect(html).toContain('<script>document.documentElement.classList.add("js")</script>');
    expect(html).toContain('<script type="application/json" id="data">{"table":1}</script>');
  });

  test('runs its modules once and in order, dynamic imports and their files included', async () => {
    const code = text((await stageFixture()).files, /app.*js$/);
    const root = { dataset: {} as Record<string, string> };
    let click: (() => Promise<void>) | undefined;
    const images: { src: string }[] = [];
    const document = {
      baseURI: 'https://lms.example/x%20y/index.html',
      documentElement: root,
      body: { append: (image: { src: string }) => images.push(image) },
      querySelector: () => ({ addEventListener: (_: string, f: () => Promise<void>) => (click = f) }),
    };
    class Image {
      src = '';
    }
    new Function('document', 'Image', code)(document, Image);
    expect(root.dataset).toEqual({ started: 'first second', inline: 'yes' });
    await click?.();
    expect(root.dataset['started']).toBe('first second lazy');
    expect(images[0]?.src).toMatch(/^https:\/\/lms\.example\/x%20y\/assets\/badge-[0-9a-f]{8}\.png$/);
  });

  test('links the style sheet that came with a dynamic import', async () => {
    expect(text((await stageFixture()).files, /html$/)).toMatch(/<link rel="stylesheet" href="assets\/lazy-/);
  });

  test('leads links to their place in the document, else keeps their words', async () => {
    const html = text((await stageFixture()).files, /html$/);
    expect(html).toContain('<a href="#gifts-and-thanks">2</a>');
    expect(html).toContain('<a href="#term-bribe">3</a>');
    expect(html).toContain('<span>4</span>');
    expect(html).toContain('<a href="mailto:help@example.org">6</a>');
  });

  test('leads links to the public site where there is one, in a window of their own', async () => {
    const html = text((await stageFixture('km', 'https://school.example/sog/')).files, /html$/);
    expect(html).toContain(
      '<a href="https://school.example/sog/km/sources/#source-law" rel="noopener" target="_blank">4</a>',
    );
    expect(html).toContain(
      '<a href="https://www.example.org/a?b=c" rel="external noopener" target="_blank">5</a>',
    );
  });

  test('keeps the place of the early script and the record attribute', async () => {
    const html = text((await stageFixture()).files, /html$/);
    expect(html).toContain('<meta charset="utf-8"><!--sog:early-->');
    expect(html).toContain('<html lang="km" data-record="browser">');
  });

  test.each([
    ['/', '/'],
    ['', '/'],
    ['sog', '/sog/'],
    ['/a/b', '/a/b/'],
  ])('takes the base path %j for %j', (base, normal) => {
    expect(normaliseBase(base)).toBe(normal);
  });
});

describe('a document that cannot be packed', () => {
  const entry = '__sco/integrity/km/index.html';
  let dist = '';

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'sog-stage-'));
    cpSync(DIST, dist, { recursive: true });
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  const stageWith = (added: string, lang = 'km') => {
    const html = readFileSync(join(dist, entry), 'utf8').replace('</main>', `${added}</main>`);
    writeFileSync(join(dist, entry), html);
    return stageDocument({ dist, base: '/sog', entry, lang, links: packageLinks(undefined) });
  };

  test.each([
    ['a missing image', '<img src="/sog/_astro/no.png" alt="">', /\/sog\/_astro\/no\.png/],
    ['an image outside the base path', '<img src="/_astro/ladder.C7kMgUQa.png" alt="">', /\/_astro\/ladder/],
    ['an image of another host', '<img src="https://cdn.example/x.png" alt="">', /cdn\.example/],
    ['an address without scheme', '<img src="//cdn.example/x.png" alt="">', /cdn\.example/],
    ['a missing image in a style', '<p style="background:url(no.png)"></p>', /no\.png/],
    ['a missing image in a source set', '<img srcset="a.png 1x, b.png 2x" alt="">', /a\.png/],
    ['an image in <noscript>', '<noscript><img src="no.png" alt=""></noscript>', /no\.png/],
    ['an image in a <template>', '<template><img src="no.png" alt=""></template>', /no\.png/],
    ['a frame with a page', '<iframe src="/sog/km/"></iframe>', /\/sog\/km\//],
    ['a link to no page', '<a href="/sog/km/nothing/">x</a>', /nothing/],
    ['a link that runs a script', '<a href="javascript:x()">x</a>', /javascript/],
    ['a form that is sent', '<form action="/sog/km/"></form>', /form/],
    ['an island', '<astro-island component-url="/x.js"></astro-island>', /custom element/],
    [
      'an import of another host',
      '<script type="module">import"https://cdn.example/x.js"</script>',
      /cdn\.example/,
    ],
    ['a bare import', '<script type="module">import"react"</script>', /react/],
    ['top-level await', '<script type="module">await 1</script>', /await/],
  ])('is refused with file and address: %s', async (_, html, message) => {
    const failure = stageWith(html);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ name: 'StageError', file: entry });
  });

  test('is refused if it is in another language than it says', async () => {
    await expect(stageWith('', 'en')).rejects.toThrow('another language');
  });

  test('names the style sheet in which an address is wrong', async () => {
    writeFileSync(join(dist, '_astro/base.Ii06.css'), 'p{background:url(no.png)}');
    await expect(stageWith('')).rejects.toMatchObject({ file: '_astro/base.Ii06.css', url: 'no.png' });
  });
});

test.each([
  ['https://school.example', '/sog/', 'https://school.example/sog/'],
  ['http://localhost:4321', '/', undefined],
  ['https://localhost:4321', '/', undefined],
  [undefined, '/', undefined],
])('a learner can reach the site %s under %s at %s', (site, base, address) => {
  expect(publicSite(site, base)).toBe(address);
});
