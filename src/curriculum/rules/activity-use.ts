import { fault, type Place } from '../located.ts';
import type { Fault } from '../model.ts';
import { LANGS } from '../schema/common.ts';
import { lessonFiles, type ModuleParts } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';
import { type Use, usesOf } from './uses.ts';

/** A lesson that cannot be read may use anything. */
function allReadable(module: ModuleParts): boolean {
  return lessonFiles(module).every((file) => file.body !== undefined);
}

/** Each practice question, dilemma and reflection stands in one place of each language. */
export const activitiesStandOnce: ModuleRule = (module) =>
  ['Question', 'Dilemma', 'Reflection'].flatMap((component) => {
    const uses = usesOf(module, component);
    return LANGS.flatMap((lang) =>
      repeated(
        uses.filter((use) => use.file.lang === lang),
        component,
      ),
    );
  });

function repeated(uses: readonly Use[], component: string): Fault[] {
  return uses.flatMap((use, i) => {
    const first = uses.findIndex((other) => other.id === use.id);
    const other = uses[first];
    if (first === i || other === undefined) return [];
    const found = `<${component} id="${use.id}"> stands a second time (first in ${other.file.file}, line ${other.line}).`;
    const mend = `Remove one of the two, or write another ${component.toLowerCase()}.`;
    return [fault(placeOf(use.file.file, use.line), `${component.toLowerCase()}/used-twice`, found, mend)];
  });
}

/** What was written is used: practice questions, dilemmas and figures. */
export const nothingIsUnused: ModuleRule = (module) => {
  if (!allReadable(module)) return [];
  const used = (component: string): Set<string> => new Set(usesOf(module, component).map((use) => use.id));
  const questions = used('Question');
  const practice = [...module.questions.items.values()].filter(({ value }) => value.pool === 'practice');
  return [
    ...practice.flatMap(({ value, at }) => unused('question', 'Question', value.id, questions, at('id'))),
    ...[...module.dilemmas.items].flatMap(([id, { at }]) =>
      unused('dilemma', 'Dilemma', id, used('Dilemma'), at('id')),
    ),
    ...[...module.figures.items].flatMap(([id, { at }]) =>
      unused('figure', 'Figure', id, used('Figure'), at('id')),
    ),
  ];
};

function unused(
  kind: string,
  component: string,
  id: string,
  used: ReadonlySet<string>,
  place: Place,
): Fault[] {
  if (used.has(id)) return [];
  const found = `The ${kind} "${id}" stands in no lesson.`;
  const mend = `Write <${component} id="${id}" /> where it belongs, in both languages, or remove it.`;
  return [fault(place, `${kind}/unused`, found, mend)];
}

/** Questions of the test and paper pools never show in a lesson, where their answers would be open. */
export const reservedQuestionsStayReserved: ModuleRule = (module) =>
  usesOf(module, 'Question').flatMap(({ id, file, line }) => {
    const question = module.questions.items.get(id)?.value;
    if (question === undefined || question.pool === 'practice') return [];
    const found = `The question "${id}" is reserved: it belongs to the ${question.pool} pool.`;
    const mend = 'Use a practice question here; a lesson would give its answer away.';
    return [fault(placeOf(file.file, line), 'question/reserved-in-lesson', found, mend)];
  });

/** A dilemma stands in the lesson that its file names. */
export const dilemmasStandInTheirLesson: ModuleRule = (module) =>
  usesOf(module, 'Dilemma').flatMap(({ id, file, line }) => {
    const dilemma = module.dilemmas.items.get(id)?.value;
    if (dilemma === undefined || dilemma.lesson === file.lesson) return [];
    const found = `The dilemma "${id}" stands in "${file.lesson}", but says "lesson: ${dilemma.lesson}".`;
    return [
      fault(placeOf(file.file, line), 'dilemma/in-another-lesson', found, 'Correct the one that is wrong.'),
    ];
  });
