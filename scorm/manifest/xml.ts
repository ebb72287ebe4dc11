import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Standard } from './standard.ts';
import { NAMESPACES } from './standard.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

// Characters that XML 1.0 §2.2 does not allow; xmlbuilder2 would let them through.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

/** One line of text as XML may hold it. */
export const cleanText = (text: string): string => text.replace(FORBIDDEN, '').replace(/\s+/g, ' ').trim();

/**
 * Begins a manifest whose default namespace is IMS content packaging and whose prefixes are the literal ones: Moodle
 * and others compare qualified names and know no namespaces.
 */
export function beginManifest(standard: Standard, attributes: Readonly<Record<string, string>>): XMLBuilder {
  const { content, extensions } = NAMESPACES[standard];
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(content.uri, 'manifest', { ...attributes });
  for (const { prefix, uri } of extensions) root.att(XMLNS, `xmlns:${prefix}`, uri);
  const pairs = [content, ...extensions].map(({ uri, schema }) => `${uri} ${schema}`);
  root.att(XSI, 'xsi:schemaLocation', pairs.join(' '));
  return root;
}

export function endManifest(root: XMLBuilder): Uint8Array {
  return new TextEncoder().encode(`${root.end({ prettyPrint: true })}\n`);
}
