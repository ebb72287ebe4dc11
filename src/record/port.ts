import type { Entry, EntryKey, EntryValue, EntryValues, Snapshot } from '../learning/snapshot.ts';
import type { Outcome } from '../learning/types.ts';

export type { Entry, EntryKey, EntryValue, EntryValues, Snapshot };

/** A checked response as an LMS may report it. Never free text. */
export interface ResponseReport {
  readonly question: string;
  readonly type: 'single-choice' | 'multiple-choice' | 'true-false';
  readonly options: readonly string[];
  readonly correctOptions: readonly string[];
  readonly correct: boolean;
  /** The question in words, in the language of the page; sent only where the standard has room. */
  readonly prompt: string;
  /** Milliseconds from showing to checking. */
  readonly latency: number;
}

/** What is saved together, with one commit. */
export interface Batch {
  readonly entries: readonly { readonly key: EntryKey; readonly value: EntryValue }[];
  readonly responses?: readonly ResponseReport[];
  /** Set whenever it changed; the adapter never lowers what the LMS already has. */
  readonly outcome?: Outcome;
}

/** Why a record could not do what was asked. `detail` is for logs, not for learners. */
export type RecordFault = {
  readonly kind: 'unavailable' | 'rejected' | 'too-large' | 'offline' | 'damaged';
  readonly detail: string;
};
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RecordFault };

export interface RecordLimits {
  /** Characters of encoded state the store holds; Infinity where it does not matter. */
  readonly stateChars: number;
  readonly keepsInteractions: boolean;
}

/**
 * THE PORT: where a learner's record is kept. Adapters do their input and output before the returned promise's first
 * await where the platform is synchronous (SCORM, localStorage), so that calls made in `pagehide` take effect.
 * Writes that fail stay queued and are tried again by the next `put` or `flush`. Open and close are idempotent.
 */
export interface LearningRecord {
  readonly adapter: 'memory' | 'browser' | 'scorm12' | 'scorm2004';
  readonly limits: RecordLimits;
  /** After `open`: false in an LMS's review or browse mode, where nothing is written. */
  readonly writable: boolean;
  /** After `open`: this device's name in the stamps of entries. */
  readonly device: string;
  /**
   * After `open`: a name for the learner that does not tell who it is, '' where the store does not know. A computer at
   * work may have several learners.
   */
  readonly learner: string;
  /** After `open`: whether what stays on the device (`staysOnDevice`) is still there the next time. */
  readonly keepsOnDevice: boolean;
  /** After `open`: what the store held but could not be read (`damaged`); the rest opened. */
  readonly problems: readonly RecordFault[];
  open(): Promise<Result<Snapshot>>;
  /** Stamps revision and device, keeps the entries in its snapshot, saves at once; a batch of `place` alone may wait. */
  put(batch: Batch): Promise<Result<void>>;
  /**
   * Saves what is not saved yet. With `again`, also what the store said it had: for the end of an outage in which an
   * LMS answered "true" and lost the data.
   */
  flush(options?: { readonly again?: boolean }): Promise<Result<void>>;
  /** Ends the session for good (LMS: Finish/Terminate, without a commit before it). */
  close(): Promise<Result<void>>;
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that never run backwards, for latency and session time. */
  monotonic(): number;
}

/** Runs something once, later; returns how to call it off. */
export type Timer = (run: () => void, milliseconds: number) => () => void;

export interface IdSource {
  /** A short random ASCII name, [a-z0-9]{4}. */
  device(): string;
  /** A 32-bit unsigned seed for a test attempt. */
  seed(): number;
}
