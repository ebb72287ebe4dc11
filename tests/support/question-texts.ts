import { keyLines } from '../../src/components/question/key-lines.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import type { Question } from '../../src/curriculum/schema/question.ts';
import { translator } from '../../src/i18n/t.ts';

/** What a question offers or expects as an answer, in one language. */
export const answersOf = (question: Question, lang: Lang): string[] =>
  keyLines(question, lang, translator(lang)).map(({ label }) => label.replace(/ →$/, ''));

/** Every reason that a question gives, for right and for wrong answers. */
export const reasonTexts = (question: Question, lang: Lang): string[] =>
  keyLines(question, lang, translator(lang)).map(({ feedback }) => feedback);
