import type { IndexEntry } from '../index-json.ts';

/** What the local LMS keeps of one learner in one package. */
export interface StoredRecord {
  /** The values as scorm-again renders them: `{ core: …, suspend_data: … }` or the flat shape of 2004. */
  readonly cmi: CmiTree;
  /** Whether the last session ended with Finish or Terminate. */
  readonly finished: boolean;
  /** Commits and ends received so far. */
  readonly commits: number;
}

export interface CmiTree {
  readonly [name: string]: string | CmiTree;
}

/** A package as the page lists it. */
export interface ListedPackage extends IndexEntry {
  /** Address of the launched document, by the MIME types it is served with. */
  readonly launch: Readonly<Record<MimeMode, string>>;
}

/** `unknown`: every type that servers often lack is `application/octet-stream`, scripts included. */
export type MimeMode = 'normal' | 'unknown';

/** One call of a SCO, as seen by the LMS. */
export interface Call {
  readonly method: string;
  readonly args: readonly string[];
  readonly result: string;
  /** Error code after the call; "0" is none. */
  readonly error: string;
  /** Why the strict model refused what scorm-again would have taken. */
  readonly refused?: string;
  /** Milliseconds since the launch. */
  readonly at: number;
}

export interface LaunchOptions {
  readonly mode?: 'normal' | 'review' | 'browse';
  readonly learner?: string;
  readonly where?: 'frame' | 'popup';
  readonly mime?: MimeMode;
  /** `fail`: every commit and end answers "false" and nothing is kept. */
  readonly commits?: 'work' | 'fail';
  /** `empty`: GetValue always answers "", as Open edX does for most elements. */
  readonly values?: 'kept' | 'empty';
}

/** `window.__lms`: the page's handle for automated tests. */
export interface LmsHandle {
  readonly packages: readonly ListedPackage[];
  /** Calls of the session that runs or ran last. */
  readonly calls: readonly Call[];
  /** What was kept last for the package and learner of that session, or null. */
  readonly store: StoredRecord | null;
  /** Window of the running SCO, or null. */
  readonly sco: Window | null;
  /** Opens a package by its file name; resolves when its document has loaded. */
  launch(file: string, options?: LaunchOptions): Promise<void>;
  /** Leaves as an LMS does, by taking the document away; resolves when it is gone. */
  close(): Promise<void>;
  /** What is kept for a package and learner. */
  load(file: string, learner?: string): Promise<StoredRecord | null>;
  erase(file: string, learner?: string): Promise<void>;
}

export const DEFAULT_LEARNER = 'learner-1';

export const recordUrl = (file: string, learner: string): string =>
  `/api/record/${encodeURIComponent(file)}/${encodeURIComponent(learner)}`;
