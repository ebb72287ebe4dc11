import type { Lesson, LessonText } from './model.ts';
import type { Lang } from './schema/common.ts';

/**
 * The text of a lesson in a language or, where it is not translated yet, in the other one; `text.lang` says which it
 * is. Undefined only for a lesson without any text, which the checker reports.
 */
export function textIn(lesson: Lesson | undefined, lang: Lang): LessonText | undefined {
  return lesson?.texts[lang] ?? lesson?.texts.km ?? lesson?.texts.en;
}
