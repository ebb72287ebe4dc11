import { parts } from '../../src/components/site/dom.ts';
import { keeps } from './keeps.ts';

/** Says whether this browser keeps a record. */
export function tellKept(): void {
  for (const line of parts(document, '[data-kept]', HTMLElement)) {
    line.textContent = (keeps(window) ? line.dataset['works'] : line.dataset['refused']) ?? '';
    line.hidden = false;
  }
}
