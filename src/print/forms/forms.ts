import type { QuestionType } from '../../curriculum/schema/question.ts';
import type { MessageKey } from '../../i18n/t.ts';
import ChoiceForm from './ChoiceForm.astro';

interface WrittenForm {
  /** What the writer is asked to do. */
  readonly hint: MessageKey;
  readonly Form: typeof ChoiceForm;
}

/** How each type of question is answered by hand. A new type does not compile before it has its form here. */
export const FORMS: Readonly<Record<QuestionType, WrittenForm>> = {
  'single-choice': { hint: 'question.one', Form: ChoiceForm },
  'multiple-choice': { hint: 'question.many', Form: ChoiceForm },
  'true-false': { hint: 'question.trueFalse', Form: ChoiceForm },
};
