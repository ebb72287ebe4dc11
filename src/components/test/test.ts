import { countUp } from '../../learning/attempts.ts';
import { drawTest } from '../../learning/draw.ts';
import { objectiveResults, scoreResponse, testScore } from '../../learning/score.ts';
import type { QuestionRule, ResponseState, TestForm, TestState } from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { OPENED, READY, save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { create, dataIn, define, part } from '../site/dom.ts';
import { questionForm } from './question-form.ts';
import { resultView } from './result-view.ts';

/** What `Test.astro` writes into the page. */
export interface TestData {
  readonly form: TestForm;
  readonly passMark: number;
  readonly questions: readonly TestQuestion[];
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
}
export interface TestQuestion {
  readonly rule: QuestionRule;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
}

const FRESH: TestState = { seed: 0, count: 0, open: false, best: null, last: null };

/**
 * `<sog-test>`: one question at a time in an order drawn from the attempt's seed; each answer is saved at once, the
 * result and the reasons come at the end. A killed attempt goes on at the first question without an answer.
 */
class SogTest extends HTMLElement {
  #data: TestData | undefined;
  #state: TestState = FRESH;
  #answers = new Map<string, ResponseState>();
  #shownAt = 0;

  connectedCallback(): void {
    if (this.#data) return;
    this.#data = dataIn<TestData>(this, 'script[data-test]');
    this.closest('sog-session')?.addEventListener(OPENED, (event) => {
      if (event instanceof CustomEvent) this.#load(event.detail as ReadonlyMap<EntryKey, EntryValue>);
    });
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  restore(value: EntryValue | undefined): void {
    if (typeof value === 'object' && 'seed' in value) this.#state = value;
    const session = this.closest('sog-session');
    if (session && 'values' in session && session.values instanceof Map) this.#load(session.values);
  }

  #load(values: ReadonlyMap<EntryKey, EntryValue>): void {
    for (const { rule } of this.#questions()) {
      const value = values.get(`answer/${rule.id}`);
      if (typeof value === 'object' && 'tries' in value && value.tries > 0) this.#answers.set(rule.id, value);
    }
    this.#showStart();
  }

  #showStart(): void {
    const { open, count, best } = this.#state;
    const label = open ? 'test.resume' : count > 0 ? 'test.again' : 'test.start';
    const button = create('button', { type: 'button', class: 'button', 'data-action': 'begin' }, say(label));
    button.addEventListener('click', () => (open ? this.#showNext() : this.#begin()));
    const notes = [
      ...(best === null ? [] : [create('p', {}, say('test.best', { score: best }))]),
      ...(count > 0 && !open ? [create('p', { class: 'quiet' }, say('test.confirmAgain'))] : []),
    ];
    this.#stage().replaceChildren(...notes, button);
  }

  #begin(): void {
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
    this.#answers.clear();
    this.#state = { ...this.#state, seed, count: countUp(this.#state.count), open: true };
    const cleared = this.#questions().map(({ rule }) => ({
      key: `answer/${rule.id}` as const,
      value: { options: [], correct: false, tries: 0 },
    }));
    save(this, { entries: [...cleared, this.#stateEntry()] });
    this.#showNext();
  }

  #showNext(): void {
    const draw = drawTest(this.#state.seed, this.#rules());
    const order = draw.questions.flatMap((i) => this.#questions()[i] ?? []);
    const next = order.find((question) => !this.#answers.has(question.rule.id));
    if (!next) {
      this.#finish();
      return;
    }
    this.#shownAt = performance.now();
    const n = this.#answers.size + 1;
    const total = order.length;
    const options = (draw.options.get(next.rule.id) ?? []).flatMap((i) => next.options[i] ?? []);
    const form = questionForm({ ...next, options }, { n, total }, (chosen) => this.#answer(next, chosen));
    this.#stage().replaceChildren(form);
    form.querySelector('legend')?.focus();
  }

  #answer(question: TestQuestion, chosen: readonly string[]): void {
    const { rule } = question;
    const { options, correct } = scoreResponse(rule, chosen);
    const value: ResponseState = { options, correct, tries: 1 };
    this.#answers.set(rule.id, value);
    const last = this.#answers.size === this.#questions().length;
    if (last) this.#score();
    save(this, {
      entries: [{ key: `answer/${rule.id}`, value }, ...(last ? [this.#stateEntry()] : [])],
      responses: [
        {
          question: rule.id,
          type: rule.type,
          options,
          correctOptions: rule.correct,
          correct,
          prompt: question.prompt,
          latency: performance.now() - this.#shownAt,
        },
      ],
    });
    this.#showNext();
  }

  /** Closes the attempt; the best score is kept, never lowered. */
  #score(): void {
    const score = testScore(this.#results());
    const best = Math.max(score, this.#state.best ?? 0);
    this.#state = { ...this.#state, open: false, last: score, best };
  }

  #finish(): void {
    if (this.#state.open) {
      // Every answer was saved but the result was not: the page died between the two.
      this.#score();
      save(this, { entries: [this.#stateEntry()] });
    }
    const data = this.#data;
    if (!data) return;
    const view = resultView(
      data,
      this.#state,
      this.#answers,
      objectiveResults(this.#rules(), this.#results()),
    );
    const again = create(
      'button',
      { type: 'button', class: 'button', 'data-action': 'begin' },
      say('test.again'),
    );
    again.addEventListener('click', () => this.#begin());
    this.#stage().replaceChildren(view, again);
    view.querySelector('h2')?.focus();
  }

  #stateEntry(): { key: EntryKey; value: TestState } {
    return { key: `test/${this.#data?.form ?? 'post'}`, value: this.#state };
  }

  #results = () =>
    new Map(this.#questions().map(({ rule }) => [rule.id, this.#answers.get(rule.id)?.correct ?? false]));
  #rules = () => this.#questions().map(({ rule }) => rule);
  #questions = () => this.#data?.questions ?? [];
  #stage = () => part(this, '[data-stage]', HTMLElement);
}

define('sog-test', SogTest);
