import { fault } from '../located.ts';
import { lessonFiles } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';

/** Headings begin at ## (the title comes from the front matter) and skip no level. */
export const headingLevelsAreSound: ModuleRule = (module) =>
  lessonFiles(module).flatMap(({ file, body }) =>
    (body?.headings ?? []).flatMap(({ depth, text, line }, i, all) => {
      const before = all[i - 1]?.depth ?? 1;
      const written = `"${'#'.repeat(depth)} ${text}"`;
      if (depth === 1) {
        const mend = 'Write ##; the title of the page comes from the front matter.';
        return [
          fault(placeOf(file, line), 'heading/level', `${written} is a heading of the first level.`, mend),
        ];
      }
      if (depth <= Math.max(before, 1) + 1) return [];
      const mend = `Write ${'#'.repeat(before + 1)} here.`;
      return [fault(placeOf(file, line), 'heading/level', `${written} skips a level.`, mend)];
    }),
  );
