import { isVersion, type Unit, unitOf } from './unit.ts';

/** One file of a unit. */
export interface OfflineFile {
  /** Below the base, as a page asks for it: a folder's page ends with `/`, the start page is empty. */
  readonly path: string;
  /** First 32 hexadecimal digits of the SHA-256 of its bytes. */
  readonly hash: string;
  /** Bytes on the device, and bytes on the wire (gzip). */
  readonly bytes: number;
  readonly wire: number;
}

/** What a unit is called and weighs. */
export interface Offer extends Unit {
  readonly title: string;
  /** Version of the module as its author counts. */
  readonly release: string;
  readonly version: string;
  readonly bytes: number;
  readonly wire: number;
}

export interface OfflineManifest extends Offer {
  readonly files: readonly OfflineFile[];
}

/** Of the written form; an older page that meets a newer form reads nothing. */
export const FORM = 1;
export const HASH_DIGITS = 32;

type Fields = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** Never out of the site, never with a query: a plain path below the base. */
const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^(?![/.])[\w%.~@+/-]*$/.test(value) && !/\/\/|(^|\/)\.\.?(\/|$)/.test(value);

/** What was fetched as the list of all units; what cannot be read is left out. */
export function readList(value: unknown): readonly Offer[] {
  if (!isObject(value) || value['form'] !== FORM || !Array.isArray(value['units'])) return [];
  return value['units'].flatMap((unit: unknown) => readOffer(unit) ?? []);
}

export function readOffer(value: unknown): Offer | undefined {
  if (!isObject(value)) return undefined;
  const { unit, title, release, version, bytes, wire } = value;
  const found = unitOf(unit);
  if (!found || !isText(title) || !isText(release) || !isVersion(version)) return undefined;
  if (!isCount(bytes) || !isCount(wire)) return undefined;
  return { ...found, title, release, version, bytes, wire };
}

/** What was fetched as a manifest, or undefined if any of it cannot be trusted. */
export function readManifest(value: unknown): OfflineManifest | undefined {
  const offer = readOffer(value);
  if (!offer || !isObject(value) || value['form'] !== FORM || !Array.isArray(value['files']))
    return undefined;
  const files = value['files'].map(readFile);
  const good = files.filter((file) => file !== undefined);
  const paths = new Set(good.map(({ path }) => path));
  if (good.length === 0 || good.length !== files.length || paths.size !== good.length) return undefined;
  return { ...offer, files: good };
}

function readFile(value: unknown): OfflineFile | undefined {
  if (!Array.isArray(value)) return undefined;
  const [path, hash, bytes, wire]: readonly unknown[] = value;
  return isPath(path) && isHash(hash) && isCount(bytes) && isCount(wire)
    ? { path, hash, bytes, wire }
    : undefined;
}

/** As it is written into the built site. */
export function offerJson({ module, lang, title, release, version, bytes, wire }: Offer): object {
  return { unit: `${module}.${lang}`, title, release, version, bytes, wire };
}

export function manifestJson(manifest: OfflineManifest): object {
  const files = manifest.files.map(({ path, hash, bytes, wire }) => [path, hash, bytes, wire]);
  return { form: FORM, ...offerJson(manifest), files };
}
