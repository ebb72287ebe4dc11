import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import { parseMdxBody } from '../../curriculum/mdx-file.ts';
import { minutesRange } from '../../curriculum/rules/length.ts';
import type { Lang } from '../../curriculum/schema/common.ts';

/** A file cannot be added to by a command, for the reason given. */
export class CannotEdit extends Error {
  override readonly name = 'CannotEdit';
}

/**
 * A YAML text with one more entry at the end of a list; everything else stays as it was written, comments too.
 * @param key field of the document that holds the list, or `''` when the document is the list
 * @param lines the entry: its first line without the dash, the others indented as below a dash at the left edge
 * @throws CannotEdit when there is no such list with entries
 */
export function appendEntry(text: string, key: string, lines: readonly string[]): string {
  const { contents } = parseDocument(text);
  const seq = key === '' ? contents : fieldOf(contents, key);
  if (!isSeq<ParsedNode>(seq))
    throw new CannotEdit(`there is no list${key === '' ? '' : ` "${key}"`} to add to`);
  const last = seq.items[seq.items.length - 1];
  if (last === undefined) throw new CannotEdit(`the list${key === '' ? '' : ` "${key}"`} is empty`);
  if (seq.flow) return insert(text, last.range[1], `, ${lines.join(' ')}`);
  const begin = text.lastIndexOf('\n', last.range[0] - 1) + 1;
  const indent = /^\s*/.exec(text.slice(begin))?.[0] ?? '';
  const entry = lines
    .map((line, i) => (line === '' ? '' : `${indent}${i === 0 ? '- ' : ''}${line}`))
    .join('\n');
  const end = endOfLine(text, last.range[1]);
  const gap = text.slice(0, end).endsWith('\n') ? '' : '\n';
  return `${text.slice(0, end)}${gap}${entry}${gap === '' ? '\n' : ''}${text.slice(end)}`;
}

function fieldOf(contents: ParsedNode | null, key: string): ParsedNode | null | undefined {
  if (!isMap<ParsedNode, ParsedNode | null>(contents)) return undefined;
  return contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

/** A block text ends behind its line; anything else may have a comment after it. */
function endOfLine(text: string, offset: number): number {
  if (text.charAt(offset - 1) === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

/**
 * A lesson's text with a component on a line of its own before its last heading, or at its end when it has none, and
 * with so many minutes more, as far as the check allows. Both languages have the same headings, so it stands in the
 * same place of each.
 */
export function withActivity(mdx: string, lang: Lang, component: string, minutes: number): string {
  const headings = parseMdxBody('', mdx, lang).body?.headings ?? [];
  const lastHeading = headings[headings.length - 1]?.line;
  const lines = mdx.trimEnd().split('\n');
  const at = lastHeading === undefined ? lines.length : lastHeading - 1;
  const placed = lastHeading === undefined ? ['', component] : [component, ''];
  lines.splice(at, 0, ...placed);
  return withMinutes(`${lines.join('\n')}\n`, lang, minutes);
}

function withMinutes(mdx: string, lang: Lang, minutes: number): string {
  const { body } = parseMdxBody('', mdx, lang);
  if (body === undefined) return mdx;
  const { low, high } = minutesRange(body, lang);
  const front = /^---\n[\s\S]*?\n---/.exec(mdx)?.[0] ?? '';
  const more = front.replace(
    /(\balone:\s*)(\d+)/,
    (_, label: string, n: string) => `${label}${Math.min(high, Math.max(low, Number(n) + minutes))}`,
  );
  return more + mdx.slice(front.length);
}
