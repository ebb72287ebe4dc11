import {
  type DilemmaPlan,
  type Effects,
  type Step,
  stepsOf,
  sumEffects,
  type Walk,
} from '../../learning/dilemma.ts';
import { create } from '../site/dom.ts';
import { changeText, type Say, totals } from './words.ts';

/** What the summary asks of the dilemma around it. */
export interface SummaryTools {
  readonly say: Say;
  /** A choice in words. */
  readonly wordsOf: (step: Step) => string;
  /** The rule or value behind it, with its source, to be put into the page. */
  readonly reasonOf: (step: Step) => readonly Node[];
  readonly goBackTo: (n: number) => void;
  readonly print: () => void;
}

/** The end of a walk: every choice, what it led to, the rule behind it, and the sum. */
export function summaryOf(plan: DilemmaPlan, walk: Walk, ends: string, tools: SummaryTools): HTMLElement {
  const { say } = tools;
  const steps = stepsOf(plan, walk).map((step, n) => stepItem(step, n, tools));
  const print = create(
    'button',
    { type: 'button', class: 'button button--quiet', 'data-print': '' },
    say('dilemma.print'),
  );
  print.addEventListener('click', tools.print);
  return create(
    'div',
    { class: 'summary', 'data-summary': '' },
    ...(walk.fromStart ? [] : [create('p', {}, say('dilemma.unknownStart'))]),
    ...(steps.length > 0 ? [create('p', { class: 'summary__title' }, say('dilemma.summary'))] : []),
    ...(steps.length > 0 ? [create('ol', {}, ...steps)] : []),
    ...(walk.fromStart ? sumParts(say, sumEffects(plan, walk)) : []),
    create('p', {}, ends),
    print,
  );
}

function stepItem(step: Step, n: number, { say, wordsOf, reasonOf, goBackTo }: SummaryTools): HTMLElement {
  const words = wordsOf(step);
  const again = create('button', { type: 'button', class: 'button button--quiet' }, say('dilemma.tryFrom'));
  // Several buttons of one name would be hard to tell apart by ear.
  again.setAttribute('aria-label', `${say('dilemma.tryFrom')}: ${words}`);
  again.addEventListener('click', () => goBackTo(n));
  const reason = reasonOf(step);
  return create(
    'li',
    {},
    create('p', { class: 'summary__choice' }, words),
    create(
      'p',
      {},
      create('b', {}, say('dilemma.ledTo')),
      ' ',
      changeText(say, step.effects) || say('dilemma.same'),
    ),
    ...(reason.length > 0 ? [create('p', {}, create('b', {}, say('dilemma.reason'))), ...reason] : []),
    again,
  );
}

function sumParts(say: Say, sums: Effects): HTMLElement[] {
  return [
    create('p', { class: 'summary__title' }, say('dilemma.effects')),
    totalsList(say, sums, { 'data-sum': '' }),
  ];
}

export function totalsList(
  say: Say,
  sums: Effects,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  return create('ul', { class: 'totals', ...attributes }, ...totalItems(say, sums));
}

export function totalItems(say: Say, sums: Effects): HTMLElement[] {
  return totals(say, sums).map(({ name, figure, marks }) =>
    create(
      'li',
      {},
      `${name} `,
      create('b', {}, figure),
      ' ',
      create('span', { 'aria-hidden': 'true' }, marks),
    ),
  );
}
