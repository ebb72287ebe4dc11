import type { CurriculumModule } from '../curriculum/model.ts';
import { isChoice } from '../curriculum/question-parts.ts';
import type { NumberAnswer, Question } from '../curriculum/schema/question.ts';
import { pairToken } from './credit.ts';
import type { ModulePlan, QuestionRule, TestForm } from './types.ts';

/**
 * What the rules need of a module, read from its content: which activities each lesson asks for, and the tests.
 *
 * @param selected lesson ids of a pathway; completion and test follow the selection. Left out: the whole module.
 */
export function planOf(source: CurriculumModule, selected?: readonly string[]): ModulePlan {
  const { id, version, passMark, objectives } = source.module;
  const inPlan = (lesson: string) => !selected || selected.includes(lesson);
  const measured = new Set(
    objectives.filter(({ lesson }) => inPlan(lesson)).map((objective) => objective.id),
  );
  const used = (lesson: CurriculumModule['lessons'][number], component: string) =>
    (lesson.texts.km ?? lesson.texts.en)?.uses
      .filter((use) => use.name === component)
      .map((use) => use.attributes['id'] ?? '') ?? [];
  return {
    module: id,
    version,
    passMark,
    lessons: source.lessons
      .filter((lesson) => inPlan(lesson.id))
      .map((lesson) => ({
        id: lesson.id,
        // An attitude is nobody's duty: a rating is never required.
        questions: used(lesson, 'Question').filter((id) => source.questions.get(id)?.type !== 'rating'),
        dilemmas: used(lesson, 'Dilemma'),
      })),
    tests: { pre: testForm(source, 'pre', measured), post: testForm(source, 'post', measured) },
  };
}

function testForm(source: CurriculumModule, form: TestForm, objectives: ReadonlySet<string>): string[] {
  return [...source.questions.values()]
    .filter((q) => q.pool === 'test' && q.form === form && objectives.has(q.objective))
    .map((q) => q.id);
}

/** What scoring needs of one question. */
export function ruleOf(source: CurriculumModule, question: string): QuestionRule {
  const found = source.questions.get(question);
  if (!found) throw new Error(`unknown question ${question} in ${source.module.id}`);
  return {
    id: found.id,
    type: found.type,
    objective: found.objective,
    options: isChoice(found) ? found.options.map((option) => option.id) : [],
    correct: keyOf(found),
    attempts: found.attempts,
  };
}

/** Tokens of a right response, see {@link QuestionRule.correct}. */
export function keyOf(question: Question): string[] {
  switch (question.type) {
    case 'matching':
      return question.stems.map(({ id, option }) => pairToken(id, option));
    case 'ordering':
      return question.steps.map(({ id }) => id);
    case 'categorise':
      return question.items.map(({ id, group }) => pairToken(id, group));
    case 'fill-in':
      return question.spellings.filter(({ correct }) => correct).map(({ id }) => id);
    case 'numeric':
      return rangeOf(question.answer);
    case 'rating':
      return [];
    default:
      return question.options.filter(({ correct }) => correct).map(({ id }) => id);
  }
}

/** The least and the greatest number that count as this answer, as ASCII decimals. */
export function rangeOf({ value, tolerance }: Pick<NumberAnswer, 'value' | 'tolerance'>): string[] {
  // Six decimals are all that an answer may have; sums of doubles carry more.
  return [value - tolerance, value + tolerance].map((end) => String(Number(end.toFixed(6))));
}
