import { didYouMean } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault } from '../model.ts';
import type { Pathway } from '../schema/reference.ts';
import type { World } from '../world.ts';
import type { WorldRule } from './rule.ts';

/** Pathways select lessons that exist, each once; an open one selects some. */
export const pathwaysLeadSomewhere: WorldRule = (world) =>
  [...world.pathways.items.values()].flatMap((pathway) => {
    const { value, at } = pathway;
    const faults = value.lessons.flatMap((_, i) => oneLesson(pathway, i, world));
    if (value.status !== 'open' || value.lessons.length > 0) return faults;
    const found = `The pathway "${value.id}" is open, but selects no lesson.`;
    const mend = 'Add its lessons as "module/lesson", or write "status: in-preparation".';
    return [...faults, fault(at('status'), 'pathway/open-but-empty', found, mend)];
  });

function oneLesson({ value, at }: Located<Pathway>, i: number, world: World): Fault[] {
  const written = value.lessons[i] ?? '';
  const place = at('lessons', i);
  if (value.lessons.indexOf(written) !== i) {
    return [fault(place, 'pathway/lesson-twice', `"${written}" is selected twice.`, 'Keep one of the two.')];
  }
  const all = world.modules.flatMap(({ id, listed }) => (listed ?? []).map((lesson) => `${id}/${lesson.id}`));
  const module = world.modules.find(({ id }) => written.startsWith(`${id}/`));
  if (all.includes(written) || (module !== undefined && module.listed === undefined)) return [];
  const mend = `${didYouMean(written, all)}Write the module and a lesson of its module.yaml, joined by "/".`;
  return [fault(place, 'lesson/unknown', `There is no lesson "${written}".`, mend)];
}
