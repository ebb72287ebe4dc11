import { parseArgs } from 'node:util';
import { checkBudgets } from '../built/budgets/check.ts';
import { budgetTable } from '../built/budgets/table.ts';
import { normaliseBase, readDist } from '../built/dist.ts';
import { faultLine } from '../built/fault.ts';
import { checkFloor } from '../built/floor/check.ts';
import { floorTable } from '../built/floor/table.ts';

/** `npm run budgets`: weighs the site in `dist` without building it again, and holds it against the device floor. */
const { values } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, base: { type: 'string' } },
});
const base = normaliseBase(values.base ?? process.env['BASE_PATH'] ?? '/');
const dist = readDist(values.dist);
const budgets = checkBudgets({ dist, base });
const floor = await checkFloor(dist);
console.log(`${budgetTable(budgets)}\n\n${floorTable(floor)}`);
const faults = [...budgets.faults, ...floor.faults];
for (const fault of faults) console.error(faultLine(fault));
process.exit(faults.length === 0 ? 0 : 1);
