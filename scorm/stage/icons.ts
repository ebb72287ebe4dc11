import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Element } from './html.ts';
import { attribute, elementsOf, insertBefore, makeElement, parseHtml, setAttribute } from './html.ts';
import type { BuiltSite } from './urls.ts';
import { resolveUrl, StageError } from './urls.ts';

const PREFIX = 'sog-icon-';

/**
 * Brings the symbols that `<use>` takes from another file into the document itself: from `file:`, Chrome gives a page
 * no drawing of another file, since each is an origin of its own (crbug.com/470601).
 * @throws StageError for a symbol that is not there.
 */
export function inlineSymbols(document: Document, site: BuiltSite, entry: string): void {
  const symbols = new Map<string, Element>();
  for (const use of [...elementsOf(document)].filter(({ tagName }) => tagName === 'use')) {
    const url = attribute(use, 'href') ?? '';
    const target = resolveUrl(site, url, entry);
    if (target.kind !== 'file') continue;
    const name = target.suffix.replace(/^.*#/, '');
    if (!symbols.has(name)) symbols.set(name, symbolIn(site, target.file, name, entry, url));
    setAttribute(use, 'href', `#${PREFIX}${name}`);
  }
  const body = [...elementsOf(document)].find(({ tagName }) => tagName === 'body');
  const first = body && [...elementsOf(body)][0];
  const [like] = symbols.values();
  if (!first || !like) return;
  const sheet = makeElement(like, 'svg', { 'aria-hidden': 'true', style: 'display:none' });
  sheet.childNodes = [...symbols.values()];
  for (const symbol of symbols.values()) symbol.parentNode = sheet;
  insertBefore(sheet, first);
}

function symbolIn(site: BuiltSite, file: string, name: string, entry: string, url: string): Element {
  const drawing = parseHtml(readFileSync(join(site.dist, file), 'utf8'));
  const symbol = [...elementsOf(drawing)].find((element) => attribute(element, 'id') === name);
  if (!symbol) throw new StageError(entry, url, 'the drawing has no such symbol', `Add it to ${file}.`);
  setAttribute(symbol, 'id', PREFIX + name);
  return symbol;
}
