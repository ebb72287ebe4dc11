import type { GradedType } from '../../curriculum/schema/question.ts';
import { countUp, testAttemptsLeft } from '../../learning/attempts.ts';
import { drawTest, seedLike } from '../../learning/draw.ts';
import { resultOf } from '../../learning/gain.ts';
import { scoreResponse, testScore } from '../../learning/score.ts';
import { type Values, valueAt } from '../../learning/snapshot.ts';
import type {
  QuestionRule,
  ResponseState,
  ResultState,
  TestItem,
  TestSet,
  TestState,
} from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { OPENED, READY, save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { create, dataIn, define, part } from '../site/dom.ts';
import { answerView } from './answer-view.ts';
import { questionForm } from './question-form.ts';
import { resultView } from './result-view.ts';
import { startView } from './start-view.ts';

/** What `Test.astro` writes into the page. */
export interface TestData {
  readonly set: Omit<TestSet, 'items'>;
  readonly questions: readonly TestQuestion[];
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
}
export interface TestQuestion extends TestItem {
  readonly rule: QuestionRule & { readonly type: GradedType };
  readonly prompt: string;
  /** Where the set offers hints and the question has one. */
  readonly hint?: string;
  readonly options: readonly TestOption[];
}
export interface TestOption {
  readonly id: string;
  readonly text: string;
  /** Left out where answers are never shown. */
  readonly why?: string;
}

const FRESH: TestState = { seed: 0, count: 0, open: false, best: null, last: null };

/**
 * `<sog-test>`: one question at a time, drawn and ordered by the attempt's seed; each answer is saved at once. A killed
 * attempt goes on at the first question without an answer. When answers are shown, and how often the test may be
 * taken, its set says.
 */
class SogTest extends HTMLElement {
  #data: TestData | undefined;
  #state: TestState = FRESH;
  #answers = new Map<string, ResponseState>();
  /** The session's own, which grows as activities save. */
  #values: Values = new Map();
  #shownAt = 0;

  connectedCallback(): void {
    if (this.#data) return;
    this.#data = dataIn<TestData>(this, 'script[data-test]');
    this.closest('sog-session')?.addEventListener(OPENED, (event) => {
      if (event instanceof CustomEvent) this.#load(event.detail as Values);
    });
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  restore(value: EntryValue | undefined): void {
    if (typeof value === 'object' && 'best' in value) this.#state = value;
    const session = this.closest('sog-session');
    if (session && 'values' in session && session.values instanceof Map) this.#load(session.values);
  }

  #load(values: Values): void {
    this.#values = values;
    for (const { rule } of this.#bank().questions) {
      const value = valueAt(values, `answer/${rule.id}`);
      if (value && value.tries > 0) this.#answers.set(rule.id, value);
    }
    this.#showStart();
  }

  #showStart(): void {
    const { set } = this.#bank();
    const begin = () => (this.#state.open ? this.#showNext() : this.#begin());
    const again = this.#result('own') && !this.#state.open ? () => this.#showResult() : undefined;
    this.#stage().replaceChildren(startView(set, this.#state, begin, again));
  }

  /** A final test asks the pairs of the pre-test finished before it, so that both can be compared. */
  #begin(): void {
    const { questions, set } = this.#bank();
    const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
    const pre = set.form === 'post' ? this.#result('pre') : undefined;
    const seed = pre ? seedLike(pre.seed, random) : random;
    this.#answers.clear();
    this.#state = { ...this.#state, seed, count: countUp(this.#state.count), open: true };
    const cleared = questions.map(({ rule }) => ({
      key: `answer/${rule.id}` as const,
      value: { options: [], correct: false, tries: 0 },
    }));
    save(this, { entries: [...cleared, this.#stateEntry()] });
    this.#showNext();
  }

  #showNext(): void {
    const asked = this.#asked();
    const next = asked.find(({ rule }) => !this.#answers.has(rule.id));
    if (!next) {
      this.#finish();
      return;
    }
    this.#shownAt = performance.now();
    const n = asked.filter(({ rule }) => this.#answers.has(rule.id)).length + 1;
    const form = questionForm(next, { n, total: asked.length }, (chosen) => this.#answer(next, chosen));
    this.#stage().replaceChildren(form);
    form.querySelector('legend')?.focus();
  }

  #answer(question: TestQuestion, chosen: readonly string[]): void {
    const { rule } = question;
    const { options, correct } = scoreResponse(rule, chosen);
    const value: ResponseState = { options, correct, tries: 1 };
    this.#answers.set(rule.id, value);
    const last = this.#asked().every((asked) => this.#answers.has(asked.rule.id));
    save(this, {
      entries: [{ key: `answer/${rule.id}`, value }, ...(last ? this.#close() : [])],
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
    if (this.#bank().set.answers === 'after-each') this.#showAnswer(question, value, last);
    else this.#showNext();
  }

  #showAnswer(question: TestQuestion, answer: ResponseState, last: boolean): void {
    const [prompt, verdict] = answerView(question, answer);
    const next = this.#button('next', last ? 'test.toResult' : 'test.next');
    const answered = { class: 'activity', 'data-answered': question.rule.id };
    this.#stage().replaceChildren(create('div', answered, prompt, verdict, next));
    verdict.tabIndex = -1;
    verdict.focus();
  }

  /** Ends the attempt: what is to be saved then. The best score is kept, never lowered. */
  #close(): { key: EntryKey; value: EntryValue }[] {
    const asked = this.#asked();
    const correct = new Map(asked.map(({ rule }) => [rule.id, this.#answers.get(rule.id)?.correct ?? false]));
    const score = testScore(correct);
    this.#state = { ...this.#state, open: false, last: score, best: Math.max(score, this.#state.best ?? 0) };
    const result = resultOf(this.#state.seed, asked, correct);
    return [this.#stateEntry(), { key: `result/${this.#bank().set.form}`, value: result }];
  }

  #finish(): void {
    // Every answer was saved but the result was not: the page died between the two.
    if (this.#state.open) save(this, { entries: this.#close() });
    this.#showResult();
  }

  #showResult(): void {
    const own = this.#result('own');
    if (!own) return;
    const data = { ...this.#bank(), questions: this.#asked() };
    const view = resultView(data, this.#state, this.#answers, { own, pre: this.#result('pre') });
    const { set } = data;
    const again = testAttemptsLeft(set.attempts, this.#state.count) > 0;
    this.#stage().replaceChildren(view, ...(again ? [this.#button('begin', 'test.again')] : []));
    view.querySelector('h2')?.focus();
  }

  #button(action: 'begin' | 'next', label: string): HTMLElement {
    const button = create('button', { type: 'button', class: 'button', 'data-action': action }, say(label));
    button.addEventListener('click', () => (action === 'begin' ? this.#begin() : this.#showNext()));
    return create('div', { class: 'question__actions' }, button);
  }

  #stateEntry(): { key: EntryKey; value: TestState } {
    return { key: `test/${this.#bank().set.form}`, value: this.#state };
  }

  #result(of: 'own' | 'pre'): ResultState | undefined {
    return valueAt(this.#values, `result/${of === 'pre' ? 'pre' : this.#bank().set.form}` as const);
  }

  /** The questions of the attempt in their order, each with its options in theirs. */
  #asked(): readonly TestQuestion[] {
    const { questions, set } = this.#bank();
    const draw = drawTest(this.#state.seed, questions, set);
    return draw.questions.flatMap((at) => {
      const question = questions[at];
      if (!question) return [];
      const options = draw.options.get(question.rule.id)?.flatMap((i) => question.options[i] ?? []);
      return [{ ...question, options: options ?? question.options }];
    });
  }

  #bank(): TestData {
    if (!this.#data) throw new Error('the test is not connected yet');
    return this.#data;
  }

  #stage = () => part(this, '[data-stage]', HTMLElement);
}

define('sog-test', SogTest);
