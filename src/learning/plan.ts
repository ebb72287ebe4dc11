import type { CurriculumModule } from '../curriculum/model.ts';
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
        questions: used(lesson, 'Question'),
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
    options: found.options.map((option) => option.id),
    correct: found.options.filter((option) => option.correct).map((option) => option.id),
    attempts: found.attempts,
  };
}
