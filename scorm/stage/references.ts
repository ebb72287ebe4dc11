import { rewriteCss } from './css.ts';
import type { Document, Element } from './html.ts';
import { attribute, elementsOf, setText, textOf, writtenName } from './html.ts';

/** A URL in a document: `resource` is fetched to show the document, `link` is followed by a person. */
export interface Reference {
  readonly kind: 'resource' | 'link';
  readonly url: string;
  readonly element: Element;
}

// HTML Living Standard, "attributes that are URLs". `data-src` is this project's: a file that a script loads later.
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  link: ['href'],
  img: ['src'],
  source: ['src'],
  script: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  object: ['data'],
  embed: ['src'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
  feImage: ['href', 'xlink:href'],
};
const LINKS: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'xlink:href'],
  area: ['href'],
  form: ['action'],
  button: ['formaction'],
};
const SOURCE_SETS = new Set(['srcset', 'imagesrcset']);

/** Visits every URL of a document, in attributes, source sets and styles, and writes back what `visit` returns. */
export function rewriteReferences(document: Document, visit: (reference: Reference) => string): void {
  for (const element of elementsOf(document)) rewriteElement(element, visit);
}

/** Every URL of a document, in order, unchanged. */
export function referencesOf(document: Document): Reference[] {
  const found: Reference[] = [];
  rewriteReferences(document, (reference) => {
    found.push(reference);
    return reference.url;
  });
  return found;
}

function rewriteElement(element: Element, visit: (reference: Reference) => string): void {
  const resource = (url: string) => visit({ kind: 'resource', url, element });
  for (const a of element.attrs) {
    const name = writtenName(a);
    if (SOURCE_SETS.has(name)) a.value = rewriteSourceSet(a.value, resource);
    else if (name === 'style') a.value = rewriteCss(a.value, resource);
    else if (name === 'data-src' || RESOURCES[element.tagName]?.includes(name)) a.value = resource(a.value);
    else if (LINKS[element.tagName]?.includes(name)) a.value = visit({ kind: 'link', url: a.value, element });
  }
  if (element.tagName !== 'style') return;
  const css = textOf(element);
  setText(element, rewriteCss(css, resource));
}

// A data: URL may hold commas; a candidate's own comma is the one followed by white space or the end.
function rewriteSourceSet(value: string, visit: (url: string) => string): string {
  const candidates = value.split(/,\s+|,$/).filter((candidate) => candidate.trim() !== '');
  return candidates
    .map((candidate) => {
      const [url = '', ...descriptors] = candidate.trim().split(/\s+/);
      return [visit(url), ...descriptors].join(' ');
    })
    .join(', ');
}

/** Whether a <script> is a module; `importmap` and JSON are not. */
export const isModule = (element: Element): boolean =>
  element.tagName === 'script' && attribute(element, 'type')?.trim().toLowerCase() === 'module';
