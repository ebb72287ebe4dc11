import { byCodeUnit } from './manifest/names.ts';
import type { Standard } from './manifest/standard.ts';

/** One line of `dist/packages/index.json`. */
export interface IndexEntry {
  readonly module: string;
  /** `km`, `en` or `km-en`. */
  readonly language: string;
  readonly standard: Standard;
  /** Of the module's content. */
  readonly version: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The list of packages, sorted by file; no date, so that the same packages give the same list. */
export function writeIndex(entries: readonly IndexEntry[]): string {
  const sorted = [...entries].sort((a, b) => byCodeUnit(a.file, b.file));
  return `${JSON.stringify({ packages: sorted }, null, 2)}\n`;
}
