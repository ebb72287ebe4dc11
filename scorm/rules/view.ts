import { MANIFEST_FILE } from '../manifest/names.ts';
import type { Standard } from '../manifest/standard.ts';
import { NAMESPACES, STANDARDS } from '../manifest/standard.ts';
import type { Document } from '../stage/html.ts';
import { parseHtml } from '../stage/html.ts';
import type { Hit } from './rule.ts';
import type { XmlElement } from './xml-reader.ts';
import { childrenOf, descendants, readXml, written, XmlError } from './xml-reader.ts';

export interface ParsedManifest {
  readonly standard: Standard;
  readonly root: XmlElement;
  readonly all: readonly XmlElement[];
  readonly organizations: readonly XmlElement[];
  readonly items: readonly XmlElement[];
  readonly resources: readonly XmlElement[];
}

/** A package as the rules see it: its files, read and parsed once. */
export interface PackageView {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifestText: string | undefined;
  /** Undefined where it is missing, damaged or of no known standard; rules of the XML say so. */
  readonly manifest: ParsedManifest | undefined;
  readonly root: XmlElement | XmlError | undefined;
  readonly documents: ReadonlyMap<string, Document>;
  readonly limits: Limits;
}

export interface Limits {
  /** Files of the package, control documents included. */
  readonly files: number;
  /** Bytes of the zip's entries, images apart. */
  readonly packed: number;
  /** Bytes of the launched document, unpacked. */
  readonly document: number;
}

/** Budgets of a package in one language. */
export const LIMITS: Limits = { files: 45, packed: 250_000, document: 600_000 };

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export function viewPackage(files: ReadonlyMap<string, Uint8Array>, limits: Limits): PackageView {
  const bytes = files.get(MANIFEST_FILE);
  const manifestText = bytes && decode(bytes);
  const root = manifestText === undefined ? undefined : tryRead(manifestText);
  const documents = new Map<string, Document>();
  for (const [path, html] of files) if (/\.html?$/i.test(path)) documents.set(path, parseHtml(decode(html)));
  return { files, manifestText, manifest: parseManifest(root), root, documents, limits };
}

function tryRead(text: string): XmlElement | XmlError {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
}

function parseManifest(root: XmlElement | XmlError | undefined): ParsedManifest | undefined {
  if (!root || root instanceof XmlError || root.local !== 'manifest') return undefined;
  const standard = STANDARDS.find((name) => NAMESPACES[name].content.uri === root.uri);
  if (!standard) return undefined;
  const all = [...descendants(root)];
  const organizations = childrenOf(root, 'organizations').flatMap((o) => childrenOf(o, 'organization'));
  const items = all.filter((element) => element.local === 'item');
  const resources = childrenOf(root, 'resources').flatMap((r) => childrenOf(r, 'resource'));
  return { standard, root, all, organizations, items, resources };
}

/** The text of a file, and the text files by extension. */
export const textFile = (view: PackageView, path: string): string =>
  decode(view.files.get(path) ?? new Uint8Array());

export function* filesEndingIn(view: PackageView, extension: RegExp): Generator<[string, string]> {
  for (const path of view.files.keys()) if (extension.test(path)) yield [path, textFile(view, path)];
}

/** A hit in the manifest. */
export const inManifest = (element: XmlElement, found: string): Hit => ({
  file: MANIFEST_FILE,
  line: element.line,
  found,
});

/** Runs a check on the manifest if there is one that can be read. */
export const onManifest =
  (check: (manifest: ParsedManifest, view: PackageView) => Iterable<Hit>) =>
  (view: PackageView): Iterable<Hit> =>
    view.manifest ? check(view.manifest, view) : [];

/** The launched resource: that of the first item which names one. */
export function launched({ items, resources }: ParsedManifest): XmlElement | undefined {
  const ref = items.map((item) => written(item, 'identifierref')).find((value) => value !== undefined);
  return resources.find((resource) => written(resource, 'identifier') === ref);
}
