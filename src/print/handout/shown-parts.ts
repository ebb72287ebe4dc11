import type { Bilingual } from '../../curriculum/model.ts';
import type { Question } from '../../curriculum/schema/question.ts';
import { scrambled } from '../../learning/draw.ts';

/** What a handout lists under a question's prompt: the parts that one talks about, in no order that tells the answer. */
export function shownParts(question: Question): readonly { readonly text: Bilingual }[] {
  switch (question.type) {
    case 'matching':
      return question.stems;
    case 'ordering':
      return scrambled(question.id, question.steps.length).flatMap((i) => question.steps[i] ?? []);
    case 'categorise':
      return question.items;
    case 'rating':
      return question.scale;
    case 'fill-in':
    case 'numeric':
      return [];
    default:
      return question.options;
  }
}
