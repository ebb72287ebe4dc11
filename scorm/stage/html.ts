import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, serialize } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Without scripting, so that what stands in <noscript> is seen as elements too. */
export const parseHtml = (html: string): Document => parse(html, { scriptingEnabled: false });
export const printHtml = (document: Document): string => serialize(document, { scriptingEnabled: false });

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element in document order, those inside <template> included. Safe against removal of the current one. */
export function* elementsOf(root: Parent): Generator<Element> {
  for (const node of [...root.childNodes]) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsOf(node);
    if ('content' in node) yield* elementsOf((node as DefaultTreeAdapterTypes.Template).content);
  }
}

/** The value of an attribute by its written name (`href`, `xlink:href`), or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => writtenName(a) === name)?.value;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const found = element.attrs.find((a) => writtenName(a) === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

export function dropAttributes(element: Element, ...names: readonly string[]): void {
  element.attrs = element.attrs.filter((a) => !names.includes(writtenName(a)));
}

export const writtenName = (a: { name: string; prefix?: string | undefined }): string =>
  a.prefix ? `${a.prefix}:${a.name}` : a.name;

export function removeElement(element: Element): void {
  const parent = element.parentNode;
  if (parent) parent.childNodes = parent.childNodes.filter((child) => child !== element);
}

/** The text directly inside an element (scripts and styles have nothing else). */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

export function setText(element: Element, value: string): void {
  element.childNodes = value === '' ? [] : [{ nodeName: '#text', value, parentNode: element }];
}

/** Every DOM id of a document. */
export function idsOf(document: Document): Set<string> {
  const ids = [...elementsOf(document)].map((element) => attribute(element, 'id'));
  return new Set(ids.filter((id) => id !== undefined));
}

export function makeElement(
  like: Element,
  tagName: string,
  attrs: Readonly<Record<string, string>>,
): Element {
  return {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attrs).map(([name, value]) => ({ name, value })),
    namespaceURI: like.namespaceURI,
    parentNode: null,
    childNodes: [],
  };
}

export function insertBefore(element: Element, sibling: Element): void {
  const parent = sibling.parentNode;
  if (!parent) return;
  element.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(sibling), 0, element);
}
