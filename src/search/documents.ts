import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Lang } from '../curriculum/schema/common.ts';
import type { SearchDocument } from './document.ts';
import { BLOCKS, cleanText, LEAD_CLASSES, SKIPPED_CLASSES, SKIPPED_TAGS } from './markup.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A built page: its path under the base as a browser asks for it, and its HTML. */
export interface BuiltPage {
  readonly url: string;
  readonly html: string;
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;
const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

function elementsOf(node: Node, wanted: (element: Element) => boolean): Element[] {
  if (isElement(node) && wanted(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => elementsOf(child, wanted)) : [];
}

function isSkipped(element: Element): boolean {
  return (
    attribute(element, 'aria-hidden') === 'true' ||
    SKIPPED_TAGS.some((name) => element.tagName === name) ||
    SKIPPED_CLASSES.some((name) => hasClass(element, name))
  );
}

function rawText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node) || (isElement(node) && isSkipped(node))) return '';
  const inner = node.childNodes.map(rawText).join('');
  return isElement(node) && BLOCKS.test(node.tagName) ? ` ${inner} ` : inner;
}

const textOf = (nodes: readonly Node[]): string => cleanText(nodes.map(rawText).join(' '));

interface Part {
  readonly id: string;
  readonly heading: string;
  readonly nodes: Node[];
}

/** Cuts a lesson's text at its headings; what stands before the first is the opening. */
function sectionsOf(text: Element): Part[] {
  const parts: Part[] = [{ id: '', heading: '', nodes: [] }];
  for (const node of text.childNodes) {
    const id = isElement(node) && node.tagName === 'h2' ? attribute(node, 'id') : undefined;
    if (id !== undefined) parts.push({ id, heading: textOf([node]), nodes: [] });
    else parts[parts.length - 1]?.nodes.push(node);
  }
  return parts;
}

function lessonDocuments(lang: Lang, page: BuiltPage, article: Element): SearchDocument[] {
  const lesson = attribute(article, 'data-lesson') ?? '';
  const heading = elementsOf(article, (e) => e.tagName === 'h1')[0];
  const title = heading ? textOf([heading]) : '';
  const lead = elementsOf(article, (e) => LEAD_CLASSES.some((name) => hasClass(e, name)));
  const body = elementsOf(article, (e) => hasClass(e, 'lesson__text'))[0];
  const module = page.url.split('/').filter(Boolean).slice(-2)[0] ?? '';
  return (body ? sectionsOf(body) : []).map(({ id, heading, nodes }) => ({
    id: `lesson/${lesson}/${id ? id.slice(lesson.length + 2) : ''}`,
    lang,
    kind: 'lesson',
    module,
    url: id ? `${page.url}#${id}` : page.url,
    title,
    heading,
    text: textOf(id ? nodes : [...lead, ...nodes]),
  }));
}

function termDocument(lang: Lang, page: BuiltPage, term: Element): SearchDocument {
  const id = attribute(term, 'id') ?? '';
  const name = elementsOf(term, (e) => e.tagName === 'dt');
  const other = name.flatMap((dt) => elementsOf(dt, (e) => attribute(e, 'lang') !== undefined));
  return {
    id: `term/${id.slice('term-'.length)}`,
    lang,
    kind: 'term',
    module: '',
    url: `${page.url}#${id}`,
    title: textOf(name),
    heading: cleanText(other.map((e) => e.childNodes.map(rawText).join('')).join(' ')),
    text: textOf(elementsOf(term, (e) => e.tagName === 'dd')),
  };
}

function sourceDocument(lang: Lang, page: BuiltPage, source: Element): SearchDocument {
  const id = attribute(source, 'id') ?? '';
  return {
    id: `source/${id.slice('source-'.length)}`,
    lang,
    kind: 'source',
    module: '',
    url: `${page.url}#${id}`,
    title: textOf(elementsOf(source, (e) => e.tagName === 'cite')),
    heading: '',
    text: textOf(elementsOf(source, (e) => attribute(e, 'lang') !== undefined)),
  };
}

/** Everything that search can find on one built page, in its order; most pages but lessons and lists hold nothing. */
export function documentsOf(lang: Lang, page: BuiltPage): SearchDocument[] {
  const tree = parse(page.html);
  const lessons = elementsOf(
    tree,
    (e) => e.tagName === 'article' && attribute(e, 'data-lesson') !== undefined,
  );
  const entries = (prefix: string) =>
    elementsOf(tree, (e) => attribute(e, 'id')?.startsWith(prefix) === true);
  return [
    ...lessons.flatMap((article) => lessonDocuments(lang, page, article)),
    ...entries('term-').map((term) => termDocument(lang, page, term)),
    ...entries('source-').map((source) => sourceDocument(lang, page, source)),
  ];
}
