import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { canon } from '../khmer/canon.ts';
import { fault, type Path } from './located.ts';
import type { Fault } from './model.ts';

export interface YamlFile {
  readonly file: string;
  /** The parsed value, every text in canonical Khmer; `undefined` after a syntax error. */
  readonly value: unknown;
  /** Line of the field at a path, or of its nearest parent that exists. */
  readonly lineOf: (path: Path) => number;
  readonly faults: readonly Fault[];
}

/** What the parser calls less plainly. */
const FOUND: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  DUPLICATE_KEY: 'This field stands twice in the same block',
  MISSING_CHAR: 'A quote, bracket or brace is opened and not closed',
  TAB_AS_INDENT: 'This line is indented with a tab',
  MULTILINE_IMPLICIT_KEY:
    'This text looks like a field name, because it contains ": " or goes over several lines',
  BLOCK_AS_IMPLICIT_KEY: 'This text contains ": " and so looks like two fields in one line',
};

const MENDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  DUPLICATE_KEY: 'Keep one of the two and remove the other, or merge them.',
  TAB_AS_INDENT: 'Indent with spaces; YAML allows no tabs.',
  BAD_INDENT: 'Line up the fields of one block under each other.',
  MULTILINE_IMPLICIT_KEY:
    'A text that contains ": " or goes over several lines needs quotes, or ">-" before it.',
  BLOCK_AS_IMPLICIT_KEY: 'A text that contains ": " needs quotes around it.',
  MISSING_CHAR: 'Close what is open: a quote, a bracket or a brace.',
  UNEXPECTED_TOKEN: 'A text that begins with a special character, or contains ": ", needs quotes around it.',
};

/** Parses a YAML text whose first line is line `firstLine` of the file. */
export function parseYaml(file: string, text: string, firstLine = 1): YamlFile {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const line = (offset: number): number => Math.max(1, counter.linePos(offset).line) + firstLine - 1;
  const faults = firstOfEach(doc.errors).map((error) =>
    fault(
      { file, line: line(error.pos[0]) },
      'yaml/syntax',
      `${FOUND[error.code] ?? `This is not valid YAML: ${firstSentence(error.message)}`}.`,
      MENDS[error.code] ?? 'Compare this place with its neighbours: indentation, quotes, colons, dashes.',
    ),
  );
  return {
    file,
    value: faults.length > 0 ? undefined : canonDeep(doc.toJS()),
    lineOf: (path) => line(offsetOf(doc, path)),
    faults,
  };
}

/** Repeated fields are faults of their own; after any other syntax error the parser only stumbles. */
function firstOfEach(errors: readonly YAMLError[]): YAMLError[] {
  const repeated = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const stumble = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  return stumble === undefined ? repeated : [...repeated, stumble];
}

function firstSentence(message: string): string {
  const [first = message] = message.split('\n');
  return first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}

/** Every text of a parsed value in canonical Khmer (keys are ids, and stay). */
function canonDeep(value: unknown): unknown {
  if (typeof value === 'string') return canon(value);
  if (Array.isArray(value)) return value.map(canonDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, canonDeep(inner)]));
}

function offsetOf(doc: Document.Parsed, path: Path): number {
  let node: ParsedNode | null = doc.contents;
  let offset = node?.range[0] ?? 0;
  for (const step of path) {
    const next = child(doc, node, step);
    if (next === undefined) break;
    node = next.node;
    offset = next.offset;
  }
  return offset;
}

/** A child node and the offset an author looks for: that of its key, or of the list entry. */
function child(
  doc: Document.Parsed,
  parent: ParsedNode | null,
  step: PropertyKey,
): { node: ParsedNode | null; offset: number } | undefined {
  const node = isAlias(parent) ? parent.resolve(doc) : parent;
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { node: pair.value, offset: pair.key.range[0] };
  }
  if (isSeq<ParsedNode>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item && { node: item, offset: item.range[0] };
  }
  return undefined;
}
