import { listed } from '../../curriculum/closest.ts';
import { IdSchema } from '../../curriculum/schema/common.ts';
import type { QuestionType } from '../../curriculum/schema/question.ts';
import type { ContentTree } from '../../curriculum/tree.ts';
import type { ModuleParts, World } from '../../curriculum/world.ts';
import { appendEntry, CannotEdit, withActivity } from './edit.ts';
import { isChoiceType, partIdsOf, questionLines } from './question-skeletons.ts';
import { moduleToWrite, objectiveOf, Refused, refuseReserved, refuseTaken } from './refuse.ts';
import {
  dilemmaYaml,
  FIGURE_SVG,
  figureYaml,
  lessonMdx,
  moduleYaml,
  questionFile,
  sessionPlanYaml,
  sourceLines,
  termLines,
} from './skeletons.ts';

export const KINDS = ['module', 'lesson', 'question', 'dilemma', 'figure', 'term', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** Something new, as it was asked for. */
export interface Wanted {
  readonly kind: Kind;
  /** `gifts`, `gifts/basket`, `gifts/basket/first-move`, `gifts/test/envelope`, as the kind needs. */
  readonly path: string;
  /** The first lesson of a module. */
  readonly lesson: string | undefined;
  readonly type: QuestionType | undefined;
  readonly options: readonly string[] | undefined;
  readonly objective: string | undefined;
  readonly en: string | undefined;
  readonly km: string | undefined;
  readonly today: string;
}

/** What a path looks like for each kind. */
const PATHS: Readonly<Record<Kind, string>> = {
  module: 'module gifts',
  lesson: 'lesson gifts/basket',
  question: 'question gifts/basket/first-move (or gifts/test/…, gifts/paper/… for the other pools)',
  dilemma: 'dilemma gifts/basket/the-basket',
  figure: 'figure gifts/basket/desk',
  term: 'term gift',
  source: 'source gift-guide',
};

type Files = Map<string, string>;

/**
 * Files to write for something new, by path, with their whole texts; ids still lack their numbers. Pure.
 * @throws Refused when the id is taken, reserved or no id; the place unknown; or the module published.
 */
export function plan(wanted: Wanted, world: World): Files {
  const ids = wanted.path.split('/');
  const length = { module: 1, lesson: 2, question: 3, dilemma: 3, figure: 3, term: 1, source: 1 }[
    wanted.kind
  ];
  if (ids.length !== length) throw new Refused(`Write it like this: npm run new -- ${PATHS[wanted.kind]}`);
  for (const id of [
    ...ids,
    ...(wanted.options ?? []),
    ...(wanted.lesson === undefined ? [] : [wanted.lesson]),
  ]) {
    if (!IdSchema.safeParse(id).success) {
      throw new Refused(
        `"${id}" is no id: an id is lower-case English words joined by "-", such as first-move.`,
      );
    }
  }
  const [first = '', second = '', third = ''] = ids;
  try {
    switch (wanted.kind) {
      case 'module':
        return newModule(first, wanted, world);
      case 'lesson':
        return newLesson(moduleToWrite(first, world), second, world.tree);
      case 'question':
        return newQuestion(moduleToWrite(first, world), second, third, wanted, world.tree);
      case 'dilemma':
        return newDilemma(moduleToWrite(first, world), second, third, world.tree);
      case 'figure':
        return newFigure(moduleToWrite(first, world), second, third, world.tree);
      case 'term':
        return appended(world.tree, 'content/glossary.yaml', 'term', first, world.glossary.ids, () =>
          termLines(first, wanted.en, wanted.km),
        );
      case 'source':
        return appended(world.tree, 'content/sources.yaml', 'source', first, world.sources.ids, () =>
          sourceLines(first),
        );
    }
  } catch (error) {
    if (error instanceof CannotEdit) throw new Refused(`Nothing was added: ${error.message}.`);
    throw error;
  }
}

function newModule(id: string, { lesson = 'introduction', today }: Wanted, world: World): Files {
  if (world.modules.some((module) => module.id === id))
    throw new Refused(`There is a module "${id}" already.`);
  refuseReserved('module', id);
  refuseReserved('lesson', lesson);
  const folder = `content/modules/${id}`;
  return new Map([
    [`${folder}/module.yaml`, moduleYaml(id, lesson, today)],
    [`${folder}/km/${lesson}.mdx`, lessonMdx(lesson, 'km')],
    [`${folder}/en/${lesson}.mdx`, lessonMdx(lesson, 'en')],
    [`${folder}/session-plan.yaml`, sessionPlanYaml(lesson)],
  ]);
}

function newLesson(module: ModuleParts, id: string, tree: ContentTree): Files {
  refuseReserved('lesson', id);
  refuseTaken(
    'lesson',
    id,
    new Set([...(module.listed ?? []).map((entry) => entry.id), ...module.lessons.keys()]),
    module,
  );
  const file = `${module.folder}/module.yaml`;
  return new Map([
    [file, appendEntry(tree.get(file) ?? '', 'lessons', [id])],
    [`${module.folder}/km/${id}.mdx`, lessonMdx(id, 'km')],
    [`${module.folder}/en/${id}.mdx`, lessonMdx(id, 'en')],
  ]);
}

function newQuestion(
  module: ModuleParts,
  place: string,
  id: string,
  wanted: Wanted,
  tree: ContentTree,
): Files {
  const type = wanted.type ?? 'single-choice';
  if ((place === 'test' || place === 'paper') && !isChoiceType(type))
    throw new Refused(
      `A question of type ${type} stands in a lesson: name its lesson in place of "${place}".`,
    );
  const skeleton = { type, options: optionsOf(type, wanted.options) } as const;
  if (place !== 'test') refuseTaken('question', id, module.questions.ids, module);
  if (place === 'test' || place === 'paper') {
    const objective = objectiveOf(module, undefined, wanted.objective);
    const forms = [
      { id: `${id}-a`, form: 'pre' },
      { id: `${id}-b`, form: 'post' },
    ] as const;
    for (const form of place === 'test' ? forms : [])
      refuseTaken('question', form.id, module.questions.ids, module);
    const entries =
      place === 'paper'
        ? [questionLines({ ...skeleton, id, objective })]
        : forms.map(({ id: own, form }) =>
            questionLines({ ...skeleton, id: own, objective, test: { pair: id, form } }),
          );
    return inQuestionFile(module, place, place, entries, tree);
  }
  const objective = objectiveOf(module, place, wanted.objective);
  return new Map([
    ...inLesson(module, place, `<Question id="${id}" />`, 1, tree),
    ...inQuestionFile(module, place, 'practice', [questionLines({ ...skeleton, id, objective })], tree),
  ]);
}

function optionsOf(type: QuestionType, named: readonly string[] | undefined): readonly string[] {
  if (type === 'true-false') {
    if (named !== undefined)
      throw new Refused('A true-false question has the options "true" and "false"; leave --options out.');
    return ['true', 'false'];
  }
  const { ids: usual, min, max } = partIdsOf(type);
  if (named === undefined) return usual;
  if (max === 0) throw new Refused(`A ${type} question has no parts with ids; leave --options out.`);
  if (named.length >= min && named.length <= max && new Set(named).size === named.length) return named;
  throw new Refused(
    isChoiceType(type)
      ? 'Give --options two to eight different ids, the right one first: --options ask-when,share-it'
      : `Give --options ${min} to ${max} different ids for the parts of a question of type ${type}.`,
  );
}

function inQuestionFile(
  module: ModuleParts,
  name: string,
  pool: string,
  entries: readonly (readonly string[])[],
  tree: ContentTree,
): Files {
  const file = `${module.folder}/questions/${name}.yaml`;
  const text = tree.get(file);
  if (text === undefined) return new Map([[file, questionFile(pool, entries)]]);
  const other = [...module.questions.items.values()].find(
    ({ value }) => value.file === file && value.pool !== pool,
  );
  if (other !== undefined)
    throw new Refused(
      `${file} holds questions of the ${other.value.pool} pool, and this is a ${pool} question.`,
    );
  return new Map([[file, entries.reduce((all, entry) => appendEntry(all, 'questions', entry), text)]]);
}

function newDilemma(module: ModuleParts, lesson: string, id: string, tree: ContentTree): Files {
  refuseTaken('dilemma', id, module.dilemmas.ids, module);
  return new Map([
    ...inLesson(module, lesson, `<Dilemma id="${id}" />`, 4, tree),
    [`${module.folder}/dilemmas/${id}.yaml`, dilemmaYaml(id, lesson)],
  ]);
}

function newFigure(module: ModuleParts, lesson: string, id: string, tree: ContentTree): Files {
  const file = `${module.folder}/media/${id}.yaml`;
  const svg = `${module.folder}/media/${id}.svg`;
  if (module.figures.ids.has(id) || tree.has(svg))
    throw new Refused(`There is a figure "${id}" in "${module.id}" already.`);
  return new Map([
    ...inLesson(module, lesson, `<Figure id="${id}" />`, 0, tree),
    [file, figureYaml(id)],
    [svg, FIGURE_SVG],
  ]);
}

/** The lesson in each language it has, with the component in the same place. */
function inLesson(
  module: ModuleParts,
  lesson: string,
  component: string,
  minutes: number,
  tree: ContentTree,
): Files {
  const texts = module.lessons.get(lesson);
  if (texts === undefined) {
    throw new Refused(
      `There is no lesson "${lesson}" in "${module.id}". Its lessons are ${listed(module.lessons.keys())}.`,
    );
  }
  const files: Files = new Map();
  for (const text of [texts.km, texts.en]) {
    if (text === undefined) continue;
    files.set(text.file, withActivity(tree.get(text.file) ?? '', text.lang, component, minutes));
  }
  return files;
}

function appended(
  tree: ContentTree,
  file: string,
  kind: string,
  id: string,
  taken: ReadonlySet<string>,
  lines: () => string[],
): Files {
  if (taken.has(id)) throw new Refused(`There is a ${kind} "${id}" already.`);
  return new Map([[file, appendEntry(tree.get(file) ?? '', '', lines())]]);
}
