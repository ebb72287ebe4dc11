import { localDigits } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import { CHOICES, type Choice, type Choices, STEPS } from './choices.ts';
import type { ReadingWord, ReadingWords } from './words.ts';

/** The panel of reading help, closed: one group of radio buttons for each choice, then what can be done. */
export function createPanel(words: ReadingWords, choices: Choices): HTMLElement {
  const groups = CHOICES.map((choice) => group(choice, words, choices));
  const button = (action: string, text: string) =>
    create('button', { type: 'button', class: 'button button--quiet', 'data-action': action }, text);
  const panel = create(
    'section',
    { class: 'reading', id: 'reading', tabindex: '-1', 'aria-labelledby': 'reading-title' },
    create('p', { id: 'reading-title', class: 'reading__title' }, words.title),
    create('div', { class: 'reading__choices' }, ...groups),
    create('p', { class: 'reading__status', role: 'status', 'data-status': '' }),
    create('p', { class: 'reading__actions' }, button('usual', words.back), button('close', words.close)),
  );
  panel.hidden = true;
  return panel;
}

function group(choice: Choice, words: ReadingWords, choices: Choices): HTMLElement {
  const labels = inOrder(choice).map((step) => {
    const input = create('input', { type: 'radio', name: `reading-${choice}`, value: step });
    input.checked = choices[choice] === step;
    return create(
      'label',
      { class: 'search__choice' },
      input,
      create('span', {}, nameOf(choice, step, words)),
    );
  });
  const set = create('fieldset', { 'data-choice': choice }, create('legend', {}, words[choice]), ...labels);
  // Only while there is a voice (listen.ts).
  set.hidden = choice === 'rate';
  return set;
}

/** The usual speed stands between the slow and the fast one. */
function inOrder(choice: Choice): readonly string[] {
  return choice === 'rate' ? ['slow', 'usual', 'fast'] : STEPS[choice];
}

function nameOf(choice: Choice, step: string, words: ReadingWords): string {
  if (choice === 'size') return words.percent.replace('{n}', localDigits(step));
  return step === 'usual' ? words.usual : words[`${choice}.${step}` as ReadingWord];
}
