import { type ContentTree, readTree } from '../../../src/curriculum/tree.ts';
import { exportParts } from '../../../src/exchange/export.ts';
import { type Imported, type ImportOptions, importXliff } from '../../../src/exchange/import.ts';
import { type Content, contentOf } from '../../../src/exchange/plan.ts';
import { Files } from '../../fixtures/content/edit.ts';

export const VALID = readTree('tests/fixtures/content/valid');

export const files = (): Files => new Files(VALID);

export function content(tree: ContentTree): Content {
  const { content: found, faults } = contentOf(tree);
  if (found === undefined) throw new Error(faults.map(({ found: what }) => what).join('\n'));
  return found;
}

export function exported(tree: ContentTree, to: 'km' | 'en' = 'km', part = 'gifts'): string {
  const text = [...exportParts(content(tree), to, [part]).files.values()][0];
  if (text === undefined) throw new Error(`there is no part ${part}`);
  return text;
}

export function imported(tree: ContentTree, text: string, options: Partial<ImportOptions> = {}): Imported {
  return importXliff(tree, content(tree), { name: 'gifts.xlf', text }, { today: '2026-11-23', ...options });
}

/** A text with one place changed; throws when the place is not there. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const next = text.replace(from, () => to);
  if (next === text) throw new Error(`there is nothing like ${String(from)}`);
  return next;
}

/** The lines of one passage in an exported file. */
export function unitIn(text: string, key: string): string {
  const start = text.indexOf(`<trans-unit id="${key}"`);
  if (start === -1) throw new Error(`there is no passage ${key}`);
  return text.slice(start, text.indexOf('</trans-unit>', start) + '</trans-unit>'.length);
}

/** The exported file with another translation of a passage, as a tool would save it. */
export function translated(text: string, key: string, inline: string, state?: string): string {
  const unit = unitIn(text, key);
  const next = unit.replace(/<target( state="[^"]*")?>[\s\S]*?<\/target>/, (_, old: string | undefined) => {
    return `<target${state === undefined ? (old ?? '') : ` state="${state}"`}>${inline}</target>`;
  });
  return text.replace(unit, () => next);
}

export const rules = ({ refused }: Imported): string[] => refused.map(({ rule }) => rule);
