import type { ParsedManifest } from './view.ts';
import type { XmlElement } from './xml-reader.ts';
import { childrenOf, written } from './xml-reader.ts';

/** Why an href cannot name a file of the package, or undefined. CAM §3.4.1.9; xml:base is judged by its own rule. */
export function faultOfHref(href: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return 'it leads outside the package';
  if (href.startsWith('/')) return 'it begins with "/"';
  if (href.includes('\\')) return 'it has a backslash';
  if (decode(href).split('/').includes('..')) return 'it climbs with ".."';
  if (href.length > 2000) return 'it has more than 2000 characters';
  if (!/\.[A-Za-z0-9]+$/.test(bare(href))) return 'it has no file extension';
  return undefined;
}

const bare = (href: string): string => href.split(/[?#]/)[0] ?? '';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file of the package that an element's href names: percent-decoded, xml:base of its resource applied. */
export function pathOf(element: XmlElement): string | undefined {
  const href = written(element, 'href');
  if (href === undefined) return undefined;
  const resource = element.local === 'resource' ? element : element.parent;
  return ((resource && written(resource, 'xml:base')) ?? '') + decode(bare(href)).replace(/^(\.\/)+/, '');
}

/** Every element with an href: resources and their files. */
export const withHref = ({ resources }: ParsedManifest): XmlElement[] =>
  resources
    .flatMap((resource) => [resource, ...childrenOf(resource, 'file')])
    .filter((element) => written(element, 'href') !== undefined);

export const listedFiles = (manifest: ParsedManifest): Set<string> =>
  new Set(
    withHref(manifest)
      .map(pathOf)
      .filter((path) => path !== undefined),
  );
