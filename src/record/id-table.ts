import type { AnswerForm } from './codec-format.ts';

type Kind = 'lessons' | 'questions' | 'dilemmas';

/** Former id → present id. */
export type Renames = Readonly<Record<Kind, Readonly<Record<string, string>>>>;

/**
 * The numbers and letters by which encoded state and LMS reports name a module's content; made from `ids.lock.yaml`
 * at build time. `options` and `scenes` stand in the order in which decoded lists come out.
 */
export interface IdTable {
  readonly module: string;
  readonly lessons: Readonly<Record<string, number>>;
  readonly questions: Readonly<Record<string, QuestionTable>>;
  readonly dilemmas: Readonly<
    Record<string, { readonly n: number; readonly scenes: Readonly<Record<string, number>> }>
  >;
  /** Numbers whose lesson, question or dilemma has left the content. */
  readonly retired: Readonly<Record<Kind, readonly number[]>>;
  readonly renamed: Renames;
}

export interface QuestionTable {
  readonly n: number;
  /** Letters of the parts that a response names. */
  readonly options: Readonly<Record<string, string>>;
  /** How an answer is written; absent: a set of options. */
  readonly form?: AnswerForm;
}

interface Numbered {
  readonly n: number;
  readonly retired?: boolean | undefined;
  readonly renamedFrom?: readonly string[] | undefined;
}

/** The shape of `IdsLock`, as far as it matters here. */
export interface Lock {
  readonly lessons: Readonly<Record<string, Numbered>>;
  readonly questions: Readonly<
    Record<string, Numbered & { readonly options: Readonly<Record<string, string>> }>
  >;
  readonly dilemmas: Readonly<
    Record<string, Numbered & { readonly scenes: Readonly<Record<string, number>> }>
  >;
}

/**
 * @param optionOrder for a question, its options as the content orders them; the lock only ever appends, so its own
 * order may differ
 * @param formOf how answers to a question are written, unless as a set of options
 */
export function idTable(
  module: string,
  lock: Lock,
  optionOrder: (question: string) => readonly string[] = () => [],
  formOf: (question: string) => AnswerForm | undefined = () => undefined,
): IdTable {
  return {
    module,
    lessons: pick(lock.lessons, ({ n }) => n),
    questions: pick(lock.questions, ({ n, options }, id): QuestionTable => {
      const form = formOf(id);
      return { n, options: inOrder(options, optionOrder(id)), ...(form && { form }) };
    }),
    dilemmas: pick(lock.dilemmas, ({ n, scenes }) => ({ n, scenes })),
    retired: {
      lessons: retired(lock.lessons),
      questions: retired(lock.questions),
      dilemmas: retired(lock.dilemmas),
    },
    renamed: {
      lessons: renames(lock.lessons),
      questions: renames(lock.questions),
      dilemmas: renames(lock.dilemmas),
    },
  };
}

function pick<T extends Numbered, U>(of: Readonly<Record<string, T>>, map: (entry: T, id: string) => U) {
  const picked: Record<string, U> = {};
  for (const [id, entry] of Object.entries(of)) if (!entry.retired) picked[id] = map(entry, id);
  return picked;
}

function inOrder(
  letters: Readonly<Record<string, string>>,
  order: readonly string[],
): Record<string, string> {
  const ordered: Record<string, string> = {};
  for (const id of [...order, ...Object.keys(letters)]) {
    const letter = letters[id];
    if (letter !== undefined) ordered[id] = letter;
  }
  return ordered;
}

function retired(of: Readonly<Record<string, Numbered>>): number[] {
  return Object.values(of).flatMap(({ n, retired: gone }) => (gone ? [n] : []));
}

function renames(of: Readonly<Record<string, Numbered>>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [id, entry] of Object.entries(of)) {
    if (!entry.retired) for (const former of entry.renamedFrom ?? []) names[former] = id;
  }
  return names;
}
