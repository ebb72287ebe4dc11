import { testAttemptsLeft } from '../../learning/attempts.ts';
import type { TestState } from '../../learning/types.ts';
import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import type { TestData } from './test.ts';

/**
 * What stands on a test's page before its questions: best score, attempts left, and what can be done now.
 *
 * @param begin starts an attempt, or goes on with the open one
 * @param again shows the latest result once more, where there is one
 */
export function startView(
  { attempts }: TestData['set'],
  { open, count, best }: TestState,
  begin: () => void,
  again: (() => void) | undefined,
): HTMLElement {
  const view = create('div', { class: 'test__start' });
  const left = testAttemptsLeft(attempts, count);
  const told: string[] = [];
  if (best !== null) told.push(say('test.best', { score: best }));
  if (!open && left === 0) told.push(say('test.noAttempts'));
  else if (!open && count > 0) {
    told.push(say('test.confirmAgain'));
    if (Number.isFinite(left)) told.push(say('test.attemptsLeft', { n: left }));
  }
  for (const text of told) view.append(create('p', {}, text));
  const actions = create('div', { class: 'question__actions' });
  if (open || left > 0) {
    const label = open ? 'test.resume' : count > 0 ? 'test.again' : 'test.start';
    actions.append(action('begin', label, begin));
  }
  if (again) actions.append(action('result', 'test.showResult', again));
  view.append(actions);
  return view;
}

function action(name: 'begin' | 'result', label: string, run: () => void): HTMLButtonElement {
  const kind = name === 'begin' ? 'button' : 'button button--quiet';
  const button = create('button', { type: 'button', class: kind, 'data-action': name }, say(label));
  button.addEventListener('click', run);
  return button;
}
