import type { Lang } from '../curriculum/schema/common.ts';
import type { Unit } from '../workshop/units.ts';
import { type Content, exchangeDocument, hasPlace, otherLang, partOf, partsOf } from './plan.ts';
import { xliffText } from './xliff-write.ts';

export interface Exported {
  /** File name to text, e.g. `integrity.en-km.xlf`. */
  readonly files: ReadonlyMap<string, string>;
  /** Passages left out, since the other language has a file for them and no place in it. */
  readonly leftOut: readonly Unit[];
}

/** One file for each part, or for those named. The caller has checked that the names are parts. */
export function exportParts(content: Content, to: Lang, only?: readonly string[]): Exported {
  const parts = partsOf(content.units).filter((part) => only === undefined || only.includes(part));
  const files = new Map<string, string>();
  for (const part of parts) files.set(fileName(part, to), xliffText(exchangeDocument(content, part, to)));
  const leftOut = content.units.filter(
    (unit) =>
      parts.includes(partOf(unit)) && unit[otherLang(to)] !== undefined && !hasPlace(unit, to, content.units),
  );
  return { files, leftOut };
}

export function fileName(part: string, to: Lang): string {
  return `${part}.${otherLang(to)}-${to}.xlf`;
}
