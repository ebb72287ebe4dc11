import type { Place } from '../dist.ts';
import type { BuiltFault } from '../fault.ts';
import { type BudgetRow, show } from './figures.ts';
import { imageFaults, imageRow } from './images.ts';
import { lessonRows } from './lessons.ts';
import { packageRows } from './packages.ts';
import { searchRows } from './search.ts';

export interface BudgetReport {
  readonly rows: readonly BudgetRow[];
  readonly faults: readonly BuiltFault[];
}

const LANGS = ['km', 'en'];

/** Measures a built site against all budgets. A site without a Khmer lesson is a fault: nothing would be measured. */
export function checkBudgets(place: Place): BudgetReport {
  const rows = [
    ...lessonRows(place, LANGS),
    ...[imageRow(place.dist)].filter((row) => row !== undefined),
    ...searchRows(place, LANGS),
    ...packageRows(place.dist),
  ];
  const over = rows.flatMap(({ what, unit, budget, over }) =>
    over.map(({ file, figure }) => ({
      file,
      found: `${what} is ${show(figure, unit)} (${figure})`,
      allowed: `its budget is ${show(budget, unit)}`,
    })),
  );
  return { rows, faults: [...nothingMeasured(rows), ...over, ...imageFaults(place)] };
}

function nothingMeasured(rows: readonly BudgetRow[]): BuiltFault[] {
  if (rows.some(({ what }) => what.startsWith('first Khmer lesson'))) return [];
  const allowed = 'a page km/<module>/<lesson>/ marked by data-lesson is needed to measure anything';
  return [{ file: 'km/', found: 'no lesson was found', allowed }];
}
