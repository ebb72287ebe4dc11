/** 1 KB is 1,024 bytes here: a page of 14 KB then fits the ten packets that a server may send before it waits. */
export const KB = 1024;

/** Bytes are compressed, as `wire.ts` measures them. Decided once for the whole project; never loosen one to pass. */
export const BUDGETS = {
  /** A Khmer lesson opened first, raster images apart. */
  firstLesson: { total: 60 * KB, html: 14 * KB, js: 8 * KB, css: 8 * KB, font: 30 * KB },
  /** Any lesson opened after another one of its language, raster images apart. */
  nextLesson: 14 * KB,
  image: 40 * KB,
  /** Page, style if not inlined, font. */
  requestsBeforeReadable: 3,
  search: { beforeFirstKey: 30 * KB, total: 190 * KB },
  /** A module's SCORM 1.2 package, images apart. */
  package: { oneLanguage: 250 * KB, bilingual: 420 * KB, document: 600 * KB, files: 45 },
} as const;

/** One line of the table: the worst file for one budget. */
export interface BudgetRow {
  readonly what: string;
  readonly unit: 'bytes' | 'count';
  readonly budget: number;
  readonly worst: Measured;
  /** Every file over the budget. */
  readonly over: readonly Measured[];
  readonly measured: number;
}

export interface Measured {
  readonly file: string;
  readonly figure: number;
  /** The figure with Brotli; told, not judged. */
  readonly brotli?: number;
}

/** Judges figures against one budget; undefined if there is nothing to judge. */
export function judge(
  what: string,
  budget: number,
  measured: readonly Measured[],
  unit: BudgetRow['unit'] = 'bytes',
): BudgetRow | undefined {
  const [worst] = [...measured].sort((a, b) => b.figure - a.figure);
  if (!worst) return undefined;
  const over = measured.filter(({ figure }) => figure > budget);
  return { what, unit, budget, worst, over, measured: measured.length };
}

export function show(figure: number, unit: BudgetRow['unit'] = 'bytes'): string {
  return unit === 'count' ? String(figure) : `${(figure / KB).toFixed(1)} KB`;
}
