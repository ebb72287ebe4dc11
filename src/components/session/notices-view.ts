import { create } from '../site/dom.ts';
import type { Notice } from './notices.ts';
import { say } from './session-data.ts';

/** Shows or hides a notice in the page's live region. */
export function showNotice(notice: Notice, shown: boolean): void {
  const region = document.querySelector('[data-notices]');
  const present = region?.querySelector(`[data-notice="${notice}"]`);
  if (!shown) present?.remove();
  else if (!present) {
    region?.append(create('p', { class: 'notice', 'data-notice': notice }, say(`notice.${notice}`)));
  }
}
