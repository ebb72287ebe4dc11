import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { CurriculumModule } from '../../src/curriculum/model.ts';
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

/** Options that make a response wrong: one wrong option. */
export function wrongOptions(question: string): string[] {
  const { options, correct } = rule(question);
  return options.filter((id) => !correct.includes(id)).slice(0, 1);
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
