import { type MdastNode, mdxToMdast } from 'satteri';
import { isMap, isScalar, type ParsedNode, parseDocument } from 'yaml';
import type { Lesson, LessonText } from '../curriculum/model.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import { TRAINER_SIDE } from '../curriculum/schema/components.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { canon } from '../khmer/canon.ts';
import type { Passage, PassageKind, Readers, Unit } from './units.ts';

/** A passage of one language with what it is called, the same in both languages when their structure is the same. */
interface Found {
  readonly name: string;
  readonly kind: PassageKind;
  readonly readers: Readers;
  readonly passage: Passage;
}

/** The passages of a lesson: those of its front matter, then block by block, named by section and place in it. */
export function lessonUnits(module: string, lesson: Lesson, tree: ContentTree): Unit[] {
  const owner = `${module}/lesson/${lesson.id}`;
  const sections = sectionNames(lesson);
  const byName = new Map<string, Partial<Record<Lang, Found>>>();
  for (const lang of ['en', 'km'] as const) {
    const text = lesson.texts[lang];
    if (text === undefined) continue;
    for (const found of passagesOf(text, tree.get(text.file) ?? '', sections)) {
      byName.set(found.name, { ...byName.get(found.name), [lang]: found });
    }
  }
  const legal = LANGS.some((lang) => lesson.texts[lang]?.front.legalReview !== undefined);
  return [...byName].flatMap(([name, twins]) => {
    const first = twins.en ?? twins.km;
    return first === undefined ? [] : [unitOf({ module, owner, legal }, name, first, twins)];
  });
}

function unitOf(
  context: { module: string; owner: string; legal: boolean },
  name: string,
  first: Found,
  twins: Readonly<Partial<Record<Lang, Found>>>,
): Unit {
  const { en, km } = twins;
  return {
    key: `${context.owner}/${name}`,
    owner: context.owner,
    ownerKind: 'lesson',
    kind: first.kind,
    module: context.module,
    readers: first.readers,
    file: first.passage.file,
    line: first.passage.line,
    ...(en === undefined ? {} : { en: en.passage.text }),
    ...(km === undefined ? {} : { km: km.passage.text }),
    places: {
      ...(km === undefined ? {} : { km: km.passage }),
      ...(en === undefined ? {} : { en: en.passage }),
    },
    claims: [...new Set([en, km].flatMap((found) => citesIn(found?.passage.text ?? '')))],
    legal: context.legal,
  };
}

function citesIn(markdown: string): string[] {
  return [...markdown.matchAll(/<Cite\s+id="([^"]+)"/g)].flatMap((match) => match[1] ?? []);
}

/** Names of the sections by position: what precedes the first heading, then the headings' ids without the lesson's. */
function sectionNames(lesson: Lesson): string[] {
  const longest = LANGS.map((lang) => lesson.texts[lang]?.headings ?? []).sort(
    (a, b) => b.length - a.length,
  )[0];
  return ['start', ...(longest ?? []).map(({ id }) => id.slice(lesson.id.length + 2))];
}

function passagesOf({ file }: LessonText, text: string, sections: readonly string[]): Found[] {
  let root: MdastNode;
  try {
    root = mdxToMdast(text);
  } catch {
    return [];
  }
  const walk: Walk = { file, text, sections, section: 0, counts: new Map(), found: [] };
  visit(root, walk, undefined);
  return [...frontMatter(file, text), ...walk.found];
}

const FRONT_FIELDS = ['title', 'description'];

function frontMatter(file: string, text: string): Found[] {
  const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return [];
  const offset = match[0].indexOf('\n') + 1;
  const doc = parseDocument(match[1] ?? '');
  const { contents } = doc;
  if (!isMap<ParsedNode, ParsedNode | null>(contents)) return [];
  return FRONT_FIELDS.flatMap((field): Found[] => {
    const node = contents.items.find(({ key }) => isScalar(key) && key.value === field)?.value;
    if (!isScalar(node) || typeof node.value !== 'string') return [];
    const [start, end] = [node.range[0] + offset, node.range[1] + offset];
    const passage = {
      file,
      line: lineAt(text, start),
      text: canon(node.value.trim()),
      start,
      end,
      path: [field],
    };
    return [{ name: `front/${field}`, kind: 'field', readers: 'learner', passage }];
  });
}

interface Walk {
  readonly file: string;
  readonly text: string;
  readonly sections: readonly string[];
  section: number;
  /** How many things of a name there were, for numbering the next. */
  readonly counts: Map<string, number>;
  readonly found: Found[];
}

/** The component around a passage. */
interface Container {
  readonly name: string;
  readonly readers: Readers;
}

function visit(
  node: MdastNode,
  walk: Walk,
  container: Container | undefined,
  kind: PassageKind = 'paragraph',
): void {
  switch (node.type) {
    case 'heading':
      walk.section += 1;
      add(walk, `${sectionOf(walk)}/heading`, 'heading', 'learner', span(node));
      return;
    case 'paragraph':
      addNumbered(walk, container, kind, span(node));
      return;
    case 'tableCell':
      addNumbered(walk, container, 'table-cell', span(node));
      return;
    case 'mdxJsxFlowElement':
      visitComponent(node, walk);
      return;
    default: {
      if (!('children' in node)) return;
      for (const child of node.children)
        visit(child, walk, container, node.type === 'listItem' ? 'list-item' : kind);
    }
  }
}

type Component = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>;

function visitComponent(node: Component, walk: Walk): void {
  const container = containerOf(node, walk);
  const title = node.name === 'Slide' ? titleSpan(node, walk.text) : undefined;
  if (title !== undefined) add(walk, `${container.name}/title`, 'slide-title', container.readers, title);
  // Written in one line, `<KeyPoint>text</KeyPoint>` has no paragraph around its text.
  const children: readonly MdastNode[] = node.children;
  if (children.some((child) => child.type === 'text')) {
    addNumbered(walk, container, 'paragraph', span(node));
    return;
  }
  for (const child of children) visit(child, walk, container);
}

/** `gift-tip-or-bribe/slide`, the second of the section `…/slide-2`; a reflection by its own id. */
function containerOf(node: Component, walk: Walk): Container {
  const readers = TRAINER_SIDE.includes(node.name ?? '') ? 'trainer' : 'learner';
  const word = (node.name ?? 'component').replace(/\B[A-Z]/g, '-$&').toLowerCase();
  const id = node.attributes.flatMap((a) =>
    a.type === 'mdxJsxAttribute' && a.name === 'id' ? (a.value ?? []) : [],
  )[0];
  const base = `${sectionOf(walk)}/${typeof id === 'string' ? `${word}-${id}` : word}`;
  const n = count(walk, base);
  return { name: n === 1 ? base : `${base}-${n}`, readers };
}

function addNumbered(
  walk: Walk,
  container: Container | undefined,
  kind: PassageKind,
  at: Span | undefined,
): void {
  if (at === undefined || isOnlyComponents(walk.text.slice(at.start, at.end))) return;
  const base = container?.name ?? sectionOf(walk);
  add(walk, `${base}/${count(walk, `${base}/`)}`, kind, container?.readers ?? 'learner', at);
}

function isOnlyComponents(source: string): boolean {
  return source.replace(/<[A-Z]\w*(?:\s[^<>]*)?\/>/g, '').trim() === '';
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function add(walk: Walk, name: string, kind: PassageKind, readers: Readers, at: Span | undefined): void {
  if (at === undefined) return;
  const { file, text } = walk;
  const passage = { file, line: lineAt(text, at.start), text: canon(text.slice(at.start, at.end)), ...at };
  walk.found.push({ name, kind, readers, passage });
}

function sectionOf({ sections, section }: Walk): string {
  return sections[section] ?? `section-${section}`;
}

function count({ counts }: Walk, name: string): number {
  const n = (counts.get(name) ?? 0) + 1;
  counts.set(name, n);
  return n;
}

/** The text of a node: a heading's without its `#`, anything else's as it stands. */
function span(node: MdastNode): Span | undefined {
  const children = 'children' in node ? node.children : [];
  const [first, last] = [children[0]?.position, children[children.length - 1]?.position];
  const [start, end] = [first?.start.offset, last?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function titleSpan(node: Component, text: string): Span | undefined {
  const start = node.position?.start.offset;
  if (start === undefined) return undefined;
  const match = /^<Slide\b[^>]*?\stitle="([^"]*)"/.exec(text.slice(start));
  if (match === null) return undefined;
  const end = start + match[0].length - 1;
  return { start: end - (match[1] ?? '').length, end };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
