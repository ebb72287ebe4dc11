import type { CurriculumModule } from '../../src/curriculum/model.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import { byCodeUnit, LAUNCH_FILE } from './names.ts';
import { cleanText } from './xml.ts';

/** What a manifest says, whatever the standard. */
export interface ManifestPlan {
  /** Made of the module's id alone: an LMS matches learners' records by them when a package is replaced. */
  readonly identifiers: {
    readonly manifest: string;
    readonly organization: string;
    readonly item: string;
    readonly resource: string;
  };
  readonly title: string;
  /** Of the module's content, e.g. `1.0.0`. */
  readonly version: string;
  /** The launched file. */
  readonly href: string;
  /** Every file of the SCO, the launched one first. */
  readonly files: readonly string[];
}

/** The languages of a document, the first one being that of its title; written `km`, `en` or `km-en`. */
export type Langs = readonly [Lang, ...Lang[]];

/**
 * @param files paths in the package, without manifest and control documents.
 * @throws if the title cannot stand in a manifest or the launched file is missing.
 */
export function planManifest(
  source: Pick<CurriculumModule, 'module'>,
  langs: Langs,
  files: Iterable<string>,
): ManifestPlan {
  const { id, version, title } = source.module;
  const others = new Set(files);
  if (!others.delete(LAUNCH_FILE)) throw new Error(`${id}: the package has no ${LAUNCH_FILE}`);
  return {
    identifiers: {
      manifest: `MANIFEST-${id}`,
      organization: `ORG-${id}`,
      item: `ITEM-${id}`,
      resource: `RES-${id}`,
    },
    title: manifestTitle(id, title[langs[0]]),
    version,
    href: LAUNCH_FILE,
    files: [LAUNCH_FILE, ...[...others].sort(byCodeUnit)],
  };
}

// SCORM CAM: at most 200 characters. ILIAS reads a title of digits as a number, Moodle drops "0".
function manifestTitle(id: string, text: string): string {
  const title = cleanText(text);
  if (title.length === 0 || title.length > 200)
    throw new Error(`${id}: a manifest's title has 1 to 200 characters, this has ${title.length}`);
  if (/^[\d\u17e0-\u17e9\s.,+-]+$/.test(title)) throw new Error(`${id}: a title of digits only, "${title}"`);
  return title;
}
