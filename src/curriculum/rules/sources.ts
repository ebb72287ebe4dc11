import { fault, type Located, type Place } from '../located.ts';
import type { Fault } from '../model.ts';
import { reasonsOf } from '../question-parts.ts';
import type { Dilemma } from '../schema/dilemma.ts';
import type { ModuleParts, World } from '../world.ts';
import { type ModuleRule, placeOf, unknownId, type WorldRule } from './rule.ts';
import { usesOf } from './uses.ts';

/** Every source that a module names exists and is not labelled low. */
export const moduleSourcesAreSound: ModuleRule = (module, world) =>
  [...inLessons(module), ...inQuestions(module), ...inDilemmas(module)].flatMap((use) => check(use, world));

/** The same for the glossary, the channels and the funding. */
export const sharedSourcesAreSound: WorldRule = (world) => {
  const shared = [...world.glossary.items.values(), ...world.channels.items.values()];
  return [
    ...shared.flatMap(({ value, at }) =>
      value.source === undefined ? [] : check({ id: value.source, place: at('source') }, world),
    ),
    ...inFunding(world).flatMap((use) => check(use, world)),
  ];
};

function inFunding({ attribution }: World): SourceUse[] {
  return (attribution?.value.funding ?? []).flatMap(({ source }, i) => {
    const place = attribution?.at('funding', i, 'source');
    return source === undefined || place === undefined ? [] : [{ id: source, place }];
  });
}

interface SourceUse {
  readonly id: string;
  readonly place: Place;
}

function check({ id, place }: SourceUse, world: World): Fault[] {
  const source = world.sources.items.get(id);
  if (source?.value.confidence === 'low') {
    const found = `The source "${id}" is labelled low: it is a recollection that nobody has checked.`;
    const mend = 'Find a better source for this statement, or take the statement out.';
    return [fault(place, 'source/low-confidence', found, mend)];
  }
  return unknownId(place, 'source', id, world.sources, 'content/sources.yaml');
}

function inLessons(module: ModuleParts): SourceUse[] {
  return usesOf(module, 'Cite').map(({ id, file, line }) => ({ id, place: placeOf(file.file, line) }));
}

function inQuestions(module: ModuleParts): SourceUse[] {
  return [...module.questions.items.values(), ...module.repeated].flatMap(({ value, at }) =>
    reasonsOf(value).flatMap(({ path, source }) =>
      source === undefined ? [] : [{ id: source, place: at(...path, 'source') }],
    ),
  );
}

function inDilemmas(module: ModuleParts): SourceUse[] {
  return [...module.dilemmas.items.values()].flatMap(inScenes);
}

function inScenes({ value, at }: Located<Dilemma>): SourceUse[] {
  return Object.entries(value.scenes).flatMap(([name, { source, choices, end }]) => [
    ...(source === undefined ? [] : [{ id: source, place: at('scenes', name, 'source') }]),
    ...(choices ?? []).flatMap(({ why }, i) =>
      why?.source === undefined
        ? []
        : [{ id: why.source, place: at('scenes', name, 'choices', i, 'why', 'source') }],
    ),
    ...(end?.source === undefined ? [] : [{ id: end.source, place: at('scenes', name, 'end', 'source') }]),
  ]);
}
