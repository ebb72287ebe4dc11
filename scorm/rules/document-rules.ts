import { LAUNCH_FILE } from '../manifest/names.ts';
import { urlsOfCss } from '../stage/css.ts';
import { attribute, elementsOf, textOf } from '../stage/html.ts';
import { referencesOf } from '../stage/references.ts';
import type { Hit, Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { PackageView } from './view.ts';
import { filesEndingIn } from './view.ts';

interface Url {
  readonly file: string;
  readonly url: string;
  readonly kind: 'resource' | 'link';
}

/** Every URL in documents and style sheets. */
function* urls(view: PackageView): Generator<Url> {
  for (const [file, document] of view.documents)
    for (const { url, kind } of referencesOf(document)) yield { file, url: url.trim(), kind };
  for (const [file, css] of filesEndingIn(view, /\.css$/i))
    for (const url of urlsOfCss(css)) yield { file, url: url.trim(), kind: 'resource' };
}

const isExternal = (url: string): boolean =>
  /^(\/\/|(?!data:|blob:|about:|mailto:|tel:|sms:)[a-z][a-z0-9+.-]*:)/i.test(url);
const isAbsolute = (url: string): boolean => /^\/(?!\/)/.test(url);
const isElsewhere = (url: string): boolean =>
  url === '' || url.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(url);

/** The file of the package that a relative URL in `from` names. */
function pathOf(url: string, from: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, `https://package.invalid/${encodeURI(from)}`).pathname.slice(1));
  } catch {
    return undefined;
  }
}

/** Every script: files, and inline ones that are code. */
function* scripts(view: PackageView): Generator<[string, string]> {
  yield* filesEndingIn(view, /\.js$/i);
  for (const [file, document] of view.documents)
    for (const element of elementsOf(document))
      if (element.tagName === 'script' && !/json/.test(attribute(element, 'type') ?? ''))
        yield [file, textOf(element)];
}

const inScripts = (pattern: RegExp) =>
  function* (view: PackageView): Generator<Hit> {
    for (const [file, code] of scripts(view)) {
      const found = pattern.exec(code)?.[0];
      if (found) yield { file, found: found.slice(0, 80) };
    }
  };

/** Rules of documents, styles and scripts: they run under any address, with any MIME type, in a frame. */
export const documentRules: readonly Rule[] = [
  rule(
    'document/module-script',
    'a module script or import map, which a wrong MIME type or file: blocks',
    'Bundle module scripts to one classic script with defer.',
    function* ({ documents }) {
      for (const [file, document] of documents)
        for (const element of elementsOf(document)) {
          const type = element.tagName === 'script' ? attribute(element, 'type') : undefined;
          const preload = element.tagName === 'link' && /modulepreload/.test(attribute(element, 'rel') ?? '');
          if (preload || type === 'module' || type === 'importmap')
            yield { file, found: type ?? 'modulepreload' };
        }
    },
  ),
  rule(
    'document/dynamic-import',
    'a script imports at run time',
    'Let the bundler take the import in.',
    inScripts(/(^|[^\w$.])import\s*\(\s*["'`\w]/),
  ),
  rule(
    'document/absolute-url',
    'an address begins with "/", so it leaves the package',
    'Make it relative.',
    function* (view) {
      for (const { file, url } of urls(view)) if (isAbsolute(url)) yield { file, found: url };
      yield* inScripts(/["'`(]\/[^"'`()\s]*_astro\/[^"'`()\s]*/)(view);
    },
  ),
  rule(
    'document/external-resource',
    'a sub-resource from another host',
    'Put a copy in the package.',
    function* (view) {
      for (const { file, url, kind } of urls(view))
        if (kind === 'resource' && isExternal(url)) yield { file, found: url };
    },
  ),
  rule(
    'document/missing-file',
    'an address names a file that is not in the package',
    'Add the file or correct the address.',
    function* (view) {
      for (const { file, url } of urls(view)) {
        if (isElsewhere(url) || url.startsWith('/')) continue;
        const path = pathOf(url, file);
        if (path === undefined || !view.files.has(path)) yield { file, found: url };
      }
    },
  ),
  rule('document/base', 'a <base> changes every address', 'Remove it.', function* ({ documents }) {
    for (const [file, document] of documents)
      for (const element of elementsOf(document))
        if (element.tagName === 'base') yield { file, found: attribute(element, 'href') ?? '' };
  }),
  rule(
    'document/leaving-link',
    'a link to another host opens in the frame and ends the session',
    'Write target="_blank" rel="noopener".',
    function* ({ documents }) {
      for (const [file, document] of documents)
        for (const { url, kind, element } of referencesOf(document)) {
          const opens =
            attribute(element, 'target') === '_blank' && /\bnoopener\b/.test(attribute(element, 'rel') ?? '');
          if (kind === 'link' && isExternal(url) && !opens) yield { file, found: url };
        }
    },
  ),
  rule(
    'document/service-worker',
    "a service worker would stay on the LMS's own address",
    'Register none in a package.',
    inScripts(/serviceWorker\s*\.\s*register/),
  ),
  rule(
    'document/unload',
    'unload and beforeunload are blocked or never fire in LMS frames and on phones',
    'Use pagehide and visibilitychange.',
    inScripts(/addEventListener\(\s*["'`](before)?unload["'`]|\bon(before)?unload\s*=/),
  ),
  rule(
    'document/record',
    "the document asks for another record than the manifest's standard",
    'Write data-record="scorm12" or "scorm2004" on <html>.',
    ({ documents, manifest }) => {
      const document = documents.get(LAUNCH_FILE);
      const html = document && [...elementsOf(document)].find(({ tagName }) => tagName === 'html');
      const record = html && attribute(html, 'data-record');
      if (!manifest || record === undefined || record === manifest.standard) return [];
      return [{ file: LAUNCH_FILE, found: record }];
    },
  ),
];
