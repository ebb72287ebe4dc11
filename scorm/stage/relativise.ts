import type { Document, Element } from './html.ts';
import {
  attribute,
  dropAttributes,
  elementsOf,
  idsOf,
  insertBefore,
  makeElement,
  removeElement,
  setAttribute,
} from './html.ts';
import type { Reference } from './references.ts';
import { isModule, rewriteReferences } from './references.ts';
import type { BuiltSite } from './urls.ts';
import { resolveUrl, StageError } from './urls.ts';

/** A link from the packed document to another page or file of the site. */
export interface SiteLink {
  /** Path in the site without its base, e.g. `km/integrity/speaking-up/`. */
  readonly path: string;
  /** With `#`, or empty. */
  readonly hash: string;
  /** DOM ids of the packed document. */
  readonly ids: ReadonlySet<string>;
}

/** Where such a link leads from inside a package: a fragment, an absolute URL, or null to keep only its words. */
export type LinkPolicy = (link: SiteLink) => string | null;

export interface RelativiseOptions {
  readonly site: BuiltSite;
  readonly entry: string;
  readonly links: LinkPolicy;
  /** URL of a file of the site as seen from the packed document. */
  readonly resource: (url: string) => string;
}

const KEPT_LINK_TYPES = new Set(['stylesheet', 'icon', 'apple-touch-icon', 'preload']);
const SITE_ONLY_SCRIPTS = new Set(['speculationrules']);

/**
 * Takes out what only the site needs: hints, canonical and alternate links, social metadata, scripts for browsers
 * without modules. @throws StageError for what no package can hold.
 */
export function dropSiteParts(document: Document, entry: string): void {
  for (const element of elementsOf(document)) {
    const type = attribute(element, 'type') ?? '';
    const property = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
    if (element.tagName === 'link' && !isKeptLink(element)) removeElement(element);
    else if (element.tagName === 'meta' && /^(og|twitter|article):/.test(property)) removeElement(element);
    else if (element.tagName === 'script' && attribute(element, 'nomodule') !== undefined)
      removeElement(element);
    else if (element.tagName === 'script' && SITE_ONLY_SCRIPTS.has(type)) removeElement(element);
    else refuse(element, entry, type);
  }
}

function isKeptLink(element: Element): boolean {
  const types = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  return types.some((type) => KEPT_LINK_TYPES.has(type)) && attribute(element, 'as') !== 'script';
}

function refuse(element: Element, entry: string, type: string): void {
  const refusal = (what: string, hint: string) => new StageError(entry, `<${element.tagName}>`, what, hint);
  if (element.tagName === 'base') throw refusal('a base element changes every address', 'Remove it.');
  if (element.tagName === 'astro-island')
    throw refusal('a client:* component cannot be packed', 'Write it as a custom element.');
  if (element.tagName === 'script' && type === 'importmap')
    throw refusal('an import map needs module scripts', 'Let the build bundle the imports.');
  if (element.tagName === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    throw refusal('a page move ends the session in the LMS', 'Remove the refresh.');
}

/**
 * Turns every URL of the document into one that works at the root of a package, in place.
 * @throws StageError for a link that leads nowhere.
 */
export function relativise(document: Document, options: RelativiseOptions): void {
  const ids = idsOf(document);
  for (const element of elementsOf(document)) {
    // `file:` has no origin to compare, so a crossorigin script or style sheet would be refused there.
    if (attribute(element, 'as') !== 'font') dropAttributes(element, 'crossorigin', 'integrity');
    if (element.tagName === 'a') dropAttributes(element, 'ping');
  }
  rewriteReferences(document, (reference) =>
    reference.kind === 'resource' ? options.resource(reference.url) : linkUrl(reference, ids, options),
  );
  for (const element of elementsOf(document)) {
    if (attribute(element, 'href') === UNLINKED) unlink(element);
  }
}

const UNLINKED = 'sog:unlinked';

function linkUrl(reference: Reference, ids: ReadonlySet<string>, options: RelativiseOptions): string {
  const { url, element } = reference;
  const { site, entry } = options;
  const target = resolveUrl(site, url, entry);
  if (element.tagName === 'form' || element.tagName === 'button')
    throw new StageError(
      entry,
      url,
      'a form that is sent ends the session in the LMS',
      'Handle it in a script.',
    );
  switch (target.kind) {
    case 'fragment':
    case 'contact':
      return url;
    case 'external':
      openElsewhere(element);
      return url;
    case 'file': {
      const { hash, pathname } = new URL(url, `https://site.invalid${site.base}${entry}`);
      if (target.file === entry) return hash || '#';
      const decided = options.links({ path: decodeURI(pathname).slice(site.base.length), hash, ids });
      if (decided !== null && /^https?:/.test(decided)) openElsewhere(element);
      return decided ?? UNLINKED;
    }
    case 'missing':
      throw new StageError(entry, url, 'this link leads nowhere', 'Correct the address or add the page.');
    default:
      throw new StageError(entry, url, 'a link may not run a script', 'Use a button with a listener.');
  }
}

// Following a link inside the LMS's frame would end the session, so it opens elsewhere.
function openElsewhere(element: Element): void {
  const rel = new Set((attribute(element, 'rel') ?? '').split(/\s+/).filter(Boolean)).add('noopener');
  setAttribute(element, 'rel', [...rel].join(' '));
  setAttribute(element, 'target', '_blank');
}

function unlink(element: Element): void {
  dropAttributes(element, 'href', 'rel', 'target', 'hreflang', 'download');
  element.tagName = 'span';
  element.nodeName = 'span';
}

/** Puts the classic bundle in the place of the first module script and takes the module scripts out. */
export function replaceModules(document: Document, src: string, styles: readonly string[]): void {
  const scripts = [...elementsOf(document)].filter(isModule);
  const [first] = scripts;
  if (!first) return;
  for (const href of styles) insertBefore(makeElement(first, 'link', { rel: 'stylesheet', href }), first);
  insertBefore(makeElement(first, 'script', { defer: '', src }), first);
  for (const script of scripts) removeElement(script);
}
