import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import { unknownId, type WorldRule } from './rule.ts';

/** A phase ends after it begins, funding belongs to a phase of the list, and ids stand once. */
export const attributionIsCoherent: WorldRule = (world) => {
  if (world.attribution === undefined) return [];
  const { value, at } = world.attribution;
  const phases = { ids: new Set(value.phases.map(({ id }) => id)), complete: true };
  const faults: Fault[] = value.phases.flatMap(({ id, from, to }, i) => {
    if (from <= to) return [];
    const found = `The phase "${id}" ends in ${to}, before it begins in ${from}.`;
    return [
      fault(
        at('phases', i, 'to'),
        'phase/ends-too-early',
        found,
        'Write the years as the agreement gives them.',
      ),
    ];
  });
  value.funding.forEach(({ phase }, i) => {
    faults.push(
      ...unknownId(at('funding', i, 'phase'), 'phase', phase, phases, '"phases:" in content/partners.yaml'),
    );
  });
  for (const list of ['partners', 'phases'] as const) {
    const ids: readonly string[] = value[list].map(({ id }) => id);
    ids.forEach((id, i) => {
      if (ids.indexOf(id) === i) return;
      const found = `The id "${id}" is used a second time.`;
      const mend = 'Give one of the two another id, or remove it.';
      faults.push(fault(at(list, i, 'id'), 'file/duplicate-id', found, mend));
    });
  }
  return faults;
};
