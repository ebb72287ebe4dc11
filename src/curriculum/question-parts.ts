import type { Path } from './located.ts';
import { CHOICE_TYPES, type ChoiceQuestion, type Question } from './schema/question.ts';

/** One thing in a question that says why, with the source it names. */
export interface Reason {
  readonly path: Path;
  readonly source: string | undefined;
}

export function isChoice<Q extends Question>(question: Q): question is Q & ChoiceQuestion {
  return (CHOICE_TYPES as readonly string[]).includes(question.type);
}

/**
 * Ids of everything in a question that a response may name, in the order of the content: letters in `ids.lock.yaml`
 * are given in this order. They share one space, so that a letter means one part.
 */
export function partIds(question: Question): string[] {
  return partsOf(question).flatMap(({ ids }) => ids);
}

/** The same by the field that they stand in. */
export function partsOf(question: Question): { readonly field: string; readonly ids: string[] }[] {
  const part = (field: string, parts: readonly { readonly id: string }[]) => ({
    field,
    ids: parts.map(({ id }) => id),
  });
  switch (question.type) {
    case 'matching':
      return [part('stems', question.stems), part('options', question.options)];
    case 'ordering':
      return [part('steps', question.steps)];
    case 'categorise':
      return [part('items', question.items), part('groups', question.groups)];
    case 'fill-in':
      return [part('spellings', question.spellings)];
    case 'numeric':
      return [];
    case 'rating':
      return [part('scale', question.scale)];
    default:
      return [part('options', question.options)];
  }
}

export function reasonsOf(question: Question): Reason[] {
  const each = (field: string, parts: readonly { readonly source?: string | undefined }[]): Reason[] =>
    parts.map(({ source }, i) => ({ path: [field, i], source }));
  switch (question.type) {
    case 'matching':
      return each('stems', question.stems);
    case 'ordering':
      return each('steps', question.steps);
    case 'categorise':
      return each('items', question.items);
    case 'fill-in':
      return each('spellings', question.spellings);
    case 'numeric':
      return [{ path: ['answer'], source: question.answer.source }, ...each('foreseen', question.foreseen)];
    case 'rating':
      return [];
    default:
      return each('options', question.options);
  }
}
