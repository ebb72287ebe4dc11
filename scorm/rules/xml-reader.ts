/** An element of a parsed manifest. Names are as written; `uri` is the namespace they stand for. */
export interface XmlElement {
  /** Qualified name as written, e.g. `imsss:sequencing`. */
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities resolved, untrimmed. */
  readonly text: string;
  readonly line: number;
  readonly parent: XmlElement | undefined;
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly value: string;
}

/** The text is not well-formed XML; `line` is 1-based. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

interface Draft {
  name: string;
  raw: [string, string][];
  children: Draft[];
  text: string;
  line: number;
}

const NAME = '[A-Za-z_\\u0080-\\uffff:][\\w\\u0080-\\uffff:.-]*';
const TOKEN = new RegExp(
  [
    '<!--(?<comment>(?:(?!--)[\\s\\S])*)-->',
    '<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>',
    '<\\?(?<instruction>[\\s\\S]*?)\\?>',
    '<!DOCTYPE(?<doctype>(?:[^[>]|\\[[\\s\\S]*?\\])*)>',
    `</(?<close>${NAME})\\s*>`,
    `<(?<open>${NAME})(?<attrs>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML 1.0 with namespaces strictly, as far as a manifest needs it: no entities of its own.
 * xmlbuilder2's reader accepts unclosed elements and unknown entities, so it cannot judge a manifest.
 * @throws XmlError
 */
export function readXml(source: string): XmlElement {
  const top: Draft = { name: '', raw: [], children: [], text: '', line: 1 };
  const stack: Draft[] = [top];
  const lineAt = lineCounter(source);
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) throw new XmlError('what begins here is not XML', lineAt(at));
    take(groups, stack, lineAt(at));
  }
  const [root, second] = top.children;
  if (stack.length > 1) throw new XmlError(`<${stack.at(-1)?.name}> is not closed`, stack.at(-1)?.line ?? 1);
  if (!root || second) throw new XmlError('there is not exactly one root element', second?.line ?? 1);
  return build(root, undefined, { xml: 'http://www.w3.org/XML/1998/namespace' });
}

function take(groups: Readonly<Record<string, string | undefined>>, stack: Draft[], line: number): void {
  const current = stack[stack.length - 1] as Draft;
  const { close, open, attrs = '', empty, cdata, text } = groups;
  if (close !== undefined) {
    if (current.name !== close || stack.length === 1)
      throw new XmlError(`</${close}> closes <${current.name}>`, line);
    stack.pop();
  } else if (open !== undefined) {
    const draft: Draft = { name: open, raw: readAttributes(attrs, line), children: [], text: '', line };
    current.children.push(draft);
    if (empty !== '/') stack.push(draft);
  } else if (cdata !== undefined || text !== undefined) {
    const value = cdata ?? resolve(text ?? '', line);
    if (stack.length === 1 && value.replace('\ufeff', '').trim() !== '')
      throw new XmlError('text outside the root element', line);
    current.text += value;
  }
}

function readAttributes(text: string, line: number): [string, string][] {
  const found = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]): [string, string] => [
    name,
    resolve(double ?? single ?? '', line),
  ]);
  const names = new Set(found.map(([name]) => name));
  if (names.size < found.length) throw new XmlError('an attribute is written twice', line);
  return found;
}

function resolve(text: string, line: number): string {
  if (text.includes(']]>')) throw new XmlError('"]]>" in text', line);
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+))?;?/gi, (whole, decimal, hex, name) => {
    if (!whole.endsWith(';')) throw new XmlError(`a bare "&" or an unfinished "${whole}"`, line);
    if (decimal || hex) return character(Number.parseInt(decimal ?? hex, decimal ? 10 : 16), line);
    const value = ENTITIES[name];
    if (value === undefined) throw new XmlError(`unknown entity ${whole}`, line);
    return value;
  });
}

function character(code: number, line: number): string {
  if (code > 0x10ffff) throw new XmlError(`no character has the number ${code}`, line);
  return String.fromCodePoint(code);
}

type Scope = Readonly<Record<string, string>>;

function build(draft: Draft, parent: XmlElement | undefined, outer: Scope): XmlElement {
  const scope: Record<string, string> = { ...outer };
  for (const [name, value] of draft.raw) {
    if (name === 'xmlns') scope[''] = value;
    else if (name.startsWith('xmlns:')) scope[name.slice(6)] = value;
  }
  const children: XmlElement[] = [];
  const declared = draft.raw.filter(([name]) => !/^xmlns(:|$)/.test(name));
  const element: XmlElement = {
    ...qualified(draft.name, scope, draft.line, true),
    attributes: declared.map(([name, value]) => ({ ...qualified(name, scope, draft.line, false), value })),
    children,
    text: draft.text,
    line: draft.line,
    parent,
  };
  for (const child of draft.children) children.push(build(child, element, scope));
  return element;
}

function qualified(name: string, scope: Scope, line: number, useDefault: boolean) {
  const [prefix, local] = name.includes(':') ? (name.split(':', 2) as [string, string]) : ['', name];
  const uri = prefix === '' ? (useDefault && scope['']) || '' : scope[prefix];
  if (uri === undefined) throw new XmlError(`the prefix of ${name} is not declared`, line);
  return { name, local, prefix, uri };
}

function lineCounter(source: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted += 1) if (source.charCodeAt(counted) === 10) line += 1;
    return line;
  };
}

/** Every element of a tree, the root first. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

export const childrenOf = (element: XmlElement | undefined, local: string): XmlElement[] =>
  element?.children.filter((child) => child.local === local) ?? [];

/** An attribute's value by its name as written. */
export const written = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((a) => a.name === name)?.value;
