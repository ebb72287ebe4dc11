import { createHash } from 'node:crypto';
import type { CurriculumModule } from '../src/curriculum/model.ts';
import { controlDocuments } from './manifest/control-documents.ts';
import { LAUNCH_FILE, MANIFEST_FILE } from './manifest/names.ts';
import type { Langs } from './manifest/plan.ts';
import { planManifest } from './manifest/plan.ts';
import type { Standard } from './manifest/standard.ts';
import { writeManifest } from './manifest/write.ts';
import { makeZip } from './zip.ts';

export interface PackageOptions {
  /** The staged document and its files; the same for every standard. */
  readonly stageFiles: ReadonlyMap<string, Uint8Array>;
  readonly module: Pick<CurriculumModule, 'module'>;
  readonly langs: Langs;
  readonly standard: Standard;
  /** Code that runs first in the head, in place of the comment `<!--sog:early-->`. */
  readonly early?: string;
}

export interface MadePackage {
  /** `<module>-<langs>-<standard>-<version>.zip` */
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly bytes: Uint8Array;
  /** Of the zip, in hexadecimal. */
  readonly sha256: string;
}

export const EARLY_PLACE = '<!--sog:early-->';

/**
 * Makes the package for one standard. Standards differ in manifest, control documents, `data-record` and early script.
 * @throws if the document has no `data-record`, or an early script and no place for it.
 */
export function makePackage({ stageFiles, module, langs, standard, early }: PackageOptions): MadePackage {
  const { id, version } = module.module;
  const name = `${id}-${langs.join('-')}-${standard}-${version}.zip`;
  const files = new Map(stageFiles);
  const html = new TextDecoder().decode(files.get(LAUNCH_FILE));
  files.set(LAUNCH_FILE, new TextEncoder().encode(setEarly(setRecord(html, standard, name), early, name)));
  const plan = planManifest(module, langs, stageFiles.keys());
  files.set(MANIFEST_FILE, writeManifest(standard, plan));
  for (const [path, bytes] of controlDocuments(standard)) files.set(path, bytes);
  const bytes = makeZip(files);
  return { name, files, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function setRecord(html: string, standard: Standard, name: string): string {
  const done = html.replace(/(<html\b[^>]*\sdata-record=")[^"]*(")/, `$1${standard}$2`);
  if (!/<html\b[^>]*\sdata-record="/.test(html))
    throw new Error(`${name}: <html> has no data-record attribute`);
  return done;
}

function setEarly(html: string, early: string | undefined, name: string): string {
  if (early && !html.includes(EARLY_PLACE)) throw new Error(`${name}: the head has no ${EARLY_PLACE}`);
  // "<\/script" is the same string to JavaScript and no end tag to HTML.
  const script = early ? `<script>${early.replace(/<\/(script)/gi, '<\\/$1')}</script>` : '';
  return html.replace(EARLY_PLACE, () => script);
}
