import { part, parts } from '../site/dom.ts';
import { choicesNow, choose, chooseUsual } from './apply.ts';
import { CHOICES, type Choice } from './choices.ts';
import { offerListening } from './listen.ts';
import { createPanel } from './panel-view.ts';
import type { ReadingWords } from './words.ts';

export interface Panel {
  toggle(): void;
}

/** Makes the panel of reading help below the bar its button stands in, where it covers nothing. */
export function startPanel(button: HTMLElement, words: ReadingWords): Panel {
  const panel = createPanel(words, choicesNow());
  button.closest('header')?.after(panel);
  button.setAttribute('aria-controls', panel.id);
  const show = (open: boolean): void => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) showChoices(panel);
    (open ? panel : button).focus();
  };
  const tell = (kept: boolean): void => {
    part(panel, '[data-status]', HTMLElement).textContent = kept ? '' : words.notKept;
  };
  panel.addEventListener('change', ({ target }) => {
    const choice = target instanceof Element && target.closest<HTMLElement>('[data-choice]');
    if (!choice || !(target instanceof HTMLInputElement)) return;
    tell(choose(choice.dataset['choice'] as Choice, target.value));
  });
  panel.addEventListener('click', ({ target }) => {
    const action = target instanceof Element && target.closest<HTMLElement>('[data-action]');
    if (!action) return;
    if (action.dataset['action'] === 'close') show(false);
    if (action.dataset['action'] === 'usual') {
      tell(chooseUsual());
      showChoices(panel);
    }
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  offerListening(panel, words);
  return { toggle: () => show(panel.hidden !== false) };
}

/** They may have changed in another tab, or been erased. */
function showChoices(panel: HTMLElement): void {
  const choices = choicesNow();
  for (const choice of CHOICES) {
    for (const input of parts(panel, `input[name="reading-${choice}"]`, HTMLInputElement)) {
      input.checked = input.value === choices[choice];
    }
  }
}
