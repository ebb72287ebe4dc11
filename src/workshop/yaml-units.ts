import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Path } from '../curriculum/located.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { canon } from '../khmer/canon.ts';
import type { OwnerKind, Passage, Readers, Unit } from './units.ts';

/** Which files hold translatable texts, and what each is one of. The module is the first group of the pattern. */
const FILES: readonly { readonly pattern: RegExp; readonly kind: OwnerKind; readonly list?: string }[] = [
  { pattern: /^content\/modules\/([^/]+)\/module\.yaml$/, kind: 'module' },
  { pattern: /^content\/modules\/([^/]+)\/questions\/[^/]+\.yaml$/, kind: 'question', list: 'questions' },
  { pattern: /^content\/modules\/([^/]+)\/dilemmas\/[^/]+\.yaml$/, kind: 'dilemma' },
  { pattern: /^content\/modules\/([^/]+)\/media\/[^/]+\.yaml$/, kind: 'figure' },
  { pattern: /^content\/modules\/([^/]+)\/session-plan\.yaml$/, kind: 'session-plan' },
  { pattern: /^content\/modules\/([^/]+)\/materials\/[^/]+\.yaml$/, kind: 'material' },
  { pattern: /^content\/glossary\.yaml$/, kind: 'term', list: '' },
  { pattern: /^content\/pathways\/[^/]+\.yaml$/, kind: 'pathway' },
  { pattern: /^content\/channels\.yaml$/, kind: 'channel', list: '' },
  { pattern: /^content\/sources\.yaml$/, kind: 'source', list: '' },
  { pattern: /^content\/news\.yaml$/, kind: 'news', list: '' },
  { pattern: /^content\/partners\.yaml$/, kind: 'partners' },
];

/** There is one of these a module (or one at all), so it needs no id. */
const WITHOUT_ID: ReadonlySet<OwnerKind> = new Set(['module', 'session-plan', 'partners']);

/** Lists and blocks of things with ids, by the word for one of them. */
const SINGULAR: Readonly<Record<string, string>> = {
  objectives: 'objective',
  options: 'option',
  stems: 'stem',
  groups: 'group',
  spellings: 'spelling',
  scale: 'point',
  scenes: 'scene',
  choices: 'choice',
  characters: 'character',
  roles: 'role',
  sessions: 'session',
  steps: 'step',
  items: 'item',
  partners: 'partner',
  phases: 'phase',
};

/** Every `{ en: …, km: … }` of the YAML files, file by file in the order of the tree. */
export function yamlUnits(tree: ContentTree): Unit[] {
  return [...tree].flatMap(([file, text]) => {
    const found = FILES.find(({ pattern }) => pattern.test(file));
    if (found === undefined) return [];
    const module = found.pattern.exec(file)?.[1];
    return unitsOfFile({ file, text, module, kind: found.kind, list: found.list });
  });
}

interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly module: string | undefined;
  readonly kind: OwnerKind;
  readonly list: string | undefined;
}

function unitsOfFile(source: YamlSource): Unit[] {
  const counter = new LineCounter();
  const doc = parseDocument(source.text, { lineCounter: counter });
  if (doc.errors.length > 0) return [];
  const resolve = (node: ParsedNode | null): ParsedNode | null =>
    (isAlias(node) ? (node.resolve(doc) as ParsedNode | undefined) : node) ?? null;
  const readers = readersOf(source.kind, textAt(doc.contents, 'pool'));
  const entries =
    source.list === undefined ? [{ node: doc.contents, path: [] }] : entriesOf(doc.contents, source.list);
  return entries.flatMap(({ node, path }) => {
    const owner = ownerId(source, textAt(node, 'id'));
    if (owner === undefined) return [];
    const found: Bilingual[] = [];
    walk(node, path, [], { resolve, found });
    const legal = textAt(node, 'legalReview') !== undefined;
    return found.map((pair) =>
      unitOf(pair, { source, owner, readers, legal, line: (offset) => counter.linePos(offset).line }),
    );
  });
}

function entriesOf(contents: ParsedNode | null, list: string): { node: ParsedNode; path: Path }[] {
  const seq =
    list === '' ? contents : isMap<ParsedNode, ParsedNode | null>(contents) ? contents.get(list, true) : null;
  if (!isSeq<ParsedNode>(seq)) return [];
  return seq.items.map((node, i) => ({ node, path: list === '' ? [i] : [list, i] }));
}

function ownerId({ module, kind }: YamlSource, id: string | undefined): string | undefined {
  const parts = [module, kind, WITHOUT_ID.has(kind) ? undefined : id].filter((part) => part !== undefined);
  return WITHOUT_ID.has(kind) || id !== undefined ? parts.join('/') : undefined;
}

function readersOf(kind: OwnerKind, pool: string | undefined): Readers {
  if (kind === 'session-plan' || kind === 'material') return 'trainer';
  return pool === 'test' || pool === 'paper' ? pool : 'learner';
}

interface Bilingual {
  /** Steps of the key below the owner. */
  readonly steps: readonly string[];
  readonly path: Path;
  readonly texts: Readonly<Partial<Record<Lang, { value: string; start: number; end: number }>>>;
  readonly claims: readonly string[];
}

interface Walking {
  readonly resolve: (node: ParsedNode | null) => ParsedNode | null;
  readonly found: Bilingual[];
}

function walk(
  raw: ParsedNode | null,
  path: Path,
  steps: readonly string[],
  walking: Walking,
  claims: readonly string[] = [],
): void {
  const node = walking.resolve(raw);
  if (isSeq<ParsedNode>(node)) {
    node.items.forEach((item, i) => {
      const id = textAt(walking.resolve(item), 'id') ?? String(i + 1);
      walk(item, [...path, i], [...steps, id], walking, claims);
    });
    return;
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return;
  const texts = bilingual(node, walking.resolve);
  if (texts !== undefined) {
    walking.found.push({ steps, path, texts, claims });
    return;
  }
  const source = textAt(node, 'source');
  const here = source === undefined ? claims : [source];
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    // What a person may choose in a scene is no statement of the scene's source.
    const inner = name === 'choices' ? [] : here;
    walk(value, [...path, name], [...steps, SINGULAR[name] ?? name], walking, inner);
  }
}

function bilingual(
  node: ParsedNode & { items: { key: ParsedNode; value: ParsedNode | null }[] },
  resolve: Walking['resolve'],
): Bilingual['texts'] | undefined {
  const texts: Partial<Record<Lang, { value: string; start: number; end: number }>> = {};
  for (const { key, value } of node.items) {
    const lang = LANGS.find((name) => isScalar(key) && key.value === name);
    const scalar = resolve(value);
    if (lang === undefined || !isScalar(scalar) || typeof scalar.value !== 'string') return undefined;
    const [start, end] = scalar.range;
    texts[lang] = { value: scalar.value.trim(), start, end };
  }
  return Object.keys(texts).length === 0 ? undefined : texts;
}

interface UnitContext {
  readonly source: YamlSource;
  readonly owner: string;
  readonly readers: Readers;
  readonly legal: boolean;
  readonly line: (offset: number) => number;
}

function unitOf({ steps, path, texts, claims }: Bilingual, context: UnitContext): Unit {
  const { source, owner, readers, legal } = context;
  const places: Partial<Record<Lang, Passage>> = {};
  for (const lang of LANGS) {
    const text = texts[lang];
    if (text === undefined) continue;
    const { start, end } = text;
    const place = { file: source.file, line: context.line(start), start, end, path: [...path, lang] };
    places[lang] = { ...place, text: canon(text.value) };
  }
  return {
    key: [owner, ...steps].join('/'),
    owner,
    ownerKind: source.kind,
    kind: 'field',
    ...(source.module === undefined ? {} : { module: source.module }),
    readers,
    file: source.file,
    line: (places.en ?? places.km)?.line ?? 1,
    ...(places.en === undefined ? {} : { en: places.en.text }),
    ...(places.km === undefined ? {} : { km: places.km.text }),
    places,
    claims,
    legal,
  };
}

function textAt(node: ParsedNode | null, key: string): string | undefined {
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const value = node.get(key);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}
