import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readDist } from '../dist.ts';
import { failOn } from '../fault.ts';
import { checkFloor } from './check.ts';
import { floorTable } from './table.ts';

/** Ends the build if a script, style sheet or page needs a newer browser than the oldest one we serve. */
export function deviceFloor(): AstroIntegration {
  return {
    name: 'device-floor',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const report = await checkFloor(readDist(fileURLToPath(dir)));
        logger.info(floorTable(report));
        failOn('The site needs newer browsers than its learners have:', report.faults);
      },
    },
  };
}
