import { didYouMean, listed } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault } from '../model.ts';
import type { Dilemma, Scene } from '../schema/dilemma.ts';
import type { ModuleRule } from './rule.ts';

type Item = Located<Dilemma>;

/** Every scene can be reached, leads on, and has a way to an end. */
export const dilemmasCanBePlayed: ModuleRule = (module) =>
  [...module.dilemmas.items.values()].flatMap((dilemma) => [
    ...startExists(dilemma),
    ...scenesAreWhole(dilemma),
    ...scenesAreReachable(dilemma),
    ...noLoopWithoutExit(dilemma),
    ...rolesHaveCharacters(dilemma),
    ...(module.published ? [...enoughEnds(dilemma), ...isExplained(dilemma)] : []),
  ]);

function startExists({ value, at }: Item): Fault[] {
  if (value.scenes[value.start] !== undefined) return [];
  const mend = `${didYouMean(value.start, Object.keys(value.scenes))}Name one of its scenes.`;
  return [
    fault(
      at('start'),
      'scene/unknown',
      `The dilemma starts at "${value.start}", which is no scene of it.`,
      mend,
    ),
  ];
}

function scenesAreWhole(dilemma: Item): Fault[] {
  return Object.entries(dilemma.value.scenes).flatMap(([name, scene]) => [
    ...leadsOn(dilemma, name, scene),
    ...choicesAreSound(dilemma, name, scene),
    ...speakersExist(dilemma, name, scene),
  ]);
}

function leadsOn({ at }: Item, name: string, scene: Scene): Fault[] {
  const place = at('scenes', name);
  if (scene.choices === undefined && scene.end === undefined) {
    const found = `The scene "${name}" is a dead end: it has no choices and is no end.`;
    return [
      fault(place, 'scene/dead-end', found, 'Give it "choices:", or "end:" with kind, title and lesson.'),
    ];
  }
  if (scene.choices !== undefined && scene.end !== undefined) {
    const found = `The scene "${name}" has choices and is an end.`;
    return [fault(place, 'scene/choices-and-end', found, 'Keep one of the two.')];
  }
  return [];
}

function choicesAreSound({ value, at }: Item, name: string, scene: Scene): Fault[] {
  const choices = scene.choices ?? [];
  return choices.flatMap((choice, i) => {
    const faults: Fault[] = [];
    if (choices.findIndex(({ id }) => id === choice.id) !== i) {
      const found = `Two choices of the scene "${name}" have the id "${choice.id}".`;
      const place = at('scenes', name, 'choices', i, 'id');
      faults.push(fault(place, 'choice/duplicate-id', found, 'Give one of them another id.'));
    }
    if (value.scenes[choice.goto] === undefined) {
      const found = `The choice "${choice.id}" goes to "${choice.goto}", which is no scene of this dilemma.`;
      const mend = `${didYouMean(choice.goto, Object.keys(value.scenes))}Name one of its scenes, or write this one.`;
      faults.push(fault(at('scenes', name, 'choices', i, 'goto'), 'scene/unknown', found, mend));
    }
    return faults;
  });
}

function speakersExist({ value, at }: Item, name: string, scene: Scene): Fault[] {
  const names = Object.keys(value.characters);
  return (scene.says ?? []).flatMap(({ who }, i) => {
    if (names.includes(who)) return [];
    const mend = `${didYouMean(who, names)}Name one of ${listed(names)}, or add "${who}" under "characters:".`;
    return [
      fault(
        at('scenes', name, 'says', i, 'who'),
        'character/unknown',
        `There is no character "${who}".`,
        mend,
      ),
    ];
  });
}

function nextOf(scene: Scene | undefined): string[] {
  return (scene?.choices ?? []).map((choice) => choice.goto);
}

function reachable({ scenes, start }: Dilemma): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name) || scenes[name] === undefined) continue;
    seen.add(name);
    queue.push(...nextOf(scenes[name]));
  }
  return seen;
}

function scenesAreReachable({ value, at }: Item): Fault[] {
  if (value.scenes[value.start] === undefined) return [];
  const seen = reachable(value);
  return Object.keys(value.scenes).flatMap((name) => {
    if (seen.has(name)) return [];
    const found = `No choice leads to the scene "${name}".`;
    return [
      fault(
        at('scenes', name),
        'scene/unreachable',
        found,
        `Let a choice "goto: ${name}", or remove the scene.`,
      ),
    ];
  });
}

/** Scenes from which no end can be reached. Dead ends and unknown scenes count as ways out: they have their own fault. */
function noLoopWithoutExit({ value, at }: Item): Fault[] {
  const names = Object.keys(value.scenes);
  const out = new Set(names.filter((name) => isWayOut(value, value.scenes[name])));
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of names) {
      if (out.has(name) || !nextOf(value.scenes[name]).some((next) => out.has(next))) continue;
      out.add(name);
      grown = true;
    }
  }
  const [first, ...rest] = names.filter((name) => !out.has(name));
  if (first === undefined) return [];
  const found = `Who enters ${listed([first, ...rest])} goes round for ever: no choice there leads to an end.`;
  return [
    fault(at('scenes', first), 'scene/loop-without-exit', found, 'Let one of its choices go to an end.'),
  ];
}

function isWayOut({ scenes }: Dilemma, scene: Scene | undefined): boolean {
  if (scene?.end !== undefined || scene?.choices === undefined) return true;
  return nextOf(scene).some((next) => scenes[next] === undefined);
}

const MIN_ENDS = 3;

function enoughEnds({ value, at }: Item): Fault[] {
  const kinds = Object.values(value.scenes).flatMap((scene) => scene.end?.kind ?? []);
  if (kinds.length < MIN_ENDS) {
    const found = `The dilemma has ${kinds.length === 1 ? '1 end' : `${kinds.length} ends`}.`;
    return [fault(at('scenes'), 'dilemma/too-few-ends', found, `Write at least ${MIN_ENDS} different ends.`)];
  }
  if (new Set(kinds).size > 1) return [];
  const found = `All ends of the dilemma are of the kind "${kinds[0]}".`;
  return [
    fault(at('scenes'), 'dilemma/ends-all-alike', found, 'Let choices lead to ends of different kinds.'),
  ];
}

function rolesHaveCharacters({ value, at }: Item): Fault[] {
  const names = Object.keys(value.characters);
  return Object.keys(value.roles ?? {}).flatMap((who) => {
    if (names.includes(who)) return [];
    const mend = `${didYouMean(who, names)}Name one of ${listed(names)}, or remove the role.`;
    return [fault(at('roles', who), 'character/unknown', `There is no character "${who}".`, mend)];
  });
}

/** What the introduction and the summary at the end need: who everybody is, and the reason behind every choice. */
function isExplained({ value, at }: Item): Fault[] {
  const roles = Object.keys(value.characters).flatMap((who) => {
    if (value.roles?.[who] !== undefined) return [];
    const found = `The character "${who}" has no role.`;
    const mend = `Say who this is under "roles:", in both languages: "${who}: { en: …, km: … }".`;
    return [fault(at('characters', who), 'character/without-role', found, mend)];
  });
  const reasons = Object.entries(value.scenes).flatMap(([name, { choices }]) =>
    (choices ?? []).flatMap(({ id, why }, i) => {
      if (why !== undefined) return [];
      const found = `The choice "${id}" does not say which rule or value stands behind it.`;
      const mend = 'Write "why:" with a text in both languages, and a source if it states a fact.';
      return [fault(at('scenes', name, 'choices', i), 'choice/without-why', found, mend)];
    }),
  );
  return [...roles, ...reasons];
}
