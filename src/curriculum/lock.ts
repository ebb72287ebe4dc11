import { partIds } from './question-parts.ts';
import type { Dilemma } from './schema/dilemma.ts';
import type { IdsLock } from './schema/lock.ts';
import type { Question } from './schema/question.ts';

/** Everything in a module that has a number or a letter, in the order in which new ones are given. */
export interface LockParts {
  readonly lessons: readonly string[];
  /** `options`: all parts that have a letter (see question-parts.ts). */
  readonly questions: readonly { readonly id: string; readonly options: readonly string[] }[];
  readonly dilemmas: readonly {
    readonly id: string;
    readonly scenes: readonly string[];
    /** `<scene>--<choice>`, see {@link choiceKey}. */
    readonly choices: readonly string[];
  }[];
}

/** How the lock names a choice: choice ids are unique in their scene only. */
export function choiceKey(scene: string, choice: string): string {
  return `${scene}--${choice}`;
}

export function lockParts(
  lessons: readonly string[],
  questions: Iterable<Question>,
  dilemmas: Iterable<Pick<Dilemma, 'id' | 'scenes'>>,
): LockParts {
  return {
    lessons,
    questions: [...questions].map((question) => ({ id: question.id, options: partIds(question) })),
    dilemmas: [...dilemmas].map(({ id, scenes }) => ({
      id,
      scenes: Object.keys(scenes),
      choices: Object.entries(scenes).flatMap(([scene, { choices }]) =>
        (choices ?? []).map((choice) => choiceKey(scene, choice.id)),
      ),
    })),
  };
}

export const EMPTY_LOCK: IdsLock = { lessons: {}, questions: {}, dilemmas: {} };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The lock with every id of the module in it: new ids get the next number or letter of their space, ids that left are
 * marked as retired, nothing given is changed or given again. Pure.
 * @throws RangeError when a question has had more than 36 parts in its life.
 */
export function extendLock(lock: IdsLock, parts: LockParts): IdsLock {
  return {
    lessons: entries(
      lock.lessons,
      parts.lessons.map((id) => ({ id })),
      (n) => ({ n }),
    ),
    questions: entries<LockedQuestion, LockParts['questions'][number]>(
      lock.questions,
      parts.questions,
      (n, part) => ({ n, options: lettered({}, part.options) }),
      (entry, part) => ({
        ...entry,
        options: lettered(entry.options, part.options),
        ...retiredList('retiredOptions', entry.retiredOptions, entry.options, part.options),
      }),
    ),
    dilemmas: entries<LockedDilemma, LockParts['dilemmas'][number]>(
      lock.dilemmas,
      parts.dilemmas,
      (n, part) => ({ n, scenes: numbered({}, part.scenes), choices: numbered({}, part.choices) }),
      (entry, part) => ({
        ...entry,
        scenes: numbered(entry.scenes, part.scenes),
        choices: numbered(entry.choices, part.choices),
        ...retiredList('retiredScenes', entry.retiredScenes, entry.scenes, part.scenes),
        ...retiredList('retiredChoices', entry.retiredChoices, entry.choices, part.choices),
      }),
    ),
  };
}

type LockedQuestion = IdsLock['questions'][string];
type LockedDilemma = IdsLock['dilemmas'][string];

interface Entry {
  n: number;
  retired?: boolean | undefined;
}

function entries<E extends Entry, P extends { readonly id: string }>(
  locked: Readonly<Record<string, E>>,
  parts: readonly P[],
  create: (n: number, part: P) => E,
  extend: (entry: E, part: P) => E = (entry) => entry,
): Record<string, E> {
  const all: Record<string, E> = {};
  for (const [id, entry] of Object.entries(locked)) {
    const part = parts.find((candidate) => candidate.id === id);
    all[id] = part === undefined ? { ...entry, retired: true } : extend(entry, part);
  }
  let last = Math.max(0, ...Object.values(locked).map(({ n }) => n));
  for (const part of parts) {
    if (all[part.id] === undefined) all[part.id] = create(++last, part);
  }
  return all;
}

function numbered(locked: Readonly<Record<string, number>>, ids: readonly string[]): Record<string, number> {
  const all = { ...locked };
  let last = Math.max(0, ...Object.values(locked));
  for (const id of ids) all[id] ??= ++last;
  return all;
}

function lettered(locked: Readonly<Record<string, string>>, ids: readonly string[]): Record<string, string> {
  const all = { ...locked };
  let last = Math.max(-1, ...Object.values(locked).map((letter) => LETTERS.indexOf(letter)));
  for (const id of ids) {
    if (all[id] !== undefined) continue;
    const letter = LETTERS[++last];
    if (letter === undefined) throw new RangeError(`no letter left for the part "${id}"`);
    all[id] = letter;
  }
  return all;
}

/** The list of what left an owner, or nothing when nothing ever did. */
function retiredList<K extends string>(
  key: K,
  before: readonly string[] | undefined,
  locked: Readonly<Record<string, unknown>>,
  present: readonly string[],
): Partial<Record<K, string[]>> {
  const gone = Object.keys(locked).filter((id) => !present.includes(id));
  const all = [...new Set([...(before ?? []), ...gone])];
  const list: Partial<Record<K, string[]>> = {};
  if (all.length > 0) list[key] = all;
  return list;
}
