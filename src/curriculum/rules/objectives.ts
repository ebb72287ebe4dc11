import { fault } from '../located.ts';
import type { ModuleRule } from './rule.ts';

/** No two objectives of a module share an id. */
export const objectivesAreUnique: ModuleRule = (module) => {
  const seen = new Set<string>();
  return (module.module?.value.objectives ?? []).flatMap(({ id }, i) => {
    const again = seen.has(id);
    seen.add(id);
    if (!again) return [];
    const found = `The objective "${id}" is listed a second time.`;
    return [
      fault(
        module.at('objectives', i, 'id'),
        'objective/duplicate-id',
        found,
        'Give one of the two another id.',
      ),
    ];
  });
};
