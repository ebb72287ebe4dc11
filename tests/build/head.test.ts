import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support/addresses.ts';

interface Node {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly value?: string;
}
function elements(node: Node): Node[] {
  return [...(node.tagName ? [node] : []), ...(node.childNodes ?? []).flatMap(elements)];
}
const attribute = (node: Node | undefined, name: string) => node?.attrs?.find((a) => a.name === name)?.value;

/** Address of a page's path, as the build was told (SITE_URL), whatever port the tests use. */
function pathOf(page: string): string {
  return `${BASE}${relative('dist', page)
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '')}`;
}
/** Pages laid out for paper are for people who come from their module: they tell search engines nothing. */
const isPrintView = (page: string) => page.includes(`${sep}print${sep}`);
const all = globSync('dist/{km,en}/**/index.html');
const pages = all
  .filter((page) => !isPrintView(page))
  .map((page) => {
    const nodes = elements(parse(readFileSync(page, 'utf8')) as Node);
    const meta = (name: string) =>
      attribute(
        nodes.find(
          (n) => n.tagName === 'meta' && [attribute(n, 'name'), attribute(n, 'property')].includes(name),
        ),
        'content',
      );
    const alternates = new Map(
      nodes
        .filter((n) => n.tagName === 'link' && attribute(n, 'rel') === 'alternate')
        .map((n) => [attribute(n, 'hreflang') ?? '', new URL(attribute(n, 'href') ?? '').pathname]),
    );
    const canonical = nodes.find((n) => attribute(n, 'rel') === 'canonical');
    const data = nodes.find((n) => attribute(n, 'type') === 'application/ld+json')?.childNodes?.[0]?.value;
    return { page, path: pathOf(page), nodes, meta, alternates, canonical, data };
  });

/** The published file an absolute address means. */
const fileOf = (url: string | undefined) => join('dist', new URL(url ?? 'x:').pathname.slice(BASE.length));

test('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThan(20);
});

describe.each(pages.map((each) => [each.path, each] as const))('%s', (path, page) => {
  test('names its own address, both languages and a neutral one', () => {
    const [km, en] = [path, path].map((p, i) => p.replace(/^(\/sog\/)(km|en)\//, `$1${['km', 'en'][i]}/`));
    expect(new URL(attribute(page.canonical, 'href') ?? '').pathname).toBe(path);
    expect(page.alternates.get('km')).toBe(km);
    expect(page.alternates.get('en')).toBe(en);
    const home = /^\/sog\/(km|en)\/$/.test(path);
    expect(page.alternates.get('x-default')).toBe(home ? BASE : km);
  });

  test('is shared with a card that is there, and with its title', () => {
    expect(existsSync(fileOf(page.meta('og:image')))).toBe(true);
    expect(page.meta('og:image')).toContain(`/cards/${path.slice(BASE.length, BASE.length + 2)}`);
    expect(page.meta('og:title')).toBeTruthy();
    expect(page.meta('twitter:card')).toBe('summary_large_image');
  });

  test('has its icons', () => {
    const icons = page.nodes.filter((n) => /icon/.test(attribute(n, 'rel') ?? ''));
    expect(icons.length).toBe(3);
    for (const icon of icons) {
      expect(existsSync(join('dist', (attribute(icon, 'href') ?? '').slice(BASE.length)))).toBe(true);
    }
  });
});

describe('structured data', () => {
  const graph = (path: string): Record<string, unknown>[] => {
    const found = pages.find((page) => page.path === path)?.data;
    return found ? JSON.parse(found)['@graph'] : [];
  };
  const typed = (path: string, type: string) => graph(path).find((thing) => thing['@type'] === type);

  test('of a module is a course that is free and online, without dates it does not have', () => {
    const course = typed(`${BASE}en/integrity/`, 'Course');
    expect(course).toMatchObject({
      name: 'Integrity in daily work',
      isAccessibleForFree: true,
      inLanguage: 'en',
    });
    expect(course?.['hasCourseInstance']).toMatchObject({ courseMode: 'Online' });
    expect(JSON.stringify(course)).not.toMatch(/startDate|endDate|instructor|Phase/);
  });

  test('of a lesson names its course and the minutes', () => {
    const lesson = typed(`${BASE}km/integrity/speaking-up/`, 'LearningResource');
    expect(lesson).toMatchObject({ inLanguage: 'km', timeRequired: 'PT12M' });
    expect(lesson?.['isPartOf']).toMatchObject({ '@type': 'Course' });
  });

  test('of a test is not the course again', () => {
    expect(typed(`${BASE}en/integrity/final-test/`, 'Course')).toBeUndefined();
  });

  test('gives the same way to a page as the breadcrumbs on it', () => {
    for (const { nodes, data } of pages) {
      const nav = nodes.find((n) => attribute(n, 'class') === 'breadcrumbs');
      if (!nav || !data) continue;
      const shown = elements(nav).filter((n) => n.tagName === 'li').length;
      const list = JSON.parse(data)['@graph'].find(
        (t: Record<string, unknown>) => t['@type'] === 'BreadcrumbList',
      );
      const types = JSON.parse(data)['@graph'].map((t: Record<string, unknown>) => t['@type']);
      // A lesson belongs to its course, whose page says the way; everything else says it itself.
      if (types.includes('LearningResource')) expect(list).toBeUndefined();
      else expect(list?.itemListElement.length).toBe(shown);
    }
  });
});

test('a page for wrong addresses asks not to be found, and claims no address', () => {
  const html = readFileSync('dist/404.html', 'utf8');
  expect(html).toContain('content="noindex"');
  expect(html).not.toContain('rel="canonical"');
});

test('the sitemap lists every page once with its twin, and nothing that is not a page', () => {
  const xml = globSync('dist/sitemap-[0-9]*.xml')
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  expect(listed.sort()).toEqual([BASE, ...pages.map(({ path }) => path)].sort());
  const twins = [...xml.matchAll(/<xhtml:link rel="alternate" hreflang="(km|en)"/g)].length;
  expect(twins).toBe(pages.length * 2);
});
