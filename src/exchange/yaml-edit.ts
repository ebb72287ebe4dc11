import {
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Path } from '../curriculum/located.ts';
import { LANGS } from '../curriculum/schema/common.ts';
import { applyEdits, type Edit } from './text-edit.ts';

export interface YamlChange {
  /** To the text itself, e.g. `['questions', 0, 'prompt', 'km']`. */
  readonly path: Path;
  readonly value: string;
}

/**
 * The edits that put these values into a YAML text. Each keeps the way its text is written (plain, quoted, block) as
 * far as the new value can be written so. A language that is not there yet is added below its twin.
 * @throws RangeError when there is no text at a path, nor a twin to add it to
 */
export function yamlEdits(text: string, changes: readonly YamlChange[]): Edit[] {
  const usual = editsOf(text, changes, new Set());
  const wrong = misread(applyEdits(text, usual), changes);
  if (wrong.size === 0) return usual;
  const quoted = editsOf(text, changes, wrong);
  const still = [...misread(applyEdits(text, quoted), changes)][0];
  if (still !== undefined) throw new RangeError(`"${still.value}" cannot be written here`);
  return quoted;
}

/** What a reader would not get back; after a syntax error, everything. */
function misread(text: string, changes: readonly YamlChange[]): Set<YamlChange> {
  const doc = parseDocument(text);
  if (doc.errors.length > 0) return new Set(changes);
  return new Set(
    changes.filter(({ path, value }) => {
      const node = resolved(doc, nodeAt(doc, path)?.node ?? null);
      return !isScalar(node) || typeof node.value !== 'string' || node.value.trim() !== value.trim();
    }),
  );
}

function editsOf(text: string, changes: readonly YamlChange[], quoted: ReadonlySet<YamlChange>): Edit[] {
  const doc = parseDocument(text, { keepSourceTokens: true });
  return changes.map((change) => {
    const type = quoted.has(change) ? 'QUOTE_DOUBLE' : undefined;
    const found = nodeAt(doc, change.path);
    const node = resolved(doc, found?.node ?? null);
    if (found !== undefined && isScalar(node)) return replaced(node, change.value, found.inFlow, type);
    return added(text, doc, change, type);
  });
}

function replaced(
  node: Scalar.Parsed,
  value: string,
  inFlow: boolean,
  type: 'QUOTE_DOUBLE' | undefined,
): Edit {
  const token = node.srcToken;
  if (token === undefined || !('source' in token)) throw new RangeError('this text has no source');
  const before = CST.stringify(token);
  const old = String(node.value);
  const [lead = ''] = /^\s*/.exec(old) ?? [];
  const [trail = ''] = /\s*$/.exec(old) ?? [];
  CST.setScalarValue(token, lead + value + trail, {
    afterKey: true,
    inFlow,
    ...(type === undefined ? {} : { type }),
  });
  return { start: token.offset, end: token.offset + before.length, text: CST.stringify(token) };
}

/** The missing language, on a line below its twin or, inside braces, after a comma. */
function added(
  text: string,
  doc: Document.Parsed,
  { path, value }: YamlChange,
  type: 'QUOTE_DOUBLE' | undefined,
): Edit {
  const lang = String(path[path.length - 1]);
  const parent = nodeAt(doc, path.slice(0, -1));
  const map = resolved(doc, parent?.node ?? null);
  const twin = isMap<ParsedNode, ParsedNode | null>(map)
    ? map.items.find(({ key }) => isScalar(key) && LANGS.some((name) => name === key.value))
    : undefined;
  if (!isMap(map) || twin?.value?.range == null) {
    throw new RangeError(`there is nothing at ${path.map(String).join('.')}`);
  }
  const style = type ?? 'PLAIN';
  if (map.flow || parent?.inFlow) {
    const at = twin.value.range[1];
    return { start: at, end: at, text: `, ${lang}: ${scalar(value, true, 0, style)}` };
  }
  const column = twin.key.range[0] - (text.lastIndexOf('\n', twin.key.range[0] - 1) + 1);
  const end = twin.value.range[1];
  const lineEnd = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const line = `${' '.repeat(column)}${lang}: ${scalar(value, false, column, style)}`;
  return { start: at, end: at, text: `\n${line}` };
}

function scalar(value: string, inFlow: boolean, indent: number, type: 'PLAIN' | 'QUOTE_DOUBLE'): string {
  const token = CST.createScalarToken(value, { indent, inFlow, offset: 0, type, end: [] });
  return CST.stringify(token).trimEnd();
}

function resolved(doc: Document.Parsed, node: ParsedNode | null): ParsedNode | null {
  return (isAlias(node) ? (node.resolve(doc) as ParsedNode | undefined) : node) ?? null;
}

/** The node at a path, and whether some brace or bracket is open around it. */
function nodeAt(doc: Document.Parsed, path: Path): { node: ParsedNode | null; inFlow: boolean } | undefined {
  let node: ParsedNode | null = doc.contents;
  let inFlow = false;
  for (const step of path) {
    const parent: ParsedNode | null = resolved(doc, node);
    if (isMap<ParsedNode, ParsedNode | null>(parent)) {
      inFlow ||= parent.flow === true;
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return undefined;
      node = pair.value;
    } else if (isSeq<ParsedNode>(parent) && typeof step === 'number') {
      inFlow ||= parent.flow === true;
      const item = parent.items[step];
      if (item === undefined) return undefined;
      node = item;
    } else return undefined;
  }
  return { node, inFlow };
}
