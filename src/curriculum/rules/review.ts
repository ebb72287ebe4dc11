import { fault } from '../located.ts';
import { lessonFiles } from '../world.ts';
import type { ModuleRule } from './rule.ts';

/** Published Khmer says whether a native reader has signed it; readers are told while none has. */
export const khmerStatesItsReview: ModuleRule = (module) => {
  if (!module.published) return [];
  return lessonFiles(module).flatMap(({ lang, front }) => {
    if (lang !== 'km' || front === undefined || front.value.review !== undefined) return [];
    const mend =
      'Add "review: awaiting-native-review", or "review: signed" once a native reader has signed it.';
    const found = 'This published Khmer text does not say whether a native reader has checked it.';
    return [fault({ ...front.at(), line: 1 }, 'lesson/review-missing', found, mend)];
  });
};
