import type { Notice } from './notices.ts';

/** Shows or hides one of the notices that `Notices.astro` put on the page. */
export function showNotice(notice: Notice, shown: boolean): void {
  const element = document.querySelector(`[data-notice="${notice}"]`);
  if (element instanceof HTMLElement) element.hidden = !shown;
}
