import { create } from '../site/dom.ts';
import type { Panel } from './panel.ts';
import type { ReadingWords } from './words.ts';

/** Lucide's "a-large-small" (ISC). */
const ICON =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16M15.697 14h5.606M2 16 6.039 6.31a.5.5 0 0 1 .923 0L11 16M3.304 13h6.392"/></svg>';

/** Puts the button of reading help into its place; what it opens is loaded when it is first pressed. */
export function offerReading(place: HTMLElement, words: ReadingWords): void {
  const button = create('button', {
    type: 'button',
    class: 'reading__open masthead__minor',
    'aria-expanded': 'false',
  });
  button.innerHTML = ICON;
  button.append(create('span', {}, words.open));
  const failed = create('p', { class: 'notice', role: 'alert' }, words.unreachable);
  let panel: Promise<Panel> | undefined;
  button.addEventListener('click', () => {
    failed.remove();
    panel ??= import('./panel.ts').then(({ startPanel }) => startPanel(button, words));
    panel.then(
      ({ toggle }) => toggle(),
      (error: unknown) => {
        panel = undefined;
        button.closest('header')?.after(failed);
        console.error(error);
      },
    );
  });
  place.replaceChildren(button);
}
