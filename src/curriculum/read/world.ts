import { didYouMean } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault } from '../model.ts';
import { type Attribution, AttributionSchema } from '../schema/attribution.ts';
import { NewsSchema } from '../schema/news.ts';
import { ChannelSchema, PathwaySchema, SourceSchema, TermSchema } from '../schema/reference.ts';
import type { ContentTree } from '../tree.ts';
import type { World } from '../world.ts';
import { missingFile, openYaml, readFolder, readItem, readList } from './item.ts';
import { readModule } from './module.ts';

/** Reads and checks every file by itself; nothing is compared yet. */
export function readWorld(tree: ContentTree): { world: World; faults: Fault[] } {
  const faults: Fault[] = [];
  for (const file of ['content/glossary.yaml', 'content/sources.yaml']) {
    if (!tree.has(file)) faults.push(missingFile(file, 'Add it; see docs/authoring.md for its fields.'));
  }
  const ids = new Set(
    [...tree.keys()].flatMap((path) => /^content\/modules\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  const world: World = {
    tree,
    modules: [...ids].map((id) => readModule(tree, id, faults)),
    glossary: readList(tree, 'content/glossary.yaml', TermSchema, faults),
    sources: readList(tree, 'content/sources.yaml', SourceSchema, faults),
    channels: readList(tree, 'content/channels.yaml', ChannelSchema, faults),
    pathways: readFolder(tree, 'content/pathways', PathwaySchema, faults),
    news: readList(tree, 'content/news.yaml', NewsSchema, faults),
    attribution: readAttribution(tree, faults),
  };
  faults.push(...unexpectedFiles(tree));
  return { world, faults };
}

function readAttribution(tree: ContentTree, faults: Fault[]): Located<Attribution> | undefined {
  const yaml = openYaml(tree, 'content/partners.yaml', faults);
  return yaml && readItem(yaml, AttributionSchema, faults);
}

const KNOWN = [
  /^content\/(glossary|sources|channels|news|partners|ledger|search|khmer-spelling)\.yaml$/,
  /^content\/pathways\/[^/]+\.yaml$/,
  /^content\/modules\/[^/]+\/(module|session-plan|ids\.lock)\.yaml$/,
  /^content\/modules\/[^/]+\/(questions|dilemmas|materials)\/[^/]+\.yaml$/,
  /^content\/modules\/[^/]+\/(km|en)\/[^/]+\.mdx$/,
  /^content\/modules\/[^/]+\/media\/[^/]+\.(yaml|svg|png|jpe?g|webp|avif)$/,
  /^content\/words\.txt$/,
  /\.md$/,
];

const NAMES = [
  ...[
    'glossary.yaml',
    'sources.yaml',
    'channels.yaml',
    'news.yaml',
    'partners.yaml',
    'module.yaml',
    'session-plan.yaml',
    'ids.lock.yaml',
  ],
  ...['pathways', 'modules', 'questions', 'dilemmas', 'materials', 'media', 'km', 'en'],
];

/** A file nobody reads is most often one whose name or folder was mistyped. */
function unexpectedFiles(tree: ContentTree): Fault[] {
  return [...tree.keys()]
    .filter((file) => !KNOWN.some((known) => known.test(file)))
    .map((file) => {
      return fault(
        { file, line: 1 },
        'file/unexpected',
        'Nothing reads a file of this name in this place.',
        `${meantName(file)}Move or rename it as docs/authoring.md lists, or remove it.`,
      );
    });
}

function meantName(file: string): string {
  if (file.endsWith('.yml')) return 'YAML files end with ".yaml". ';
  const parts = file.replace(/^content\/(modules\/[^/]+\/)?/, '').split('/');
  return parts.map((part) => (NAMES.includes(part) ? '' : didYouMean(part, NAMES))).find(Boolean) ?? '';
}
