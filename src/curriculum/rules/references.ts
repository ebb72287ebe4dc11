import type { Fault } from '../model.ts';
import type { ModuleParts, World } from '../world.ts';
import { type ModuleRule, placeOf, unknownId } from './rule.ts';
import { usesOf } from './uses.ts';

/** Every id a lesson names exists: questions, dilemmas, figures and glossary terms. */
export const lessonIdsExist: ModuleRule = (module, world) =>
  usesOf(module).flatMap(({ name, id, file, line }) => {
    const target = targets(module, world)[name];
    if (target === undefined) return [];
    return unknownId(placeOf(file.file, line), target.kind, id, target.known, target.where);
  });

interface Target {
  readonly kind: string;
  readonly known: Pick<World['glossary'], 'ids' | 'complete'>;
  readonly where: string;
}

function targets(module: ModuleParts, world: World): Readonly<Record<string, Target>> {
  return {
    Question: { kind: 'question', known: module.questions, where: `${module.folder}/questions/` },
    Dilemma: { kind: 'dilemma', known: module.dilemmas, where: `${module.folder}/dilemmas/` },
    Figure: { kind: 'figure', known: module.figures, where: `${module.folder}/media/` },
    Term: { kind: 'term', known: world.glossary, where: 'content/glossary.yaml' },
  };
}

/** Every lesson or objective that YAML names is one of the module's. */
export const yamlIdsExist: ModuleRule = (module) => {
  const where = `${module.folder}/module.yaml`;
  const lessons = { ids: new Set(module.listed?.map(({ id }) => id)), complete: module.listed !== undefined };
  const objectives = {
    ids: module.objectives ?? new Set<string>(),
    complete: module.objectives !== undefined,
  };
  const faults: Fault[] = [];
  module.module?.value.objectives.forEach((objective, i) => {
    const place = module.at('objectives', i, 'lesson');
    faults.push(...unknownId(place, 'lesson', objective.lesson, lessons, where));
  });
  for (const { value, at } of [...module.questions.items.values(), ...module.repeated]) {
    faults.push(...unknownId(at('objective'), 'objective', value.objective, objectives, where));
  }
  for (const { value, at } of module.dilemmas.items.values()) {
    faults.push(...unknownId(at('lesson'), 'lesson', value.lesson, lessons, where));
  }
  module.sessionPlan?.value.sessions.forEach((session, i) => {
    const place = module.sessionPlan?.at('sessions', i, 'lesson') ?? module.at();
    faults.push(...unknownId(place, 'lesson', session.lesson, lessons, where));
  });
  return faults;
};
