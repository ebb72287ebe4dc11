import type { ResponseState } from '../../learning/types.ts';
import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import type { TestQuestion } from './test.ts';

/** A question answered: its prompt; and whether it was right, what was chosen, and why that is right or not. */
export function answerView(
  question: TestQuestion,
  answer: ResponseState | undefined,
): [HTMLElement, HTMLElement] {
  const correct = answer?.correct ?? false;
  const chosen = question.options.filter((option) => answer?.options.includes(option.id));
  const verdict = create(
    'div',
    { class: `feedback feedback--${correct ? 'right' : 'wrong'}` },
    create(
      'p',
      { class: 'feedback__verdict' },
      create('strong', {}, say(correct ? 'question.right' : 'question.wrong')),
    ),
    ...chosen.flatMap(({ text, why }) => [
      create('p', {}, `«${text}»`),
      ...(why === undefined ? [] : [create('p', {}, why)]),
    ]),
  );
  return [create('p', { class: 'question__prompt' }, question.prompt), verdict];
}
