import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import {
  type ExchangeDocument,
  type ExchangeGroup,
  type ExchangeUnit,
  PRODUCT,
  skeletonOf,
  type Tagged,
} from './document.ts';

// The `xliff` package was tried (6.4.0) and is not used. It knows no lines, so that a fault could not be pointed to; it
// drops the states of targets, the `from` of notes and the header; two units with one id become one without a word; and
// it writes line breaks and indentation into <source>, where white space is text.

export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

/**
 * The document as XLIFF 1.2 (docs.oasis-open.org/xliff/v1.2/os/xliff-core.html): a `group` an owner, a `trans-unit` a
 * passage, `g` for markup around text and `ph` for markup without text. The same document gives the same bytes.
 */
export function xliffText(document: ExchangeDocument): string {
  const { part, from, to, groups } = document;
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(XLIFF_NAMESPACE, 'xliff', {
    version: '1.2',
  });
  const file = child(root, 1, 'file', {
    original: part,
    'source-language': from,
    'target-language': to,
    datatype: 'x-content',
    'product-name': PRODUCT,
  });
  const skeleton = skeletonOf(
    document,
    groups.flatMap(({ units }) => units),
  );
  const header = child(file, 2, 'header');
  child(header, 3, 'skl').ele('internal-file').txt(skeleton);
  end(header, 2);
  const body = child(file, 2, 'body');
  for (const group of groups) writeGroup(body, group);
  end(body, 2);
  end(file, 1);
  end(root, 0);
  return `${root.end()}\n`.replace('?><xliff', '?>\n<xliff');
}

function writeGroup(body: XMLBuilder, { owner, units }: ExchangeGroup): void {
  const group = child(body, 3, 'group', { id: owner, resname: owner });
  for (const unit of units) writeUnit(group, unit);
  end(group, 3);
}

function writeUnit(group: XMLBuilder, unit: ExchangeUnit): void {
  const element = child(group, 4, 'trans-unit', {
    id: unit.key,
    resname: unit.key.slice(unit.key.lastIndexOf('/') + 1),
    extradata: `before:${unit.before}`,
    'xml:space': 'preserve',
  });
  writeInline(child(element, 5, 'source'), unit.source);
  writeInline(child(element, 5, 'target', { state: unit.state }), unit.target);
  const location = child(element, 5, 'context-group', { purpose: 'location' });
  child(location, 6, 'context', { 'context-type': 'sourcefile' }).txt(clean(unit.file));
  child(location, 6, 'context', { 'context-type': 'linenumber' }).txt(String(unit.line));
  end(location, 5);
  for (const { from, text } of unit.notes) child(element, 5, 'note', { from }).txt(clean(text));
  end(element, 4);
}

function writeInline(element: XMLBuilder, pieces: readonly Tagged[]): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      element.txt(clean(piece));
      continue;
    }
    const attributes = { id: piece.id, ...(piece.ctype === undefined ? {} : { ctype: piece.ctype }) };
    if (piece.native === undefined) writeInline(element.ele('g', attributes), piece.inside);
    else element.ele('ph', attributes).txt(clean(piece.native));
  }
}

// xmlbuilder2's own indentation would put line breaks between two codes of a passage, where they are text.
function child(
  parent: XMLBuilder,
  depth: number,
  name: string,
  attributes: Record<string, string> = {},
): XMLBuilder {
  return parent.txt(`\n${'  '.repeat(depth)}`).ele(name, attributes);
}

/** The line of an element's end tag. */
function end(element: XMLBuilder, depth: number): void {
  element.txt(`\n${'  '.repeat(depth)}`);
}

// Characters that XML 1.0 §2.2 does not allow, and the carriage return that every XML reader drops.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

function clean(text: string): string {
  return text.replace(FORBIDDEN, '');
}
