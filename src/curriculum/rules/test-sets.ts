import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import type { Module } from '../schema/module.ts';
import type { ModuleParts } from '../world.ts';
import { type ModuleRule, unknownId } from './rule.ts';

/** Both tests of a module can be drawn and offered as `sets:` in its module.yaml says. */
export const testSetsCanBeDrawn: ModuleRule = (module) => {
  const sets = module.module?.value.sets;
  if (sets === undefined) return [];
  return [...unknownObjectives(module, sets.draw), ...tooMany(module, sets.draw), ...noHints(module, sets)];
};

type Draw = Module['sets']['draw'];

function unknownObjectives(module: ModuleParts, draw: Draw): Fault[] {
  if (typeof draw !== 'object') return [];
  const known = { ids: module.objectives ?? new Set<string>(), complete: module.objectives !== undefined };
  return Object.keys(draw).flatMap((id) =>
    unknownId(module.at('sets', 'draw', id), 'objective', id, known, '"objectives:" of this file'),
  );
}

function tooMany(module: ModuleParts, draw: Draw): Fault[] {
  if (!module.questions.complete) return [];
  const pairs = pairsByObjective(module);
  return [...(module.objectives ?? [])].flatMap((id) => {
    const wanted = typeof draw === 'object' ? draw[id] : draw;
    const there = pairs.get(id)?.size ?? 0;
    // An objective without any pair has a fault of its own.
    if (typeof wanted !== 'number' || there === 0 || wanted <= there) return [];
    const place = module.at('sets', 'draw', ...(typeof draw === 'object' ? [id] : []));
    const found = `Each test draws ${wanted} of the objective "${id}", but the test pool has ${counted(there)} for it.`;
    const mend = `Write "${id}: ${there}" or "${id}: all" under "draw:", or write more pairs in ${module.folder}/questions/test.yaml.`;
    return [fault(place, 'test/draws-too-many', found, mend)];
  });
}

function pairsByObjective({ questions }: ModuleParts): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const { value } of questions.items.values()) {
    if (value.pool !== 'test' || value.pair === undefined) continue;
    pairs.set(value.objective, (pairs.get(value.objective) ?? new Set()).add(value.pair));
  }
  return pairs;
}

function noHints(module: ModuleParts, sets: Module['sets']): Fault[] {
  const items = [...module.questions.items.values()].filter(({ value }) => value.pool === 'test');
  if (items.length === 0 || !module.questions.complete) return [];
  return (['pre', 'post'] as const).flatMap((form) => {
    const has = items.some(({ value }) => value.form === form && value.hint !== undefined);
    if (!sets[form].hints || has) return [];
    return [
      fault(
        module.at('sets', form, 'hints'),
        'test/no-hints',
        `The set "${form}" offers hints, but none of its questions has one.`,
        `Write "hint:" in its questions, or remove "hints: true".`,
      ),
    ];
  });
}

function counted(pairs: number): string {
  return pairs === 1 ? '1 pair' : `${pairs} pairs`;
}
