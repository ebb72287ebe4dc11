import type { CurriculumModule } from '../curriculum/model.ts';
import type { ModulePlan, QuestionRule, TestForm } from './types.ts';

/** What the rules need of a module, read from its content: which activities each lesson asks for, and the tests. */
export function planOf(source: CurriculumModule): ModulePlan {
  const { id, version, passMark } = source.module;
  const used = (lesson: CurriculumModule['lessons'][number], component: string) =>
    (lesson.texts.km ?? lesson.texts.en)?.uses
      .filter((use) => use.name === component)
      .map((use) => use.attributes['id'] ?? '') ?? [];
  return {
    module: id,
    version,
    passMark,
    lessons: source.lessons.map((lesson) => ({
      id: lesson.id,
      questions: used(lesson, 'Question'),
      dilemmas: used(lesson, 'Dilemma'),
    })),
    tests: { pre: testForm(source, 'pre'), post: testForm(source, 'post') },
  };
}

function testForm(source: CurriculumModule, form: TestForm): string[] {
  return [...source.questions.values()].filter((q) => q.pool === 'test' && q.form === form).map((q) => q.id);
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
