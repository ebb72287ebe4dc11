import { isVersion, type Unit, unitName, unitOf } from './unit.ts';

/** Beside other sites of the same host, and beside this site under another path. `base` begins and ends with `/`. */
const PREFIX = 'sog/offline';

/** The cache of one version of a unit: a generation. */
export interface Generation extends Unit {
  readonly version: string;
}

/** Name of the small cache that says which generations are in use. */
export const indexName = (base: string): string => `${PREFIX} ${base} index`;

export const generationName = (base: string, unit: Unit, version: string): string =>
  `${PREFIX} ${base} ${unitName(unit)} ${version}`;

/** What a name of a cache means, or undefined if it is no generation of the site at this path. */
export function generationOf(base: string, name: string): Generation | undefined {
  const [prefix, path, unit, version, ...rest] = name.split(' ');
  const found = unitOf(unit);
  if (prefix !== PREFIX || path !== base || !found || !isVersion(version) || rest.length > 0)
    return undefined;
  return { ...found, version };
}

/** Whether a cache is this site's, whatever it holds. */
export const isOurs = (base: string, name: string): boolean => name.startsWith(`${PREFIX} ${base} `);

/** Folder of the manifests in the built site. */
export const FOLDER = 'offline/';
export const LIST = `${FOLDER}list.json`;
export const manifestPath = (unit: Unit): string => `${FOLDER}${unitName(unit)}.json`;
/** Key of a unit's entry in the index; no file stands there. */
export const savedPath = (unit: Unit): string => `${FOLDER}saved/${unitName(unit)}`;

/** Marks requests made for saving, which the worker must not answer from what is saved. */
export const SAVING_HEADER = 'sog-saving';
/** On a saved response: the hash of its body, as in the manifest. */
export const HASH_HEADER = 'sog-hash';
