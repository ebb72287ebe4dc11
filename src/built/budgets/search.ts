import type { Dist, Place } from '../dist.ts';
import { has } from '../dist.ts';
import { scriptGraph } from '../scripts.ts';
import { gzipBytes } from '../wire.ts';
import { BUDGETS, type BudgetRow, judge, type Measured } from './figures.ts';
import { lessonPages, pageLoad } from './page.ts';

const FOLDER = 'search/';
/** A first search of two words in different chunks, and the ten results that are drawn. */
const WORST_CHUNKS = 2;
const WORST_FRAGMENTS = 10;

/**
 * Rows for the first search in each language, from the files of `search/` (Pagefind's layout). What a page with
 * search open fetches is bounded from above: Pagefind decides at run time which chunks it needs.
 */
export function searchRows(place: Place, langs: readonly string[]): BudgetRow[] {
  const { dist } = place;
  if (!has(dist, `${FOLDER}pagefind-entry.json`)) return [];
  const box = boxBytes(place);
  const entry: { languages?: Record<string, { hash: string; wasm: string | null }> } = JSON.parse(
    dist.text(`${FOLDER}pagefind-entry.json`),
  );
  const totals: Measured[] = langs.flatMap((lang) => {
    const found = entry.languages?.[lang];
    return found ? [{ file: `${FOLDER} (${lang})`, figure: box + engineBytes(dist, lang, found.wasm) }] : [];
  });
  return [
    judge('search: before the first key', BUDGETS.search.beforeFirstKey, [
      { file: 'the search box', figure: box },
    ]),
    judge('search: all of the first search', BUDGETS.search.total, totals),
  ].filter((row) => row !== undefined);
}

/**
 * Scripts of activities, of what comes after the page (extras), and of searching what is saved, which loads without a
 * network alone; whatever else may come later is search.
 */
const NOT_SEARCH = /\/(question|dilemma|reflection|exercise|test|extras|saved-corpus)[^/]*$/i;

/** Scripts and style that opening the search box may bring, over what a lesson has loaded. */
function boxBytes(place: Place): number {
  const [page] = lessonPages(place.dist, 'km');
  if (page === undefined) return 0;
  const { scripts, styles } = pageLoad(place, page);
  const { now, later } = scriptGraph(place, [...scripts.now], (file) => NOT_SEARCH.test(file));
  const sheets = place.dist.paths.filter((path) => /^_astro\/.*search.*\.css$/i.test(path));
  const fresh = [...later, ...sheets].filter((file) => !now.has(file) && !styles.includes(file));
  return sum(place.dist, fresh);
}

function engineBytes(dist: Dist, lang: string, wasm: string | null): number {
  const all = dist.paths.filter((path) => path.startsWith(FOLDER));
  const fixed = all.filter(
    (path) =>
      /^search\/(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json)$/.test(path) ||
      path === `${FOLDER}wasm.${wasm ?? 'unknown'}.pagefind` ||
      new RegExp(`^search/pagefind\\.${lang}_.*\\.pf_meta$`).test(path),
  );
  const ofKind = (kind: string) => all.filter((path) => new RegExp(`/${lang}_[^/]*\\.${kind}$`).test(path));
  return (
    sum(dist, fixed) +
    sum(dist, ofKind('pf_filter')) +
    largest(dist, ofKind('pf_index'), WORST_CHUNKS) +
    largest(dist, ofKind('pf_fragment'), WORST_FRAGMENTS)
  );
}

const sum = (dist: Dist, files: readonly string[]): number =>
  files.reduce((bytes, file) => bytes + gzipBytes(file, dist.read(file)), 0);

function largest(dist: Dist, files: readonly string[], count: number): number {
  const sizes = files.map((file) => gzipBytes(file, dist.read(file)));
  return sizes
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((a, b) => a + b, 0);
}
