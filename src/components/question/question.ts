import type { QuestionType } from '../../curriculum/schema/question.ts';
import { attemptsLeft, countUp } from '../../learning/attempts.ts';
import { isCorrect } from '../../learning/score.ts';
import type { ResponseState } from '../../learning/types.ts';
import type { EntryValue } from '../../record/port.ts';
import { READY, save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { create, define, part, parts } from '../site/dom.ts';

/**
 * `<sog-question>`: turns the printed question into one that can be answered. Feedback stands in the folded answer
 * of the printed form and moves under its option, so that it is in the page only once.
 */
class SogQuestion extends HTMLElement {
  #shownAt = 0;
  #tries = 0;
  #done = false;

  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    for (const item of this.#feedback()) this.#placeFeedback(item);
    part(this, 'details', HTMLDetailsElement).hidden = true;
    this.#shownAt = performance.now();
    part(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#done) this.#again();
      else this.#check();
    });
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  /** Shows a response saved earlier. */
  restore(value: EntryValue | undefined): void {
    if (!isResponse(value) || value.tries === 0) return;
    this.#tries = value.tries;
    for (const input of this.#inputs()) input.checked = value.options.includes(input.value);
    // Old news: it is written, but not called out while the page opens.
    part(this, '[data-status]', HTMLElement).setAttribute('aria-live', 'off');
    this.#show(value);
  }

  #check(): void {
    part(this, '[data-status]', HTMLElement).removeAttribute('aria-live');
    const options = this.#chosen();
    if (options.length === 0) {
      this.#status(say('question.choose'), 'ask');
      this.#inputs()[0]?.focus();
      return;
    }
    const correctOptions = this.#correctOptions();
    const correct = isCorrect(this.#type(), correctOptions, options);
    this.#tries = countUp(this.#tries);
    const response = { options, correct, tries: this.#tries };
    this.#show(response);
    this.#keepFocus();
    const id = this.dataset['id'] ?? '';
    save(this, {
      entries: [{ key: `answer/${id}`, value: response }],
      responses: [
        {
          question: id,
          type: this.#type(),
          options,
          correctOptions,
          correct,
          prompt: part(this, '[data-prompt]', HTMLElement).textContent ?? '',
          latency: performance.now() - this.#shownAt,
        },
      ],
    });
  }

  #show(response: ResponseState): void {
    const { options: chosen, correct } = response;
    const left = attemptsLeft({ attempts: this.#attempts() }, response);
    this.#done = true;
    for (const item of this.#feedback()) {
      const option = item.dataset['feedback'] ?? '';
      const right = item.dataset['correct'] !== undefined;
      const picked = chosen.includes(option);
      item.hidden = !(picked || left === 0);
      this.#describe(item);
      item.className = `feedback feedback--${right ? 'right' : 'wrong'}`;
      if (right && !picked) part(item, '[data-verdict]', HTMLElement).textContent = say('question.missed');
      item.parentElement?.classList.toggle('option--picked', picked);
    }
    for (const input of this.#inputs()) input.disabled = true;
    this.#status(verdict(correct, left), correct ? 'right' : 'wrong');
    const button = this.#button();
    button.textContent = say('question.again');
    button.hidden = left === 0;
  }

  /** The options are off now and the button may be gone: the focus goes on to what there is to do or to read. */
  #keepFocus(): void {
    const button = this.#button();
    const reason = this.#feedback().find((item) => !item.hidden && item.dataset['correct'] !== undefined);
    if (button.hidden) reason?.focus({ preventScroll: true });
    else button.focus({ preventScroll: true });
  }

  /** A reason that is hidden would still be read out with its option. */
  #describe(item: HTMLElement): void {
    const input = item.parentElement?.querySelector('input');
    if (item.hidden) input?.removeAttribute('aria-describedby');
    else input?.setAttribute('aria-describedby', item.id);
  }

  #again(): void {
    this.#done = false;
    this.#shownAt = performance.now();
    for (const item of this.#feedback()) {
      item.hidden = true;
      this.#describe(item);
    }
    for (const input of this.#inputs()) {
      input.disabled = false;
      input.checked = false;
    }
    this.#status('', 'ask');
    this.#button().textContent = say('question.check');
    this.#inputs()[0]?.focus();
  }

  #placeFeedback(item: HTMLElement): void {
    const option = item.dataset['feedback'] ?? '';
    const row = this.querySelector(`[data-option="${option}"]`);
    if (!row) return;
    const moved = create('div', {
      id: `${this.id}-${option}-why`,
      'data-feedback': option,
      tabindex: '-1',
    });
    if (item.dataset['correct'] !== undefined) moved.dataset['correct'] = '';
    moved.append(...Array.from(item.childNodes));
    moved.hidden = true;
    item.remove();
    row.append(moved);
  }

  #status(text: string, kind: 'right' | 'wrong' | 'ask'): void {
    const status = part(this, '[data-status]', HTMLElement);
    status.textContent = text;
    status.dataset['kind'] = kind;
  }

  #inputs = () => parts(this, 'input', HTMLInputElement);
  #feedback = () => parts(this, '[data-feedback]', HTMLElement);
  #button = () => part(this, 'button', HTMLButtonElement);
  #chosen = () =>
    this.#inputs()
      .filter((input) => input.checked)
      .map((input) => input.value);
  #correctOptions = () =>
    this.#feedback()
      .filter((item) => item.dataset['correct'] !== undefined)
      .map((item) => item.dataset['feedback'] ?? '');
  #type = () => (this.dataset['type'] ?? 'single-choice') as QuestionType;
  #attempts = (): number | 'unlimited' => {
    const attempts = this.dataset['attempts'] ?? 'unlimited';
    return attempts === 'unlimited' ? attempts : Number(attempts);
  };
}

function verdict(correct: boolean, left: number): string {
  if (correct) return say('question.right');
  if (left === 0) return `${say('question.wrong')} ${say('question.noAttempts')}`;
  const more = Number.isFinite(left) ? ` ${say('question.attemptsLeft', { n: left })}` : '';
  return `${say('question.wrong')}${more}`;
}

function isResponse(value: EntryValue | undefined): value is ResponseState {
  return typeof value === 'object' && 'options' in value && 'tries' in value;
}

define('sog-question', SogQuestion);
