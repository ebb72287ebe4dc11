import { READY } from '../session/events.ts';
import { pageLang } from '../session/session-data.ts';
import { create, define, parts } from '../site/dom.ts';
import { downloadText } from '../site/download.ts';
import { printAlone } from '../site/print-alone.ts';
import { actionButton } from './action-button.ts';
import { noteFields, noteText } from './fields.ts';
import { type NoteStore, sessionNotes } from './store.ts';
import { neighbour, noteWords, type Say } from './words.ts';

/**
 * `<sog-reflection>`: the question stands in the page; the field to answer it comes when the learner is near. What is
 * written stays on the device. Without a script it is a question to answer on paper.
 */
class SogReflection extends HTMLElement {
  connectedCallback(): void {
    this.dataset['key'] ??= `note/${this.#id}`;
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  /** Called once the record is open. */
  restore(): void {
    const store = sessionNotes(this);
    if (!store || this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    void noteWords().then(
      (say) => this.#show(say, store),
      () => delete this.dataset['live'],
    );
  }

  #show(say: Say, store: NoteStore): void {
    const place = { id: this.#id, plan: this.dataset['plan'] !== undefined };
    const prompt = this.#prompt();
    // "On paper" is for those without a field.
    this.querySelector('p.quiet:last-child')?.remove();
    const toPlan = create('a', { class: 'button button--quiet', href: planAddress() }, say('plan.title'));
    const actions = create(
      'p',
      { class: 'note__actions' },
      actionButton('download', say('note.download'), () =>
        downloadText(`${place.id}.txt`, noteText(place, prompt, say, store)),
      ),
      actionButton('print', say('note.print'), () => printAlone(this)),
      toPlan,
    );
    this.append(noteFields(place, say('note.answer'), say, store, actions));
  }

  #prompt(): string {
    return parts(this, 'p', HTMLElement)
      .filter((text) => text.className === '')
      .map((text) => text.textContent ?? '')
      .join('\n');
  }

  get #id(): string {
    return this.id.replace(/^reflection-/, '');
  }
}

/** A view of the package, or the page of the site beside the words that its lessons speak. */
function planAddress(): string {
  return neighbour().replace(/\/spoken\/.*/, `/${pageLang()}/my-plan/`) || '#my-plan';
}

define('sog-reflection', SogReflection);
