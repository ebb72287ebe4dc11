import type { ObjectiveResult } from '../../learning/score.ts';
import type { ResponseState, TestState } from '../../learning/types.ts';
import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import type { TestData } from './test.ts';

/** The result of a finished attempt: score, what it means, by objective, and why each answer was right or not. */
export function resultView(
  data: TestData,
  state: TestState,
  answers: ReadonlyMap<string, ResponseState>,
  byObjective: readonly ObjectiveResult[],
): HTMLElement {
  const score = state.last ?? 0;
  const verdict =
    data.form === 'pre' ? say('test.pre.done') : say(score >= data.passMark ? 'test.passed' : 'test.failed');
  const objectives = byObjective.map((result) => {
    const text =
      data.objectives.find((objective) => objective.id === result.objective)?.text ?? result.objective;
    return create('li', {}, `${text} – ${say('test.outOf', { n: result.correct, total: result.total })}`);
  });
  return create(
    'div',
    { class: 'test__result' },
    create('h2', { tabindex: '-1', 'data-score': String(score) }, say('test.result', { score })),
    create('p', {}, verdict),
    create('h3', {}, say('test.byObjective')),
    create('ul', {}, ...objectives),
    create('h3', {}, say('test.yourAnswers')),
    create(
      'ol',
      { class: 'test__answers' },
      ...data.questions.map((question) => answerItem(question, answers)),
    ),
  );
}

function answerItem(
  question: TestData['questions'][number],
  answers: ReadonlyMap<string, ResponseState>,
): HTMLElement {
  const answer = answers.get(question.rule.id);
  const correct = answer?.correct ?? false;
  const chosen = question.options.filter((option) => answer?.options.includes(option.id));
  return create(
    'li',
    { class: `feedback feedback--${correct ? 'right' : 'wrong'}` },
    create('p', {}, question.prompt),
    create(
      'p',
      { class: 'feedback__verdict' },
      create('strong', {}, say(correct ? 'question.right' : 'question.wrong')),
    ),
    ...chosen.flatMap((option) => [create('p', {}, `«${option.text}»`), create('p', {}, option.why)]),
  );
}
