import type { QuestionType } from '../curriculum/schema/question.ts';

/** The latest checked response to a question. `options` in the order of the question's own options. */
export interface ResponseState {
  readonly options: readonly string[];
  readonly correct: boolean;
  /** How often a response to it was checked (0 = cleared by a new test attempt), counted to 9. */
  readonly tries: number;
}

/** Both forms of the module's own test; `post` is the final test. Scores are 0..100. */
export interface TestState {
  /** Seed of the latest attempt: order of questions and options follow from it. */
  readonly seed: number;
  /** Attempts begun, counted to 9. */
  readonly count: number;
  /** True from the start of an attempt until its result stands. */
  readonly open: boolean;
  readonly best: number | null;
  readonly last: number | null;
}

/** Where the learner stands in a dilemma, and which ends were reached so far. */
export interface DilemmaState {
  readonly scene: string;
  readonly ends: readonly string[];
}

export interface PlaceState {
  readonly lesson: string;
  /** Heading id of the section in view, if any. */
  readonly anchor?: string;
}

/** What a learner wrote for a reflection or the action plan. `on` is the day of writing, `2026-11-22`. */
export interface NoteState {
  readonly text: string;
  readonly on: string;
}

/** The step of the scale chosen for an attitude. */
export interface RatingState {
  readonly option: string;
}

/** The choices of the present walk through a dilemma, oldest first. */
export interface PathState {
  readonly choices: readonly string[];
}

/** Time studied on one device. */
export interface TimeState {
  readonly seconds: number;
}

/** The day on which the module was completed, `2026-11-22`. */
export interface CompletedState {
  readonly on: string;
}

export type TestForm = 'pre' | 'post';

/** What the module amounts to so far. Never lowered, never taken back (see progress.ts). */
export interface Outcome {
  readonly completion: 'incomplete' | 'completed';
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Best score of the final test, 0..100, or null before the first attempt ended. */
  readonly score: number | null;
}

/** What the rules need to know of a question. */
export interface QuestionRule {
  readonly id: string;
  readonly type: QuestionType;
  readonly objective: string;
  readonly options: readonly string[];
  readonly correct: readonly string[];
  readonly attempts: number | 'unlimited';
}

/** What the rules need to know of a module (or of a pathway's selection of it). Built once, at build time. */
export interface ModulePlan {
  readonly module: string;
  readonly version: string;
  readonly passMark: number;
  readonly lessons: readonly {
    readonly id: string;
    /** Activities that must be answered before the lesson counts as read. */
    readonly questions: readonly string[];
    readonly dilemmas: readonly string[];
  }[];
  readonly tests: Readonly<Record<TestForm, readonly string[]>>;
}
