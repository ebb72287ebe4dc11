import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import type { TestQuestion } from './test.ts';

/** The form of one test question, its options in the order given; `answered` is called with the chosen ids. */
export function questionForm(
  question: TestQuestion,
  place: { n: number; total: number },
  answered: (options: readonly string[]) => void,
): HTMLFormElement {
  const many = question.rule.type === 'multiple-choice';
  const status = create('p', { class: 'question__status', role: 'status' });
  const rows = question.options.map((option) => {
    const input = create('input', {
      type: many ? 'checkbox' : 'radio',
      name: 'answer',
      value: option.id,
      autocomplete: 'off',
    });
    const label = create(
      'label',
      { class: 'option__row' },
      input,
      create('span', { class: 'option__text' }, option.text),
    );
    return create('div', { class: 'option' }, label);
  });
  const legend = create(
    'legend',
    { tabindex: '-1' },
    create('span', { class: 'activity__label' }, say('test.question', { n: place.n, total: place.total })),
    create('span', { class: 'question__prompt' }, question.prompt),
    create('span', { class: 'quiet question__hint' }, say(many ? 'question.many' : 'question.one')),
  );
  const submit = create('button', { type: 'submit', class: 'button' }, say('test.save'));
  const form = create(
    'form',
    { class: 'activity question__form', novalidate: '', 'data-question': question.rule.id },
    create('fieldset', {}, legend, ...hintOf(question), ...rows),
    create('div', { class: 'question__actions' }, submit, status),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = Array.from(form.querySelectorAll('input')).filter((input) => input.checked);
    if (chosen.length === 0) {
      status.textContent = say('question.choose');
      form.querySelector('input')?.focus();
    } else answered(chosen.map((input) => input.value));
  });
  return form;
}

function hintOf({ hint }: TestQuestion): HTMLElement[] {
  if (hint === undefined) return [];
  const opener = create('summary', {}, say('test.hint'));
  return [create('details', { class: 'test__hint' }, opener, create('p', {}, hint))];
}
