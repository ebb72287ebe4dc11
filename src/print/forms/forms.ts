import { WHAT_TO_DO } from '../../components/question/key-lines.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import type { Question, QuestionType } from '../../curriculum/schema/question.ts';
import type { MessageKey } from '../../i18n/t.ts';
import BlankForm from './BlankForm.astro';
import CategoriseForm from './CategoriseForm.astro';
import ChoiceForm from './ChoiceForm.astro';
import MatchingForm from './MatchingForm.astro';
import OrderingForm from './OrderingForm.astro';
import RatingForm from './RatingForm.astro';

/** The member of the union that a type belongs to. */
type Member<Q extends Question, T> = Q extends Question ? (T extends Q['type'] ? Q : never) : never;
type Form<Q> = (props: { question: Q; lang: Lang }) => unknown;

/** How each type of question is answered by hand. A new type does not compile before it has its form here. */
const FORMS: { readonly [T in QuestionType]: Form<Member<Question, T>> } = {
  'single-choice': ChoiceForm,
  'multiple-choice': ChoiceForm,
  'true-false': ChoiceForm,
  matching: MatchingForm,
  ordering: OrderingForm,
  categorise: CategoriseForm,
  'fill-in': BlankForm,
  numeric: BlankForm,
  rating: RatingForm,
};

/** The form of a question's own type, which is the only one that it meets. */
export function formOf(question: Question): Form<Question> {
  return FORMS[question.type] as Form<Question>;
}

/** What a pencil does otherwise than a finger. */
const BY_HAND: Readonly<Partial<Record<QuestionType, MessageKey>>> = {
  matching: 'print.match',
  ordering: 'print.order',
  categorise: 'print.sort',
};

/** What the writer is asked to do. */
export const whatToWrite = ({ type }: Question): MessageKey => BY_HAND[type] ?? WHAT_TO_DO[type];
