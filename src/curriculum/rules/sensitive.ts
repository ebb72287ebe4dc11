import { fault } from '../located.ts';
import type { ModuleRule } from './rule.ts';

/** A lesson that offers a quick way out offers it in both languages. */
export const twinsAreEquallySensitive: ModuleRule = (module) =>
  [...module.lessons.values()].flatMap(({ km, en }) => {
    if (km?.front === undefined || en?.front === undefined) return [];
    const [a, b] = [km.front.value.sensitive === true, en.front.value.sensitive === true];
    if (a === b) return [];
    const [without, having] = a ? [en, km] : [km, en];
    const found = `${having.file} says "sensitive: true", and this twin does not.`;
    const mend = 'Add "sensitive: true" here too, or take it out of both.';
    return [fault({ file: without.file, line: 1 }, 'twins/sensitive-differs', found, mend)];
  });
