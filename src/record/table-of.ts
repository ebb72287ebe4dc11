import type { CurriculumModule } from '../curriculum/model.ts';
import { partIds } from '../curriculum/question-parts.ts';
import type { QuestionType } from '../curriculum/schema/question.ts';
import type { AnswerForm } from './codec-format.ts';
import { type IdTable, idTable, type Lock } from './id-table.ts';

const FORMS: Readonly<Partial<Record<QuestionType, AnswerForm>>> = {
  matching: 'pairs',
  categorise: 'pairs',
  ordering: 'list',
  'fill-in': 'list',
  numeric: 'number',
};

/** The id table of a module as its content stands now. */
export function tableOf({ module, questions }: CurriculumModule, lock: Lock): IdTable {
  return idTable(
    module.id,
    lock,
    (id) => {
      const question = questions.get(id);
      return question === undefined ? [] : partIds(question);
    },
    (id) => FORMS[questions.get(id)?.type ?? 'single-choice'],
  );
}
