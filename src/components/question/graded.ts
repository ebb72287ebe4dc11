import type { GradedType } from '../../curriculum/schema/question.ts';
import { attemptsLeft, countUp } from '../../learning/attempts.ts';
import { storedCredit } from '../../learning/credit.ts';
import type { ResponseState } from '../../learning/types.ts';
import type { EntryValue } from '../../record/port.ts';
import { save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { part } from '../site/dom.ts';
import type { Behaviour, Mount } from './behaviour.ts';
import { placeReasons, reasonsIn } from './reasons.ts';
import { whenChecked } from './when-checked.ts';

/** A question that is checked: what all types share, from pressing the button to saving. */
export function graded(behave: (root: HTMLElement) => Behaviour): Mount {
  return (root) => {
    placeReasons(root);
    const question = new Graded(root, behave(root));
    return (value) => question.restore(value);
  };
}

class Graded {
  #shownAt = performance.now();
  #tries = 0;
  #done = false;
  readonly #root: HTMLElement;
  readonly #type: Behaviour;

  constructor(root: HTMLElement, type: Behaviour) {
    this.#root = root;
    this.#type = type;
    whenChecked(root, () => {
      if (this.#done) this.#again();
      else this.#check();
    });
  }

  /** Shows a response saved earlier. */
  restore(value: EntryValue | undefined): void {
    if (!isResponse(value) || value.tries === 0) return;
    this.#tries = value.tries;
    this.#type.write(value.options);
    // Old news: it is written, but not called out while the page opens.
    this.#status().setAttribute('aria-live', 'off');
    this.#show(value);
  }

  #check(): void {
    this.#status().removeAttribute('aria-live');
    const missing = this.#type.missing();
    if (missing) {
      this.#say(missing.words, 'ask');
      missing.focus?.focus();
      return;
    }
    const options = this.#type.response();
    const earned = this.#type.credit(options);
    const credit = storedCredit(earned);
    const correct = earned === 1;
    this.#tries = countUp(this.#tries);
    const response = { options, correct, tries: this.#tries, ...(credit !== undefined && { credit }) };
    this.#show(response);
    this.#keepFocus();
    this.#save(response);
  }

  #save(response: ResponseState): void {
    const { id = '', type = 'single-choice' } = this.#root.dataset;
    const { options, correct, credit } = response;
    save(this.#root, {
      entries: [{ key: `answer/${id}`, value: response }],
      responses: [
        {
          question: id,
          type: type as GradedType,
          options,
          correctOptions: this.#type.correct,
          correct,
          ...(credit !== undefined && { credit }),
          prompt: part(this.#root, '[data-prompt]', HTMLElement).textContent ?? '',
          latency: performance.now() - this.#shownAt,
        },
      ],
    });
  }

  #show(response: ResponseState): void {
    const left = attemptsLeft({ attempts: this.#attempts() }, response);
    this.#done = true;
    this.#type.reveal(response.options, left === 0);
    this.#say(this.#verdict(response, left), response.correct ? 'right' : 'wrong');
    const button = this.#button();
    button.textContent = say('question.again');
    button.hidden = left === 0;
  }

  #verdict({ correct, credit }: ResponseState, left: number): string {
    if (correct) return say('question.right');
    const total = this.#type.correct.length;
    const n = Math.round(((credit ?? 0) * total) / 100);
    const wrong = credit === undefined ? say('question.wrong') : say('question.partly', { n, total });
    if (left === 0) return `${wrong} ${say('question.noAttempts')}`;
    return Number.isFinite(left) ? `${wrong} ${say('question.attemptsLeft', { n: left })}` : wrong;
  }

  /** The controls are off now and the button may be gone: the focus goes on to what there is to do or to read. */
  #keepFocus(): void {
    const button = this.#button();
    const shown = reasonsIn(this.#root).filter((reason) => !reason.hidden);
    const reason = shown.find((item) => item.classList.contains('feedback--right')) ?? shown[0];
    if (button.hidden) reason?.focus({ preventScroll: true });
    else button.focus({ preventScroll: true });
  }

  #again(): void {
    this.#done = false;
    this.#shownAt = performance.now();
    const next = this.#type.again();
    this.#say('', 'ask');
    this.#button().textContent = say('question.check');
    next?.focus();
  }

  #say(text: string, kind: 'right' | 'wrong' | 'ask'): void {
    this.#status().textContent = text;
    this.#status().dataset['kind'] = kind;
  }

  #status = () => part(this.#root, '[data-status]', HTMLElement);
  #button = () => part(this.#root, '[data-check]', HTMLButtonElement);
  #attempts = (): number | 'unlimited' => {
    const attempts = this.#root.dataset['attempts'] ?? 'unlimited';
    return attempts === 'unlimited' ? attempts : Number(attempts);
  };
}

function isResponse(value: EntryValue | undefined): value is ResponseState {
  return typeof value === 'object' && 'options' in value && 'tries' in value;
}
