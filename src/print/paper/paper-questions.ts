import type { CurriculumModule, PooledQuestion } from '../../curriculum/model.ts';

/** The questions of the trainer's own pool, in the order they are written in: the same form before and after. */
export function paperQuestions(module: CurriculumModule): PooledQuestion[] {
  return [...module.questions.values()].filter((question) => question.pool === 'paper');
}
