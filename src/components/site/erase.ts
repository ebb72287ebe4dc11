import { define, part } from './dom.ts';
import { eraseSaved } from './erase-saved.ts';
import { ERASED, eraseStored } from './erase-stored.ts';

/** Asks once more before it erases; the focus goes to the question, back to the button, or to the result. */
class SogErase extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener('click', (event) => {
      const action =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
      if (action) this.#act(action.dataset['action'] ?? '');
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.#step('question').hidden) this.#act('keep');
    });
  }

  #act(action: string): void {
    this.#say('');
    this.#step('question').hidden = action !== 'ask';
    this.#step('start').hidden = action === 'ask';
    if (action === 'ask') part(this, '#erase-question', HTMLElement).focus();
    if (action === 'keep') part(this, '[data-action="ask"]', HTMLElement).focus();
    if (action === 'erase') void this.#erase();
  }

  async #erase(): Promise<void> {
    // Both are tried, whatever becomes of the other.
    const erased = [eraseStored(window), await eraseSaved()].every(Boolean);
    this.#say((erased ? this.dataset['done'] : this.dataset['failed']) ?? '');
    part(this, '[data-status]', HTMLElement).focus();
    if (erased) this.dispatchEvent(new CustomEvent(ERASED, { bubbles: true }));
  }

  #say(text: string): void {
    part(this, '[data-status]', HTMLElement).textContent = text;
  }

  #step(name: 'start' | 'question'): HTMLElement {
    return part(this, `[data-step="${name}"]`, HTMLElement);
  }
}

define('sog-erase', SogErase);
