import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { BASE } from '../support/addresses.ts';

const pages = globSync('dist/**/*.html');

interface Node {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function elements(node: Node): Node[] {
  return [...(node.tagName ? [node] : []), ...(node.childNodes ?? []).flatMap(elements)];
}
const attribute = (node: Node, name: string) => node.attrs?.find((a) => a.name === name)?.value;
const parsed = pages.map((page) => ({ page, nodes: elements(parse(readFileSync(page, 'utf8')) as Node) }));

function exists(path: string): boolean {
  const file = join('dist', decodeURIComponent(path.slice(BASE.length)));
  return [file, join(file, 'index.html')].some((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
}

test('both languages have the same pages', () => {
  const of = (lang: string) =>
    pages
      .filter((p) => p.startsWith(join('dist', lang)))
      .map((p) => p.slice(join('dist', lang).length))
      .sort();
  expect(of('km')).toEqual(of('en'));
  expect(of('km').length).toBeGreaterThan(9);
});

test('every inner link and sub-resource stands under the base path and exists, its fragment too', () => {
  const broken: string[] = [];
  const ids = new Map(parsed.map(({ page, nodes }) => [page, new Set(nodes.map((n) => attribute(n, 'id')))]));
  for (const { page, nodes } of parsed) {
    for (const node of nodes) {
      const url = attribute(node, 'href') ?? attribute(node, 'src');
      if (!url || /^(https?:|data:|mailto:)/.test(url)) continue;
      const [address = '', fragment] = url.split('#');
      const path = address.replace(/\?.*$/, '');
      if (path && (!path.startsWith(BASE) || !exists(path))) broken.push(`${page}: ${url}`);
      const target = path ? join('dist', path.slice(BASE.length), 'index.html') : page;
      if (fragment && path.endsWith('.svg')) {
        const drawing = readFileSync(join('dist', path.slice(BASE.length)), 'utf8');
        if (!drawing.includes(`id="${fragment}"`)) broken.push(`${page}: ${url}`);
      } else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment)))
        broken.push(`${page}: ${url}`);
    }
  }
  expect(broken).toEqual([]);
});

test('no page loads anything from another host', () => {
  const loads = parsed.flatMap(({ page, nodes }) =>
    nodes
      .filter((n) => n.tagName !== 'a')
      .filter((n) => !/^(canonical|alternate)$/.test(attribute(n, 'rel') ?? ''))
      .flatMap((n) => [attribute(n, 'src'), attribute(n, 'href')])
      .filter((url) => url && /^(https?:)?\/\//.test(url))
      .map((url) => `${page}: ${url}`),
  );
  expect(loads).toEqual([]);
});

test('every page names its language, its title and its twin', () => {
  for (const { page, nodes } of parsed.filter(({ page: p }) => /^dist.(km|en)./.test(p))) {
    const html = nodes.find((n) => n.tagName === 'html');
    expect(page).toMatch(new RegExp(`^dist.${attribute(html ?? {}, 'lang')}.`));
    expect(nodes.filter((n) => n.tagName === 'h1').length, page).toBe(1);
    expect(
      // A page laid out for paper is not indexed, so that only its reader needs the way to its twin.
      nodes.some((n) => attribute(n, 'hreflang') && (n.tagName === 'link' || page.includes('print'))),
      page,
    ).toBe(true);
  }
});

test('no inline script runs on the site: a strict content policy is possible', () => {
  const inline = parsed.flatMap(({ page, nodes }) =>
    nodes
      .filter(
        (n) =>
          n.tagName === 'script' &&
          !attribute(n, 'src') &&
          !/^application\/(ld\+)?json$/.test(attribute(n, 'type') ?? ''),
      )
      .map(() => page),
  );
  expect(inline).toEqual([]);
});

test('every image has a text alternative', () => {
  const mute = parsed.flatMap(({ page, nodes }) =>
    nodes
      .filter(
        (n) =>
          (n.tagName === 'img' && !attribute(n, 'alt')) ||
          (attribute(n, 'role') === 'img' && !attribute(n, 'aria-label')),
      )
      .map((n) => `${page}: ${n.tagName}`),
  );
  expect(mute).toEqual([]);
});
