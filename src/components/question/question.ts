import type { EntryValue } from '../../record/port.ts';
import { READY } from '../session/events.ts';
import { wordsOfQuestions } from '../session/more-words.ts';
import { define } from '../site/dom.ts';
import type { Mount, Restore } from './behaviour.ts';
import { choice } from './question-choice.ts';

type Load = () => Promise<{ readonly mount: Mount }>;

/** Most questions are choices; the code of the other types comes when one of them is near. */
const pairs: Load = () => import('./question-pairs.ts');
const blank: Load = () => import('./question-blank.ts');
const LATER: Readonly<Record<string, Load>> = {
  matching: pairs,
  categorise: pairs,
  ordering: () => import('./question-steps.ts'),
  'fill-in': blank,
  numeric: blank,
  rating: () => import('./question-rating.ts'),
};

/** `<sog-question>`: turns the printed question into one that can be answered, in the way of its type. */
class SogQuestion extends HTMLElement {
  #restore: Restore | undefined;

  connectedCallback(): void {
    const load = LATER[this.dataset['type'] ?? ''];
    // Where the code does not come, the printed question stays.
    if (load) void Promise.all([load(), wordsOfQuestions()]).then(([{ mount }]) => this.#goLive(mount));
    else this.#goLive(choice);
  }

  restore(value: EntryValue | undefined): void {
    this.#restore?.(value);
  }

  #goLive(mount: Mount): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    this.#restore = mount(this);
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }
}

define('sog-question', SogQuestion);
