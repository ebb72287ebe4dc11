import type { Outcome } from '../../learning/types.ts';
import type { IdTable } from '../id-table.ts';
import type { RecordLimits, ResponseReport } from '../port.ts';
import type { CallNames } from './connection.ts';
import type { Standard } from './find-api.ts';

/** A value to be set. Optional ones wait for a later commit when the calls of an answer are used up. */
export interface Assignment {
  readonly element: string;
  readonly value: string;
  readonly optional?: boolean;
}

/** What the two standards say differently. */
export interface Dialect {
  readonly standard: Standard;
  readonly calls: CallNames;
  readonly elements: {
    readonly mode: string;
    readonly learner: string;
    readonly state: string;
    readonly location: string;
    readonly exit: string;
    readonly sessionTime: string;
    readonly interactionCount: string;
  };
  readonly limits: RecordLimits;
  readonly locationChars: number;
  sessionTime(milliseconds: number): string;
  /** What the LMS has; reads at most three elements. */
  readOutcome(get: (element: string) => string): LmsOutcome;
  /** The status to set at launch, undefined where the LMS's own may not be touched. */
  launchStatus(outcome: Outcome, lms: LmsOutcome): Assignment | undefined;
  /** All that reports an outcome, without lowering what the LMS had at launch. */
  outcome(outcome: Outcome, lms: LmsOutcome): readonly Assignment[];
  /**
   * Other values that say the same of what was reported, for LMSs that do not send a value again unless it changed;
   * empty where the LMSs known send everything.
   */
  alternates(reported: ReadonlyMap<string, string>): readonly Assignment[];
  /** The fields of an interaction, without their `cmi.interactions.n.`; undefined if it cannot be told. */
  interaction(report: ResponseReport, now: number, table: IdTable): InteractionFields | undefined;
  readonly interactionBytes: { readonly all: number; readonly descriptions: number };
}

/** An LMS's own words, with what they amount to. */
export interface LmsOutcome {
  readonly outcome: Outcome;
  /** The LMS holds a status that may not be taken back. */
  readonly final: boolean;
}

export interface InteractionFields {
  readonly required: readonly (readonly [field: string, value: string])[];
  readonly optional: readonly (readonly [field: string, value: string])[];
  readonly description?: string;
}

/** A score as an LMS gives it back, rounded to 0..100; null for anything else. */
export function readScore(text: string): number | null {
  if (!/^\s*\d+(\.\d+)?\s*$/.test(text)) return null;
  return Math.min(100, Math.round(Number(text)));
}
