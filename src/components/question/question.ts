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
    this.#show(value);
  }

  #check(): void {
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

  #again(): void {
    this.#done = false;
    this.#shownAt = performance.now();
    for (const item of this.#feedback()) item.hidden = true;
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
    const moved = create('div', { id: `${this.id}-${option}-why`, 'data-feedback': option });
    if (item.dataset['correct'] !== undefined) moved.dataset['correct'] = '';
    moved.append(...Array.from(item.childNodes));
    moved.hidden = true;
    item.remove();
    row.append(moved);
    row.querySelector('input')?.setAttribute('aria-describedby', moved.id);
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
