import { listed } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault, PooledQuestion } from '../model.ts';
import { isChoice, partIds, partsOf } from '../question-parts.ts';
import type { ChoiceQuestion } from '../schema/question.ts';
import type { ModuleParts } from '../world.ts';
import { keyOfItsType } from './question-keys.ts';
import type { ModuleRule } from './rule.ts';

/** Every question can be answered rightly, in the way its type promises. */
export const questionsHaveAKey: ModuleRule = (module) =>
  allQuestions(module).flatMap((question) => {
    const { value, at } = question;
    return [
      ...partIdsAreUnique(question),
      ...(isChoice(value) ? choiceFaults({ value, at }) : keyOfItsType(question)),
    ];
  });

/** Types that need a form of their own stand in lessons; only a lesson has a device to keep a rating on. */
export const typesFitTheirPool: ModuleRule = (module) =>
  allQuestions(module).flatMap(({ value, at }) => {
    const choice = isChoice(value);
    if (choice || value.pool === 'practice') return [];
    if (value.pool === 'paper' && value.type !== 'rating') return [];
    const found = `"${value.id}" is of type ${value.type}, in the ${value.pool} pool.`;
    const mend = 'Use a choice question or true-false here, or move this one to a lesson (pool: practice).';
    return [fault(at('type'), 'question/type-not-in-pool', found, mend)];
  });

function allQuestions(module: ModuleParts): Located<PooledQuestion>[] {
  return [...module.questions.items.values(), ...module.repeated];
}

function choiceFaults(question: Located<ChoiceQuestion>): Fault[] {
  return [...rightOptions(question), ...trueFalse(question)];
}

function rightOptions({ value, at }: Located<ChoiceQuestion>): Fault[] {
  const right = value.options.filter((option) => option.correct).map((option) => option.id);
  if (right.length === 0) {
    const found = `No option of "${value.id}" is right.`;
    return [
      fault(at('options'), 'question/no-right-option', found, 'Write "correct: true" under the right one.'),
    ];
  }
  if (value.type !== 'multiple-choice' && right.length > 1) {
    const found = `"${value.id}" is ${value.type}, but ${listed(right)} are all marked right.`;
    const mend = 'Leave "correct: true" at one of them, or make it "type: multiple-choice".';
    return [fault(at('options'), 'question/several-right-options', found, mend)];
  }
  return [];
}

/** One space of ids in a question: a stored answer names a stem and an option by one letter each. */
function partIdsAreUnique({ value, at }: Located<PooledQuestion>): Fault[] {
  const all = partIds(value);
  let place = 0;
  return partsOf(value).flatMap(({ field, ids }) =>
    ids.flatMap((id, i) => {
      const isFirst = all.indexOf(id) === place;
      place += 1;
      if (isFirst) return [];
      const found = `Two ${isChoice(value) ? 'options' : 'parts'} of "${value.id}" have the id "${id}".`;
      return [fault(at(field, i, 'id'), 'question/duplicate-option', found, 'Give one of them another id.')];
    }),
  );
}

function trueFalse({ value, at }: Located<ChoiceQuestion>): Fault[] {
  const ids = value.options.map((option) => option.id);
  if (value.type !== 'true-false' || [...ids].sort().join() === 'false,true') return [];
  const found = `"${value.id}" is true-false, but its options have the ids ${listed(ids)}.`;
  const mend = 'Give it exactly two options with the ids "true" and "false", or change its type.';
  return [fault(at('options'), 'question/not-true-false', found, mend)];
}

/** One space of ids for all pools, so that a stored answer can mean one question only. */
export const questionIdsAreUnique: ModuleRule = (module) =>
  module.repeated.map(({ value, at }) => {
    const first = module.questions.items.get(value.id)?.value;
    const found =
      first !== undefined && first.pool !== value.pool
        ? `The id "${value.id}" of this ${value.pool} question belongs to a ${first.pool} question in ${first.file}.`
        : `The question id "${value.id}" is used a second time${first ? ` (first in ${first.file})` : ''}.`;
    return fault(at('id'), 'question/duplicate-id', found, 'Give one of the two another id.');
  });
