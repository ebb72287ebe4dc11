import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { CurriculumModule } from '../../src/curriculum/model.ts';
import { isChoice } from '../../src/curriculum/question-parts.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import type { Option } from '../../src/curriculum/schema/question.ts';
import { planOf, ruleOf } from '../../src/learning/plan.ts';
import type { QuestionRule } from '../../src/learning/types.ts';

/** The module under test, read from the same content that was built. */
export const source: CurriculumModule = (() => {
  const found = loadCurriculum(process.cwd()).curriculum.modules.find((m) => m.module.id === 'integrity');
  if (!found) throw new Error('the integrity module is missing');
  return found;
})();
export const plan = planOf(source);
export const rule = (question: string): QuestionRule => ruleOf(source, question);

/** The options of a choice question; none for other types. */
export function optionsOf(question: string): readonly Option[] {
  const found = source.questions.get(question);
  return found && isChoice(found) ? found.options : [];
}

/** Everything a question says about its answers, in one language. */
export function feedbacks(question: string, lang: Lang): string[] {
  const found: string[] = [];
  JSON.stringify(source.questions.get(question), (key, value) => {
    if (key === 'feedback' || key === 'otherwise') found.push(value[lang]);
    return value;
  });
  return found;
}

/** Tokens of one right response. */
export function rightTokens(question: string): readonly string[] {
  const found = source.questions.get(question);
  const { correct } = rule(question);
  if (found?.type === 'numeric') return [String(found.answer.value)];
  return found?.type === 'fill-in' ? correct.slice(0, 1) : correct;
}

/** Tokens of a response that is wrong: one wrong option, all pairs but the first wrong, another order or number. */
export function wrongOptions(question: string): readonly string[] {
  const found = source.questions.get(question);
  const { options, correct } = rule(question);
  switch (found?.type) {
    case 'matching':
    case 'categorise': {
      const targets = correct.map((token) => token.split('.')[1] ?? '');
      return correct.map((token, i) => {
        const [part = '', target = ''] = token.split('.');
        return `${part}.${i === 0 ? target : (targets.find((other) => other !== target) ?? target)}`;
      });
    }
    case 'ordering':
      return [...correct.slice(1), ...correct.slice(0, 1)];
    case 'fill-in':
      return ['other'];
    case 'numeric':
      return [String(found.answer.value + found.answer.tolerance + 1000)];
    default:
      return options.filter((id) => !correct.includes(id)).slice(0, 1);
  }
}

/** A way through a dilemma: choice positions from the start to the nearest end. */
export function wayThrough(dilemma: string): number[] {
  const found = source.dilemmas.get(dilemma);
  if (!found) throw new Error(`no dilemma ${dilemma}`);
  const { scenes, start } = found;
  const queue: { scene: string; path: number[] }[] = [{ scene: start, path: [] }];
  const visited = new Set<string>();
  for (let at = queue.shift(); at; at = queue.shift()) {
    const scene = scenes[at.scene];
    if (scene?.end) return at.path;
    if (visited.has(at.scene)) continue;
    visited.add(at.scene);
    for (const [i, choice] of (scene?.choices ?? []).entries())
      queue.push({ scene: choice.goto, path: [...at.path, i] });
  }
  throw new Error(`no way through ${dilemma}`);
}

/** A question of each type that is no choice, with the lesson in which it stands. */
export const OTHER_TYPES = plan.lessons.flatMap((lesson) =>
  lesson.questions
    .filter((id) => optionsOf(id).length === 0)
    .map((id) => ({ id, type: rule(id).type, lesson: lesson.id })),
);

/** The rating of the module, with its lesson; it is in no plan. */
export const RATING = (() => {
  const found = [...source.questions.values()].find((question) => question.type === 'rating');
  const lesson = source.lessons.find(({ texts }) =>
    texts.en?.uses.some((use) => use.name === 'Question' && use.attributes['id'] === found?.id),
  );
  if (found?.type !== 'rating' || !lesson) throw new Error('the module has no rating');
  return { ...found, lesson: lesson.id };
})();
