import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Custom elements whose script is wanted at once if the page has them, and the name of that script's file. */
const WANTED = [{ element: '<sog-question', script: /^question\.[\w-]+\.js$/ }];

/**
 * The page with a `modulepreload` link for every script that its module scripts import, so that a browser need not
 * read one script to learn of the next: on a slow line each such step costs a round trip.
 *
 * @param scripts names of all files in the folder of built scripts
 */
export function withPreloads(html: string, dist: string, base: string, scripts: readonly string[]): string {
  const entries = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map((match) => match[1] ?? '');
  const folder = entries[0] && posix.dirname(entries[0]);
  if (!folder) return html;
  const wanted = WANTED.filter(({ element }) => html.includes(element)).flatMap(({ script }) =>
    scripts.filter((name) => script.test(name)).map((name) => `${folder}/${name}`),
  );
  const graph = new Set<string>();
  const visit = (url: string): void => {
    if (graph.has(url)) return;
    graph.add(url);
    for (const next of importsOf(readFileSync(join(dist, url.slice(base.length)), 'utf8'))) {
      visit(posix.join(posix.dirname(url), next));
    }
  };
  for (const url of [...entries, ...wanted]) visit(url);
  const links = [...graph]
    .filter((url) => !entries.includes(url))
    .map((url) => `<link rel="modulepreload" href="${url}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

/** What a minified module imports statically, as it is written there. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map(
    (match) => match[1] ?? '',
  );
}
