import { XmlCData, XmlDocument, XmlElement, XmlEntityReference, XmlParseError, XmlText } from 'libxml2-wasm';
import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import type { Tag, Tagged } from './document.ts';
import { XLIFF_NAMESPACE } from './xliff-write.ts';

/** A passage as a tool sent it back. */
export interface ReadUnit {
  readonly key: string;
  readonly line: number;
  readonly source: readonly Tagged[];
  /** Absent when there is no target, or an empty one. */
  readonly target: readonly Tagged[] | undefined;
  readonly targetLine: number;
  readonly state: string | undefined;
  /** From `extradata`, see `ExchangeUnit.before`. */
  readonly before: string;
}

export interface ReadFile {
  readonly name: string;
  /** Line of `<file>`. */
  readonly line: number;
  readonly product: string | undefined;
  readonly part: string;
  readonly from: string;
  readonly to: string;
  readonly skeleton: string | undefined;
  readonly units: readonly ReadUnit[];
}

/** Reads XLIFF 1.2 as `xliffText` writes it and tools send it back. Everything that cannot be read is a fault. */
export function readXliff(name: string, text: string): { file?: ReadFile; faults: Fault[] } {
  const faults: Fault[] = [];
  // With a document type there could be entities, which stand for what nobody sees.
  if (/<!DOCTYPE/i.test(text)) {
    const mend = 'Send the file that the translation tool saved, without a document type.';
    return { faults: [fault({ file: name, line: 1 }, 'xliff/doctype', 'The file has a DOCTYPE.', mend)] };
  }
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    return { faults: [syntaxFault(name, error)] };
  }
  try {
    const file = readRoot(document.root, { name, faults });
    return file === undefined || faults.length > 0 ? { faults } : { file, faults };
  } finally {
    document.dispose();
  }
}

const SEND_AGAIN =
  'Save the file again in the translation tool, or export it anew and translate from its memory.';

function syntaxFault(name: string, error: XmlParseError): Fault {
  const [first] = error.details;
  const found = `This is not well-formed XML: ${(first?.message ?? error.message).trim()}.`;
  return fault({ file: name, line: first?.line ?? 1 }, 'xliff/syntax', found, SEND_AGAIN);
}

interface Reading {
  readonly name: string;
  readonly faults: Fault[];
}

function complain(reading: Reading, node: { line: number }, rule: string, found: string, mend: string): void {
  reading.faults.push(fault({ file: reading.name, line: node.line }, rule, found, mend));
}

function readRoot(root: XmlElement, reading: Reading): ReadFile | undefined {
  const isXliff = root.name === 'xliff' && root.namespaceUri === XLIFF_NAMESPACE;
  const version = root.attr('version')?.value;
  if (!isXliff || version !== '1.2') {
    const found = isXliff ? `This is XLIFF ${version ?? 'of no version'}.` : `This is <${root.name}>.`;
    complain(reading, root, 'xliff/not-xliff', found, 'XLIFF 1.2 is read, as translate:export writes it.');
    return undefined;
  }
  const [file, ...more] = elements(root, 'file');
  if (file === undefined || more.length > 0) {
    const found = file === undefined ? 'There is no <file> in it.' : 'It holds more than one <file>.';
    complain(reading, more[0] ?? root, 'xliff/files', found, 'Import one module at a time, as exported.');
    return undefined;
  }
  return {
    name: reading.name,
    line: file.line,
    product: file.attr('product-name')?.value,
    part: file.attr('original')?.value ?? '',
    from: file.attr('source-language')?.value ?? '',
    to: file.attr('target-language')?.value ?? '',
    skeleton: skeleton(file),
    units: elements(file, 'body').flatMap((body) => readUnits(body, reading)),
  };
}

function skeleton(file: XmlElement): string | undefined {
  const [header] = elements(file, 'header');
  const [skl] = header === undefined ? [] : elements(header, 'skl');
  const [internal] = skl === undefined ? [] : elements(skl, 'internal-file');
  return internal?.content.trim();
}

function readUnits(parent: XmlElement, reading: Reading): ReadUnit[] {
  return elements(parent).flatMap((element) => {
    if (element.name === 'group') return readUnits(element, reading);
    return element.name === 'trans-unit' ? readUnit(element, reading) : [];
  });
}

function readUnit(element: XmlElement, reading: Reading): ReadUnit[] {
  const key = element.attr('id')?.value;
  const [source] = elements(element, 'source');
  const [target] = elements(element, 'target');
  const before = /^before:(\w+)$/.exec(element.attr('extradata')?.value ?? '')?.[1];
  if (key === undefined || source === undefined || before === undefined) {
    const what = key === undefined ? 'no id' : source === undefined ? 'no <source>' : 'no hash in extradata';
    complain(reading, element, 'xliff/unit', `This trans-unit has ${what}.`, SEND_AGAIN);
    return [];
  }
  const pieces = target && readInlineOf(target, reading);
  return [
    {
      key,
      line: element.line,
      source: readInlineOf(source, reading),
      target: pieces !== undefined && isEmpty(pieces) ? undefined : pieces,
      targetLine: target?.line ?? element.line,
      state: target?.attr('state')?.value,
      before,
    },
  ];
}

function isEmpty(pieces: readonly Tagged[]): boolean {
  return pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');
}

/** Neighbouring texts become one, so that it does not matter how a tool cut them. */
function readInlineOf(element: XmlElement, reading: Reading): Tagged[] {
  const pieces: Tagged[] = [];
  const add = (piece: Tagged): void => {
    const before = pieces[pieces.length - 1];
    if (typeof piece === 'string' && typeof before === 'string') pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  };
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlText || node instanceof XmlCData) add(node.content);
    else if (node instanceof XmlEntityReference) {
      complain(reading, element, 'xliff/entity', 'An entity stands here that is not defined.', SEND_AGAIN);
    } else if (node instanceof XmlElement) {
      for (const piece of readTag(node, reading)) add(piece);
    }
  }
  return pieces;
}

function readTag(element: XmlElement, reading: Reading): Tagged[] {
  // Tools mark segments and terms with <mrk>; that is theirs, and the text inside is the passage's.
  if (element.name === 'mrk') return readInlineOf(element, reading);
  const id = element.attr('id')?.value;
  if ((element.name !== 'g' && element.name !== 'ph') || id === undefined) {
    const found = `A <${element.name}>${id === undefined ? ' without an id' : ''} stands in this passage.`;
    const mend = 'Keep the tags of the original, and add no others.';
    complain(reading, element, 'xliff/tag-unknown', found, mend);
    return [];
  }
  const ctype = element.attr('ctype')?.value;
  const tag: Tag =
    element.name === 'g'
      ? { id, ctype, inside: readInlineOf(element, reading) }
      : { id, ctype, native: element.content, inside: [] };
  return [tag];
}

function elements(parent: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement && (name === undefined || node.name === name)) found.push(node);
  }
  return found;
}
