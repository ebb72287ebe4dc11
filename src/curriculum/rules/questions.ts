import { listed } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault, PooledQuestion } from '../model.ts';
import type { ModuleRule } from './rule.ts';

/** Every question can be answered rightly, in the way its type promises. */
export const questionsHaveAKey: ModuleRule = (module) =>
  [...module.questions.items.values(), ...module.repeated].flatMap((question) => [
    ...rightOptions(question),
    ...optionIds(question),
    ...trueFalse(question),
  ]);

function rightOptions({ value, at }: Located<PooledQuestion>): Fault[] {
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

function optionIds({ value, at }: Located<PooledQuestion>): Fault[] {
  const ids = value.options.map((option) => option.id);
  return ids.flatMap((id, i) => {
    if (ids.indexOf(id) === i) return [];
    const found = `Two options of "${value.id}" have the id "${id}".`;
    return [
      fault(at('options', i, 'id'), 'question/duplicate-option', found, 'Give one of them another id.'),
    ];
  });
}

function trueFalse({ value, at }: Located<PooledQuestion>): Fault[] {
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
