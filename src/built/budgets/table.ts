import type { BudgetReport } from './check.ts';
import { show } from './figures.ts';

/** One table of all budgets: the worst file of each, judged by gzip; Brotli beside it for who uses it. */
export function budgetTable({ rows }: BudgetReport): string {
  const head = ['', 'budget', 'worst (gzip 6)', 'brotli 6', 'of', 'file'];
  const body = rows.map(({ what, unit, budget, worst, over, measured }) => [
    `${over.length > 0 ? '✗' : '✓'} ${what}`,
    show(budget, unit),
    show(worst.figure, unit),
    worst.brotli === undefined ? '' : show(worst.brotli),
    String(measured),
    worst.file,
  ]);
  return aligned([head, ...body]);
}

/** Columns of text; every column but the first and the last to the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const last = widths.length - 1;
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          if (column === last) return cell;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
