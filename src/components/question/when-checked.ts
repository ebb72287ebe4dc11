import { part } from '../site/dom.ts';

/**
 * Runs when the learner asks for the check: by the button, or with Enter in a field, as a form would. It is no `<form>`,
 * because Chromium, looking for what it could fill in, lays out every form of a page at once, however far away it is.
 */
export function whenChecked(root: HTMLElement, run: () => void): void {
  part(root, '[data-check]', HTMLButtonElement).addEventListener('click', run);
  part(root, '.question__form', HTMLElement).addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    run();
  });
}
