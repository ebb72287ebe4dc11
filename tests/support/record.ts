import type { AnswerForm } from '../../src/record/codec-format.ts';
import { type IdTable, idTable, type Lock } from '../../src/record/id-table.ts';
import type { Clock, IdSource, ResponseReport, Timer } from '../../src/record/port.ts';

/** A small module with everything a record keeps. */
export const LOCK: Lock = {
  lessons: { 'first-lesson': { n: 1 }, 'second-lesson': { n: 2, renamedFrom: ['old-lesson'] } },
  questions: {
    'first-move': { n: 1, options: { 'ask-why': 'a', 'say-no': 'b', wait: 'c' } },
    'gift-or-not': { n: 2, options: { true: 'a', false: 'b' } },
    'final-one': { n: 3, options: { 'ask-why': 'a', 'say-no': 'b', wait: 'c', leave: 'd' } },
    gone: { n: 4, retired: true, options: { x: 'a' } },
    'which-paper': { n: 5, options: { receipt: 'a', slip: 'b', 'fee-paid': 'c', 'file-taken': 'd' } },
    'at-the-counter': { n: 6, options: { greet: 'a', check: 'b', 'give-receipt': 'c' } },
    'name-the-paper': { n: 7, options: { receipt: 'a', invoice: 'b', 'a-receipt': 'c' } },
    'how-much': { n: 8, options: {} },
  },
  dilemmas: { 'the-broker': { n: 1, scenes: { counter: 1, owed: 2, 'end-open': 3, 'end-harm': 4 } } },
};
/** How answers to those questions that are no choices are written. */
export const FORMS: Readonly<Record<string, AnswerForm>> = {
  'which-paper': 'pairs',
  'at-the-counter': 'list',
  'name-the-paper': 'list',
  'how-much': 'number',
};
export const TABLE: IdTable = idTable('integrity', LOCK, undefined, (id) => FORMS[id]);

/** Names `dev0`, `dev1` …; seeds 1, 2 … */
export function countingIds(): IdSource {
  let devices = 0;
  let seeds = 0;
  return { device: () => `dev${devices++}`, seed: () => ++seeds };
}

export interface FakeTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Lets time pass and runs what falls due. */
  pass(milliseconds: number): void;
}

/** Starts at 22 November 2026, 10:11:12 local time. */
export function fakeTime(): FakeTime {
  const start = new Date(2026, 10, 22, 10, 11, 12).getTime();
  let now = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: { now: () => start + now, monotonic: () => now },
    timer(run, milliseconds) {
      const item = { at: now + milliseconds, run };
      due.push(item);
      return () => {
        due = due.filter((other) => other !== item);
      };
    },
    pass(milliseconds) {
      now += milliseconds;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { run } of ready) run();
    },
  };
}

export function report(question: string, options: readonly string[], correct = true): ResponseReport {
  return {
    question,
    type: 'single-choice',
    options,
    correctOptions: ['ask-why'],
    correct,
    prompt: 'បើមានអ្នកសុំឱ្យជួយ តើលោកអ្នកធ្វើអ្វីមុនគេ?',
    latency: 7500,
  };
}
