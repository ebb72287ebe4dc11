import { textIn } from './lesson-text.ts';
import type { CurriculumModule } from './model.ts';
import type { Lang } from './schema/common.ts';

/** Minutes a learner needs alone for all lessons of a module (the test apart). */
export function aloneMinutes(module: CurriculumModule, lang: Lang): number {
  return module.lessons.reduce((sum, lesson) => sum + (textIn(lesson, lang)?.front.minutes.alone ?? 0), 0);
}
