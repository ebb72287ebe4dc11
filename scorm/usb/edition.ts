import type { CurriculumModule } from '../../src/curriculum/model.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import type { SearchFile } from '../../src/search/index-files.ts';
import { byCodeUnit } from '../manifest/names.ts';
import { stageDocument } from '../stage/stage.ts';
import { makeZip } from '../zip.ts';
import { placeInEdition, SEARCH_FOLDER, START, usbDocuments, usbLinks } from './documents.ts';
import { readme } from './readme.ts';

export interface EditionOptions {
  /** Folder of the built site, with the documents of the injected routes. */
  readonly dist: string;
  readonly base: string;
  /** Public address of the site with its base path, if it has one. */
  readonly site: string | undefined;
  readonly lang: Lang;
  readonly modules: readonly Pick<CurriculumModule, 'module'>[];
  /** Makes the search files of these documents, whose addresses are those of the edition. */
  readonly search: (documents: readonly SearchDocument[]) => readonly SearchFile[];
  /** Everything search can find on the site, in all languages. */
  readonly documents: readonly SearchDocument[];
}

/** Folder in the zip: two languages unpacked to one stick stand side by side. */
export const folderName = (lang: Lang): string => `school-of-governance-${lang}`;
export const zipName = (lang: Lang): string => `school-of-governance-usb-${lang}.zip`;

/**
 * All files of the edition in one language, by their path in the zip.
 * @throws StageError naming file and URL for whatever cannot be packed.
 */
export async function editionFiles(options: EditionOptions): Promise<Map<string, Uint8Array>> {
  const { lang, modules } = options;
  const files = new Map<string, Uint8Array>();
  for (const { name, entry } of usbDocuments(lang, idsOf(modules))) {
    for (const [path, bytes] of await stageOne(options, name, entry)) files.set(path, bytes);
  }
  for (const { path, content } of options.search(documentsOf(options))) {
    files.set(
      SEARCH_FOLDER + path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
  }
  files.set('README.txt', readme(lang, modules));
  const folder = folderName(lang);
  return new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}

export async function makeEdition(options: EditionOptions): Promise<Uint8Array> {
  const files = await editionFiles(options);
  return makeZip(new Map([...files].sort(([a], [b]) => byCodeUnit(a, b))));
}

const idsOf = (modules: EditionOptions['modules']): string[] => modules.map(({ module }) => module.id);

async function stageOne(options: EditionOptions, name: string, entry: string) {
  const { dist, base, site, lang, modules } = options;
  const links = usbLinks(name, lang, idsOf(modules), site);
  const { files } = await stageDocument({ dist, base, entry, lang, links, fromDisk: true });
  return [...files].map(([path, bytes]) => [path === START ? name : path, bytes] as const);
}

/** What search can find in the edition, at the places of the edition. */
function documentsOf({ documents, base, lang, modules }: EditionOptions): SearchDocument[] {
  return documents.flatMap((document) => {
    const [path = '', fragment] = document.url.slice(base.length).split('#');
    const hash = fragment === undefined ? '' : `#${fragment}`;
    const url = placeInEdition(path, hash, lang, idsOf(modules));
    return document.lang === lang && url !== undefined ? [{ ...document, url }] : [];
  });
}
