import { createHash } from 'node:crypto';
import { type Dist, has, type Place } from '../built/dist.ts';
import { gzipBytes } from '../built/wire.ts';
import { partName } from '../search/parts.ts';
import { pageClosure } from './closure.ts';
import { HASH_DIGITS, type OfflineFile, type OfflineManifest } from './manifest.ts';
import { type Unit, unitName } from './unit.ts';

/** Pages that every unit of a language takes along, below the language; a name ending in `/` stands for all below it. */
const SHARED = [
  'index.html',
  'glossary/',
  'sources/',
  'privacy/',
  'offline/',
  'my-learning/',
  'my-plan/',
  'pathways/',
];
const START = 'index.html';

/** A module as its author names and counts it. */
export interface Titled extends Unit {
  readonly title: string;
  readonly release: string;
}

/**
 * Pages a unit holds: its module's own but for those made for paper, which weigh as much as all lessons; those shared by
 * the language; and the one that asks for the language.
 */
export function pagesOf(dist: Dist, { module, lang }: Unit): string[] {
  const wanted = [`${lang}/${module}/`, ...SHARED.map((name) => `${lang}/${name}`)];
  const isWanted = (path: string) =>
    path === START || wanted.some((name) => (name.endsWith('/') ? path.startsWith(name) : path === name));
  return dist.paths.filter((path) => path.endsWith('.html') && !path.includes('/print/') && isWanted(path));
}

/** Text for the search of what is saved. */
const searchFiles = ({ module, lang }: Unit): string[] => [
  `search/texts-${lang}.js`,
  ...['', module].map((part) => `search/${partName(lang, part)}`),
];

/** What scripts fetch by a name they make themselves, so that no page tells of it. */
const wordFiles = ({ lang }: Unit): string[] => [
  `spoken/questions-${lang}.js`,
  `spoken/notes-${lang}.json`,
  `${lang}/reading.json`,
];

/**
 * The manifests of all units of a built site that have pages. The same files give the same manifests: order, hashes and
 * versions come from paths and bytes alone.
 */
export function offlineManifests(place: Place, units: readonly Titled[]): OfflineManifest[] {
  const closures = new Map<string, readonly string[]>();
  const files = new Map<string, OfflineFile>();
  return units
    .filter(({ module, lang }) => has(place.dist, `${lang}/${module}/index.html`))
    .map((unit) => {
      const pages = pagesOf(place.dist, unit).flatMap((page) => pageClosure(place, page, closures));
      const unnamed = [...searchFiles(unit), ...wordFiles(unit)].filter((file) => has(place.dist, file));
      const paths = [...new Set([...pages, ...unnamed])].sort();
      return manifestOf(
        unit,
        paths.map((path) => fileOf(place.dist, files, path)),
      );
    });
}

function fileOf(dist: Dist, known: Map<string, OfflineFile>, path: string): OfflineFile {
  const found = known.get(path);
  if (found) return found;
  const bytes = dist.read(path);
  const file = {
    path: encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS),
    bytes: bytes.length,
    wire: gzipBytes(path, bytes),
  };
  known.set(path, file);
  return file;
}

const VERSION_DIGITS = 16;

function manifestOf(unit: Titled, files: readonly OfflineFile[]): OfflineManifest {
  const content = JSON.stringify([unitName(unit), ...files.map(({ path, hash }) => [path, hash])]);
  const sum = (of: (file: OfflineFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    ...unit,
    version: createHash('sha256').update(content).digest('hex').slice(0, VERSION_DIGITS),
    bytes: sum(({ bytes }) => bytes),
    wire: sum(({ wire }) => wire),
    files,
  };
}
