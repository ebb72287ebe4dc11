import type { Lang } from '../../src/curriculum/schema/common.ts';
import type { LinkPolicy } from '../stage/relativise.ts';

/** Where the injected routes put the documents of the edition, one folder a language. */
export const USB_FOLDER = '__usb';
/** Beside `index.html` in the edition; classic scripts with the text that search looks through. */
export const SEARCH_FOLDER = 'assets/search/';
export const START = 'index.html';
const REFERENCE = ['glossary', 'sources'];

/** A document of the edition and the page of the built site it is made of. */
export interface UsbDocument {
  /** Name in the edition: every document stands in its first folder, since a page may not read above its own. */
  readonly name: string;
  /** Path in the built site. */
  readonly entry: string;
}

/** @throws for a module whose document would take the name of another. */
export function usbDocuments(lang: Lang, modules: readonly string[]): UsbDocument[] {
  const taken = modules.find((id) => [START, ...REFERENCE.map(htmlName)].includes(htmlName(id)));
  if (taken !== undefined) throw new Error(`the module "${taken}" has the name of a page of the USB edition`);
  const folder = `${USB_FOLDER}/${lang}`;
  return [
    { name: START, entry: `${folder}/index.html` },
    ...REFERENCE.map((page) => ({ name: htmlName(page), entry: `${folder}/${page}/index.html` })),
    ...modules.map((id) => ({ name: htmlName(id), entry: `${folder}/modules/${id}/index.html` })),
  ];
}

const htmlName = (id: string): string => `${id}.html`;

/**
 * Where a page of the site stands in the edition: `km/integrity/gifts/` + `#a` → `integrity.html#a`. Undefined for what
 * the edition does not have: the other language, pathways, the page about privacy of a website.
 */
export function placeInEdition(
  path: string,
  hash: string,
  lang: Lang,
  modules: readonly string[],
): string | undefined {
  const [first, page, ...rest] = path
    .replace(/(index)?\.html$/, '')
    .split('/')
    .filter(Boolean);
  if (first !== lang) return undefined;
  if (page === undefined) return START + hash;
  if (REFERENCE.includes(page) && rest.length === 0) return htmlName(page) + hash;
  if (!modules.includes(page)) return undefined;
  const [part, dilemma] = rest;
  const id = part === 'dilemmas' && dilemma !== undefined ? `dilemma-${dilemma}` : part;
  return htmlName(page) + (hash || (id === undefined ? '' : `#${id}`));
}

/**
 * Links of one document of the edition: to the same document if it holds the place, else to another one of the folder,
 * else to the public site, else nowhere: the words stay.
 * @param name of the document that has the links
 */
export function usbLinks(
  name: string,
  lang: Lang,
  modules: readonly string[],
  site: string | undefined,
): LinkPolicy {
  return ({ path, hash, ids }) => {
    if (hash.length > 1 && ids.has(decodeURIComponent(hash.slice(1)))) return hash;
    const place = placeInEdition(path, hash, lang, modules);
    if (place === undefined) return site === undefined ? null : new URL(encodeURI(path) + hash, site).href;
    const [document = '', fragment] = place.split('#');
    if (document !== name) return place;
    // The first view of a module has the module's id; the other documents are led to as they are.
    const own = fragment ?? document.replace(/\.html$/, '');
    return ids.has(own) ? `#${own}` : place;
  };
}
