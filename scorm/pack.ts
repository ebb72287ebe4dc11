import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CurriculumModule } from '../src/curriculum/model.ts';
import type { Lang } from '../src/curriculum/schema/common.ts';
import { LANGS } from '../src/curriculum/schema/common.ts';
import type { Finding } from './check.ts';
import { checkZip, formatFinding, LIMITS } from './check.ts';
import type { IndexEntry } from './index-json.ts';
import { writeIndex } from './index-json.ts';
import type { Langs } from './manifest/plan.ts';
import type { Standard } from './manifest/standard.ts';
import { STANDARDS } from './manifest/standard.ts';
import type { MadePackage } from './package.ts';
import { makePackage } from './package.ts';
import { packageLinks } from './stage/links.ts';
import { stageDocument } from './stage/stage.ts';
import { unusedAssets } from './stage/unused.ts';
import { validateManifest } from './xsd.ts';

/** Where the hidden route puts the documents to pack: `<folder>/<module>/<langs>/index.html`. */
export const SCO_FOLDER = '__sco';

export interface PackOptions {
  /** Folder of the built site; packages go to `packages/` in it. */
  readonly dist: string;
  readonly base: string;
  /** Public address of the site with its base path, if it has one. */
  readonly site: string | undefined;
  readonly modules: readonly Pick<CurriculumModule, 'module'>[];
  /** Code of the first script in the head, by standard. */
  readonly early: Readonly<Partial<Record<Standard, string>>>;
  readonly report: (line: string) => void;
}

/** A package that breaks rules; `message` lists every finding with file, rule and how to mend it. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly findings: readonly Finding[];
  constructor(packageName: string, findings: readonly Finding[]) {
    super(`${packageName} breaks the rules of packages.\n${findings.map(formatFinding).join('\n')}`);
    this.findings = findings;
  }
}

// Fetched after each commit: if that fails, the network is down whatever the LMS answered.
const EXTRA: ReadonlyMap<string, Uint8Array> = new Map([
  ['assets/online.txt', new TextEncoder().encode('online\n')],
]);

/**
 * Packs every document of the hidden route for every standard, checks the packages, writes them and their list, and
 * takes the documents and what only they used out of the site.
 * @throws StageError, PackageError
 */
export async function packAll(options: PackOptions): Promise<IndexEntry[]> {
  const { dist, report } = options;
  const out = join(dist, 'packages');
  const entries: IndexEntry[] = [];
  const sources = new Set<string>();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const { module, langs } of documentsIn(dist, options.modules)) {
    const staged = await stageOne(options, module, langs);
    for (const source of staged.sources) sources.add(source);
    for (const standard of STANDARDS) {
      const made = packOne(options, module, langs, standard, staged.files);
      writeFileSync(join(out, made.name), made.bytes);
      entries.push(entryOf(made, module, langs, standard));
      report(`packages/${made.name}  ${Math.ceil(made.bytes.length / 1000)} kB, ${made.files.size} files`);
    }
  }
  writeFileSync(join(out, 'index.json'), writeIndex(entries));
  removeSources(dist, sources);
  return entries;
}

interface ScoDocument {
  readonly module: Pick<CurriculumModule, 'module'>;
  readonly langs: Langs;
}

function documentsIn(dist: string, modules: PackOptions['modules']): ScoDocument[] {
  const folder = join(dist, SCO_FOLDER);
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((id) => {
      const module = modules.find(({ module }) => module.id === id);
      if (!module) throw new Error(`${SCO_FOLDER}/${id}: the curriculum has no such module`);
      return readdirSync(join(folder, id))
        .sort()
        .map((langs) => ({ module, langs: parseLangs(langs) }));
    });
}

/** `km`, `en` or `km-en` → the languages in it. @throws for anything else. */
export function parseLangs(text: string): Langs {
  const [first, ...rest] = text.split('-').map((part): Lang => {
    const lang = LANGS.find((known) => known === part);
    if (!lang) throw new Error(`"${text}" is not a set of languages such as km or km-en`);
    return lang;
  });
  if (!first) throw new Error('no language');
  return [first, ...rest];
}

async function stageOne(options: PackOptions, { module }: Pick<CurriculumModule, 'module'>, langs: Langs) {
  const entry = `${SCO_FOLDER}/${module.id}/${langs.join('-')}/index.html`;
  const policy = packageLinks(options.site);
  const outside = new Set<string>();
  const staged = await stageDocument({
    dist: options.dist,
    base: options.base,
    entry,
    lang: langs[0],
    links: (link) => {
      const decided = policy(link);
      if (!decided?.startsWith('#')) outside.add(link.path + link.hash);
      return decided;
    },
    extra: EXTRA,
  });
  if (outside.size > 0) options.report(`${entry} links outside its package: ${[...outside].join(', ')}`);
  return staged;
}

function packOne(
  options: PackOptions,
  module: Pick<CurriculumModule, 'module'>,
  langs: Langs,
  standard: Standard,
  stageFiles: ReadonlyMap<string, Uint8Array>,
): MadePackage {
  const early = options.early[standard];
  const made = makePackage({
    stageFiles,
    module,
    langs,
    standard,
    ...(early === undefined ? {} : { early }),
  });
  const limits = langs.length > 1 ? { ...LIMITS, packed: 420_000 } : LIMITS;
  const findings = [...checkZip(made.bytes, limits), ...validateManifest(made.files)];
  for (const finding of findings.filter(({ severity }) => severity === 'warning'))
    options.report(formatFinding(finding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PackageError(made.name, errors);
  return made;
}

const entryOf = (
  made: MadePackage,
  { module }: Pick<CurriculumModule, 'module'>,
  langs: Langs,
  standard: Standard,
): IndexEntry => ({
  module: module.id,
  language: langs.join('-'),
  standard,
  version: module.version,
  file: made.name,
  bytes: made.bytes.length,
  sha256: made.sha256,
});

function removeSources(dist: string, sources: ReadonlySet<string>): void {
  rmSync(join(dist, SCO_FOLDER), { recursive: true, force: true });
  // Only built assets carry a hash in their name; files of public/ stay, whoever uses them.
  const assets = new Set([...sources].filter((path) => path.startsWith('_astro/')));
  for (const path of unusedAssets(dist, assets)) rmSync(join(dist, path));
}
