import { parts } from '../site/dom.ts';

/** As a bar, the open contents of a lesson lie over its text: they close with Escape, and when the focus moves on. */
export function closeContentsBar(): void {
  const wide = window.matchMedia('(min-width: 64rem)');
  for (const contents of parts(document, '[data-contents]', HTMLDetailsElement)) {
    contents.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || wide.matches || !contents.open) return;
      contents.open = false;
      contents.querySelector('summary')?.focus();
    });
    contents.addEventListener('focusout', ({ relatedTarget }) => {
      const left = relatedTarget instanceof Node && !contents.contains(relatedTarget);
      if (left && !wide.matches) contents.open = false;
    });
  }
}
