import { fault, type Located, type Path } from '../located.ts';
import { choiceKey } from '../lock.ts';
import type { Fault } from '../model.ts';
import { partIds } from '../question-parts.ts';
import type { IdsLock } from '../schema/lock.ts';
import type { ModuleParts } from '../world.ts';
import type { ModuleRule } from './rule.ts';

/** One set of ids that share their numbers or letters. */
interface Space {
  readonly kind: 'lesson' | 'question' | 'dilemma' | 'option' | 'scene' | 'choice';
  /** The question or dilemma that the ids belong to. */
  readonly owner?: string;
  readonly path: Path;
  readonly given: Readonly<Record<string, number | string>>;
  readonly retired: readonly string[];
  /** Ids in the content; `undefined` when they cannot be known. */
  readonly present: ReadonlySet<string> | undefined;
}

/** Every id has its number or letter, none was given twice, none vanished unnoticed. */
export const idsAreLocked: ModuleRule = (module) => {
  const { lock } = module;
  if (lock === undefined) return [];
  const file = `${module.folder}/ids.lock.yaml`;
  if (lock === 'absent') {
    if (module.listed === undefined || module.listed.length === 0) return [];
    const found = 'The ids of this module have no numbers yet.';
    return [
      fault({ file, line: 1 }, 'lock/missing', found, 'Run "npm run lock" and keep the file it writes.'),
    ];
  }
  const spaces = spacesOf(module, lock.value);
  const missing = spaces.flatMap((space) =>
    [...(space.present ?? [])].filter((id) => space.given[id] === undefined).map((id) => named(space, id)),
  );
  return [
    ...spaces.flatMap((space) => [
      ...givenTwice(space, lock),
      ...vanished(space, lock),
      ...returned(space, lock),
    ]),
    ...renamedIdsInUse(module, lock),
    ...(missing.length === 0
      ? []
      : [
          fault(
            { file, line: 1 },
            'lock/new-ids',
            `Not in the lock: ${missing.slice(0, MAX_NAMED).join(', ')}${more(missing)}.`,
            'Run "npm run lock".',
          ),
        ]),
  ];
};

const MAX_NAMED = 12;

function more(missing: readonly string[]): string {
  return missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : '';
}

function named({ kind, owner }: Space, id: string): string {
  return owner === undefined ? `${kind} "${id}"` : `${kind} "${id}" of "${owner}"`;
}

function spacesOf(module: ModuleParts, lock: IdsLock): Space[] {
  const retired = (of: Readonly<Record<string, { retired?: boolean | undefined }>>): string[] =>
    Object.keys(of).filter((id) => of[id]?.retired === true);
  const numbers = (of: Readonly<Record<string, { n: number }>>): Record<string, number> =>
    Object.fromEntries(Object.entries(of).map(([id, { n }]) => [id, n]));
  const space = (kind: 'lesson' | 'question' | 'dilemma', present: Space['present']): Space => {
    const of = lock[`${kind}s`];
    return { kind, path: [`${kind}s`], given: numbers(of), retired: retired(of), present };
  };
  return [
    space('lesson', module.listed && new Set(module.listed.map(({ id }) => id))),
    space('question', module.questions.complete ? module.questions.ids : undefined),
    space('dilemma', module.dilemmas.ids),
    ...optionSpaces(module, lock),
    ...dilemmaSpaces(module, lock),
  ];
}

function optionSpaces(module: ModuleParts, lock: IdsLock): Space[] {
  return Object.entries(lock.questions).map(([id, entry]) => {
    const question = module.questions.items.get(id)?.value;
    return {
      kind: 'option',
      owner: id,
      path: ['questions', id, 'options'],
      given: entry.options,
      retired: entry.retiredOptions ?? [],
      present: question && new Set(partIds(question)),
    };
  });
}

function dilemmaSpaces(module: ModuleParts, lock: IdsLock): Space[] {
  return Object.entries(lock.dilemmas).flatMap(([id, entry]): Space[] => {
    const scenes = module.dilemmas.items.get(id)?.value.scenes;
    const choices = Object.entries(scenes ?? {}).flatMap(([scene, { choices: all }]) =>
      (all ?? []).map((choice) => choiceKey(scene, choice.id)),
    );
    const path = ['dilemmas', id];
    return [
      {
        kind: 'scene',
        owner: id,
        path: [...path, 'scenes'],
        given: entry.scenes,
        retired: entry.retiredScenes ?? [],
        present: scenes && new Set(Object.keys(scenes)),
      },
      {
        kind: 'choice',
        owner: id,
        path: [...path, 'choices'],
        given: entry.choices,
        retired: entry.retiredChoices ?? [],
        present: scenes && new Set(choices),
      },
    ];
  });
}

function givenTwice(space: Space, lock: Located<IdsLock>): Fault[] {
  const { path, given } = space;
  const first = new Map<number | string, string>();
  return Object.entries(given).flatMap(([id, number]) => {
    const other = first.get(number);
    if (other === undefined) first.set(number, id);
    if (other === undefined) return [];
    const found = `The ${named(space, id)} has ${number}, which "${other}" had first.`;
    const mend = `Take the later line out and run "npm run lock": stored answers speak of "${other}" with it.`;
    return [fault(lock.at(...path, id), 'lock/number-reused', found, mend)];
  });
}

function vanished(space: Space, lock: Located<IdsLock>): Fault[] {
  const { path, given, retired, present, owner } = space;
  const rename = owner === undefined ? ' and "renamedFrom: [old-name]"' : '';
  if (present === undefined) return [];
  const gone = Object.keys(given).filter((id) => !present.has(id) && !retired.includes(id));
  return gone.map((id) => {
    const mend =
      `Put it back. If it was renamed, give its entry here the new name${rename}. ` +
      'If it is gone for good, run "npm run lock", which marks it as retired.';
    return fault(
      lock.at(...path, id),
      'lock/vanished',
      `The ${named(space, id)} is no longer in the content.`,
      mend,
    );
  });
}

function returned(space: Space, lock: Located<IdsLock>): Fault[] {
  const { path, retired, present } = space;
  return retired.flatMap((id) => {
    if (present === undefined || !present.has(id)) return [];
    const found = `The ${named(space, id)} is retired, but the content uses the id.`;
    const mend = 'Give the new one another id. If it is the old one come back, take "retired" off here.';
    return [fault(lock.at(...path, id), 'lock/retired-id-used', found, mend)];
  });
}

function renamedIdsInUse(module: ModuleParts, { value, at }: Located<IdsLock>): Fault[] {
  const inUse = {
    lessons: new Set(module.listed?.map(({ id }) => id)),
    questions: module.questions.ids,
    dilemmas: module.dilemmas.ids,
  };
  return (['lessons', 'questions', 'dilemmas'] as const).flatMap((kind) =>
    Object.entries(value[kind]).flatMap(([id, { renamedFrom }]) =>
      (renamedFrom ?? [])
        .filter((old) => inUse[kind].has(old) || value[kind][old] !== undefined)
        .map((old) => {
          const found = `"${old}" was the name of "${id}" and is used again.`;
          return fault(
            at(kind, id),
            'lock/old-name-used',
            found,
            'Give the other one an id that was never used.',
          );
        }),
    ),
  );
}
