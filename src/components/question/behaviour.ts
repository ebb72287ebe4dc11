import type { EntryValue } from '../../record/port.ts';

/** Why a response cannot be checked yet, and where to mend it. */
export interface Missing {
  readonly words: string;
  readonly focus: HTMLElement | undefined;
}

/** What a type of question adds to what all share (graded.ts). Tokens are those of `ResponseState`. */
export interface Behaviour {
  /** Tokens of a right response, see `QuestionRule.correct`. */
  readonly correct: readonly string[];
  missing(): Missing | undefined;
  response(): readonly string[];
  /** From 0 to 1 (src/learning/credit.ts). */
  credit(response: readonly string[]): number;
  /** Puts a stored response back into the controls. */
  write(response: readonly string[]): void;
  /** Shows the reasons and turns the controls off; with `open`, also what would have been right. */
  reveal(response: readonly string[], open: boolean): void;
  /** Hides the reasons, turns the controls on, and says where to go on. */
  again(): HTMLElement | undefined;
}

/** Shows what a record holds for this question; nothing, where it holds nothing. */
export type Restore = (value: EntryValue | undefined) => void;
/** Brings the printed question to life, once its form can be used. */
export type Mount = (root: HTMLElement) => Restore;
