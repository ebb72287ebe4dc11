import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normaliseBase, readDist } from '../dist.ts';
import { failOn } from '../fault.ts';
import { checkBudgets } from './check.ts';
import { budgetTable } from './table.ts';

/** Weighs what was built and ends the build if a budget is broken. Comes last: it judges what the others wrote. */
export function budgets(): AstroIntegration {
  let base = '/';
  return {
    name: 'budgets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:done': ({ dir, logger }) => {
        const report = checkBudgets({ dist: readDist(fileURLToPath(dir)), base });
        logger.info(`compressed bytes on the wire\n${budgetTable(report)}`);
        failOn('The site is over its budgets (docs/budgets.md):', report.faults);
      },
    },
  };
}
