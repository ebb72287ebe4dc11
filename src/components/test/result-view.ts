import { type Gain, gainOf } from '../../learning/gain.ts';
import { objectiveResults } from '../../learning/score.ts';
import type { ResponseState, ResultState, TestState } from '../../learning/types.ts';
import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import { answerView } from './answer-view.ts';
import { objectivesTable } from './objectives-table.ts';
import type { TestData } from './test.ts';

/**
 * The result of a finished attempt: score, what it means, the gain against the pre-test, by objective, and, where
 * answers are shown, why each was right or not. `data.questions` are those the attempt asked.
 */
export function resultView(
  data: TestData,
  state: TestState,
  answers: ReadonlyMap<string, ResponseState>,
  { own, pre }: { readonly own: ResultState; readonly pre: ResultState | undefined },
): HTMLElement {
  const score = state.last ?? 0;
  const view = create('div', { class: 'test__result' });
  view.append(
    create('h2', { tabindex: '-1', 'data-score': String(score) }, say('test.result', { score })),
    create('p', {}, verdict(data.set, score)),
  );
  if (state.best !== null && state.best > score) {
    view.append(create('p', {}, say('test.best', { score: state.best })));
  }
  const gain = data.set.form === 'post' ? gainOf(data.questions, pre, own) : undefined;
  if (data.set.form === 'post') view.append(gainView(gain));
  view.append(objectivesTable(gain?.byObjective ?? alone(data, own), data.objectives));
  if (data.set.answers !== 'never') {
    view.append(create('h3', {}, say('test.yourAnswers')), answersList(data, answers));
  }
  return view;
}

function verdict({ form, passMark }: TestData['set'], score: number): string {
  const reached = passMark !== null && score >= passMark;
  if (form === 'post') return say(reached ? 'test.passed' : 'test.failed');
  return reached ? say('test.pre.reached', { n: passMark }) : say('test.pre.done');
}

/** Before and now in words; where nothing can be compared, only that. */
function gainView(gain: Gain | undefined): HTMLElement {
  const view = create('section', { class: 'notice', 'data-gain': gain ? 'compared' : 'none' });
  view.append(create('h3', {}, say('test.gain')));
  if (!gain) {
    view.append(create('p', {}, say('test.gain.none')));
    return view;
  }
  const { before, now, total } = gain.all;
  const change = now > before ? 'more' : now < before ? 'fewer' : 'same';
  view.append(
    create('p', {}, say('test.gain.before', { n: before, total })),
    create('p', {}, say('test.gain.now', { n: now, total })),
    create('p', {}, create('strong', {}, say(`test.gain.${change}`, { n: Math.abs(now - before) }))),
  );
  if (!gain.whole) view.append(create('p', { class: 'quiet' }, say('test.gain.part', { n: total })));
  return view;
}

/** This test alone, by objective. */
function alone(data: TestData, { right }: ResultState) {
  const correct = new Map(data.questions.map(({ n, rule }) => [rule.id, right.includes(n)]));
  const rules = data.questions.map(({ rule }) => rule);
  return objectiveResults(rules, correct).map(({ objective, correct: now, total }) => {
    return { objective, now, total };
  });
}

function answersList(data: TestData, answers: ReadonlyMap<string, ResponseState>): HTMLElement {
  const list = create('ol', { class: 'test__answers' });
  for (const question of data.questions) {
    list.append(create('li', {}, ...answerView(question, answers.get(question.rule.id))));
  }
  return list;
}
