import { parts } from '../site/dom.ts';

/**
 * Lays out what `lesson.css` has put off (`content-visibility`), one block a frame, so that no task keeps a slow phone
 * busy. A page in the background gets no frames and goes on when it is looked at.
 */
export function layOutTheRest(): void {
  const blocks = parts(document, '.lesson__text > *, .lesson__sources, .footer', HTMLElement);
  const next = (): void => {
    const block = blocks.shift();
    if (!block) return;
    block.style.setProperty('content-visibility', 'visible');
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
