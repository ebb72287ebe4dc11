import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import { LANGS } from '../schema/common.ts';
import { lessonFiles } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';
import { usesOf } from './uses.ts';

/** A published module ends with what the learner is going to do: one reflection is its plan step. */
export const moduleHasAPlanStep: ModuleRule = (module) => {
  if (!module.published || lessonFiles(module).some(({ body }) => body === undefined)) return [];
  return LANGS.flatMap((lang): Fault[] => {
    const steps = usesOf(module, 'Reflection').filter(({ file, plan }) => file.lang === lang && plan);
    const [, second] = steps;
    if (second) {
      const found = `<Reflection id="${second.id}" plan> is a second plan step of the module.`;
      return [
        fault(
          placeOf(second.file.file, second.line),
          'reflection/second-plan',
          found,
          'Keep "plan" at one of them.',
        ),
      ];
    }
    if (steps.length === 1 || !lessonFiles(module).some((file) => file.lang === lang)) return [];
    const found = `No reflection of the module is its plan step (${lang}).`;
    const mend = 'Write "plan" into the last reflection of the last lesson: <Reflection id="my-step" plan>.';
    return [fault(module.at('lessons'), 'module/without-plan-step', found, mend)];
  });
};
