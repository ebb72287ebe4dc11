import type { Dist, Place } from '../dist.ts';
import { fileOf } from '../dist.ts';
import { type Tag, tagsOf } from '../html.ts';
import { type ScriptGraph, scriptGraph } from '../scripts.ts';

/** What a browser fetches for one page, by the kind of budget it falls under. */
export interface PageLoad {
  readonly page: string;
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
  readonly scripts: ScriptGraph;
  /** Requests that stand between the address and readable text: page, styles, preloaded font, blocking scripts. */
  readonly beforeReadable: number;
}

/** Scripts that come with an activity (docs/budgets.md). */
const ACTIVITY = /\/(question|dilemma|reflection|exercise|test)[^/]*$/i;

export function pageLoad(place: Place, page: string): PageLoad {
  const tags = tagsOf(place.dist.text(page), ['link', 'script']);
  const file = (tag: Tag, name: string) => fileOf(place, tag.attributes.get(name) ?? '', page);
  const links = (rel: string) =>
    tags.filter((tag) => tag.name === 'link' && (tag.attributes.get('rel') ?? '').split(/\s+/).includes(rel));
  const sheets = links('stylesheet').filter((tag) => tag.attributes.get('media') !== 'print');
  const linked = defined(sheets.map((tag) => file(tag, 'href')));
  const styles = withImports(place, linked);
  const preloaded = defined(
    links('preload')
      .filter((tag) => tag.attributes.get('as') === 'font')
      .map((tag) => file(tag, 'href')),
  );
  const scripts = tags.filter((tag) => tag.name === 'script' && tag.attributes.has('src'));
  const blocking = scripts.filter(
    ({ attributes }) =>
      attributes.get('type') !== 'module' && !attributes.has('defer') && !attributes.has('async'),
  );
  const entries = defined([
    ...scripts.map((tag) => file(tag, 'src')),
    // A page may announce the script of an activity that is near; it still counts as the activity's.
    ...links('modulepreload')
      .map((tag) => file(tag, 'href'))
      .filter((name) => name === undefined || !ACTIVITY.test(name)),
  ]);
  return {
    page,
    styles,
    fonts: unique([...preloaded, ...styles.flatMap((style) => fontsOf(place, style))]),
    scripts: scriptGraph(place, entries),
    beforeReadable: 1 + styles.length + unique(preloaded).length + blocking.length,
  };
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const defined = (items: readonly (string | undefined)[]): string[] =>
  unique(items.filter((item) => item !== undefined));

const IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?\s*([^;]*);/g;

/** Style sheets with those they import; an imported one for print alone is fetched too, but blocks nothing. */
function withImports(place: Place, sheets: readonly string[]): string[] {
  const imported = sheets.flatMap((sheet) =>
    [...place.dist.text(sheet).matchAll(IMPORT)]
      .filter(([, , media = '']) => media.trim() !== 'print')
      .map(([, url = '']) => fileOf(place, url, sheet)),
  );
  return imported.length === 0 ? [...sheets] : unique([...sheets, ...defined(imported)]);
}

/** Fonts that a style sheet declares for the screen. A face inside `@media print` is fetched on printing alone. */
function fontsOf({ dist, base }: Place, style: string): string[] {
  const screen = dist.text(style).replace(/@media\s+print\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  const faces = screen.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return faces
    .filter((face) => !/font-family:\s*["']?[^;"']*print/i.test(face))
    .flatMap((face) =>
      defined(
        [...face.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, url = '']) =>
          fileOf({ dist, base }, url, style),
        ),
      ),
    );
}

/** Pages of the site that hold one lesson: `<lang>/<module>/<lesson>/index.html`, marked by `data-lesson`. */
export function lessonPages(dist: Dist, lang: string): string[] {
  return dist.paths.filter(
    (path) =>
      path.startsWith(`${lang}/`) &&
      /^[^/]+\/[^/]+\/[^/]+\/index\.html$/.test(path) &&
      /\sdata-lesson="/.test(dist.text(path)),
  );
}
