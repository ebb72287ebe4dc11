import { type MdastNode, mdxToMdast } from 'satteri';
import type { PassageKind } from '../workshop/units.ts';

/** Markup inside a passage that a translator may move but not change. */
export interface Code {
  /** `bold`, `italic`, `link`, `lb`, or `x-…` for what XLIFF 1.2 has no word for (its attribute `ctype`). */
  readonly ctype: string;
  /** What stands in the file before the text inside, or all of it for a code without text. */
  readonly open: string;
  /** What stands after the text inside; absent for a code without text, such as `<Cite id="…" />`. */
  readonly close?: string;
  readonly inside: readonly Piece[];
}

/** A passage is a row of texts and codes. */
export type Piece = string | Code;

const MARKDOWN: ReadonlySet<PassageKind> = new Set(['heading', 'paragraph', 'list-item', 'table-cell']);

/** Takes a passage apart. What is put together again with {@link textOf} is always the same text. */
export function readInline(text: string, kind: PassageKind): Piece[] {
  const pieces = MARKDOWN.has(kind) ? markdownPieces(text) : placeholders(text);
  return textOf(pieces) === text ? pieces : [text];
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `${piece.open}${textOf(piece.inside)}${piece.close ?? ''}`,
    )
    .join('');
}

/** All codes, in the order in which they begin. */
export function codesOf(pieces: readonly Piece[]): Code[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...codesOf(piece.inside)]));
}

/** What makes two codes the same, wherever they stand and whatever text is inside. */
export function signatureOf(code: Code): string {
  return `${code.open}\u0000${code.close ?? ''}`;
}

/** `{name}` in a text that is not Markdown. */
const PLACEHOLDER = /\{[A-Za-z][\w-]*\}/g;

function placeholders(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > last) pieces.push(text.slice(last, match.index));
    pieces.push({ ctype: 'x-placeholder', open: match[0], inside: [] });
    last = match.index + match[0].length;
  }
  if (last < text.length) pieces.push(text.slice(last));
  return pieces;
}

/**
 * As a heading, so that nothing at its beginning ("1.", "-") is taken for a list; a line end becomes a space, which
 * keeps all positions.
 */
const PREFIX = '## ';

function markdownPieces(text: string): Piece[] {
  let root: MdastNode;
  try {
    root = mdxToMdast(PREFIX + text.replace(/\n/g, ' '));
  } catch {
    return [text];
  }
  const [heading, ...rest] = childrenOf(root);
  if (heading?.type !== 'heading' || rest.length > 0) return [text];
  return joined(childrenOf(heading), 0, text.length, text);
}

/** The pieces of the text from one offset to another, of which these nodes are the marked up ones. */
function joined(nodes: readonly MdastNode[], from: number, to: number, text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = from;
  const add = (piece: Piece): void => {
    const before = pieces[pieces.length - 1];
    if (typeof piece === 'string' && typeof before === 'string') pieces[pieces.length - 1] = before + piece;
    else if (piece !== '') pieces.push(piece);
  };
  for (const node of nodes) {
    const [start, end] = span(node);
    const code = codeOf(node, text);
    if (code === undefined) continue;
    add(text.slice(last, start));
    add(code);
    last = end;
  }
  add(text.slice(last, to));
  return pieces;
}

/** Text is no code; its source is taken as it stands, escapes and all. */
function codeOf(node: MdastNode, text: string): Code | undefined {
  switch (node.type) {
    case 'text':
      return undefined;
    case 'strong':
      return around(node, 'bold', text);
    case 'emphasis':
      return around(node, 'italic', text);
    case 'delete':
      return around(node, 'x-deleted', text);
    case 'link':
      return around(node, 'link', text);
    case 'mdxJsxTextElement':
      return around(node, `x-${(node.name ?? 'component').toLowerCase()}`, text);
    case 'image':
      return imageCode(node, text);
    default:
      return whole(node, node.type === 'break' ? 'lb' : `x-${node.type.toLowerCase()}`, text);
  }
}

function around(node: MdastNode, ctype: string, text: string): Code {
  const children = childrenOf(node);
  const [first, last] = [children[0], children[children.length - 1]];
  if (first === undefined || last === undefined) return whole(node, ctype, text);
  const [start, end] = span(node);
  const [from, to] = [span(first)[0], span(last)[1]];
  return {
    ctype,
    open: text.slice(start, from),
    close: text.slice(to, end),
    inside: joined(children, from, to, text),
  };
}

function whole(node: MdastNode, ctype: string, text: string): Code {
  return { ctype, open: text.slice(...span(node)), inside: [] };
}

/** The words in the brackets are translated, since they are read aloud. */
function imageCode(node: MdastNode, text: string): Code {
  const source = text.slice(...span(node));
  const match = /^!\[([^\]]*)(\]\([\s\S]*)$/.exec(source);
  if (match === null) return whole(node, 'image', text);
  return { ctype: 'image', open: '![', close: match[2] ?? '', inside: match[1] ? [match[1]] : [] };
}

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

function span(node: MdastNode): [number, number] {
  const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
  return [(start.offset ?? 0) - PREFIX.length, (end.offset ?? 0) - PREFIX.length];
}
