import { NO_OUTCOME } from '../../learning/outcome.ts';
import { moduleOutcome } from '../../learning/progress.ts';
import { type Values, valueAt } from '../../learning/snapshot.ts';
import type { Outcome } from '../../learning/types.ts';
import type {
  Batch,
  EntryKey,
  EntryValue,
  LearningRecord,
  RecordFault,
  Snapshot,
} from '../../record/port.ts';
import { define, parts } from '../site/dom.ts';
import { isRestorable, LEAVING, OPENED, READY, SAVE, SAVED, type SaveDetail } from './events.ts';
import type { Notice } from './notices.ts';
import { showNotice } from './notices-view.ts';
import { showProgress } from './progress-view.ts';
import { type SessionData, sessionData } from './session-data.ts';
import { today } from './today.ts';
import { watchPlace } from './watch-place.ts';

/** An opened record: what this page may read and write, and what the learner has to be told about it. */
export interface OpenedRecord {
  readonly record: LearningRecord;
  readonly snapshot: Snapshot;
  readonly notices: readonly Notice[];
}
export type Opener = (data: SessionData) => Promise<OpenedRecord>;

const FLUSH_AFTER_HIDDEN_MS = 300;

/**
 * Defines `<sog-session>`, the only element that holds a learning record. Activities inside it dispatch `sog:save`;
 * it saves, works out what the module amounts to, and shows progress.
 */
export function defineSession(open: Opener): void {
  class SogSession extends HTMLElement {
    #opened: OpenedRecord | undefined;
    #values = new Map<EntryKey, EntryValue>();
    #flushTimer: ReturnType<typeof setTimeout> | undefined;
    #closed = false;
    /** What was done before the record was open; saved as soon as it is. */
    #early: SaveDetail[] = [];

    connectedCallback(): void {
      this.addEventListener(SAVE, (event) => {
        if (event instanceof CustomEvent) void this.#save(event.detail as SaveDetail);
      });
      this.addEventListener(READY, (event) => this.#restore(event.target));
      document.addEventListener('visibilitychange', () => this.#visibility());
      window.addEventListener('pagehide', (event) => this.#leave(event));
      void this.#open();
    }

    /** Saves and ends the session: the exit button of a package, or the page going away. */
    async close(): Promise<void> {
      this.#closed = true;
      clearTimeout(this.#flushTimer);
      this.#report(await this.#opened?.record.close());
    }

    /** Saves once more what an LMS may have accepted without storing it (an outage that answered "true"). */
    async resend(): Promise<void> {
      this.#report(await this.#opened?.record.flush({ again: true }));
    }

    /** Undefined until the record is open. */
    get record(): LearningRecord | undefined {
      return this.#opened?.record;
    }

    get values(): ReadonlyMap<EntryKey, EntryValue> {
      return this.#values;
    }

    async #open(): Promise<void> {
      this.#opened = await open(sessionData());
      for (const entry of this.#opened.snapshot.values()) this.#values.set(entry.key, entry.value);
      for (const notice of this.#opened.notices) showNotice(notice, true);
      for (const element of parts(this, '[data-key]', HTMLElement)) this.#restore(element);
      showProgress(sessionData().plan, this.#values);
      this.dataset['open'] = this.#opened.record.adapter;
      for (const detail of this.#early.splice(0)) void this.#save(detail);
      this.dispatchEvent(new CustomEvent(OPENED, { bubbles: true, detail: this.#values }));
      watchPlace(this, this.#values);
    }

    async #save(detail: SaveDetail): Promise<void> {
      if (!this.#opened) {
        this.#early.push(detail);
        return;
      }
      const { plan } = sessionData();
      const before = valueAt(this.#values, 'outcome') ?? NO_OUTCOME;
      this.#keep(detail.entries);
      const outcome = moduleOutcome(plan, this.#values);
      const changed = JSON.stringify(outcome) !== JSON.stringify(before);
      const own = changed ? outcomeEntries(outcome, before, this.#values) : [];
      this.#keep(own);
      showProgress(plan, this.#values);
      if (this.#closed) return;
      const result = await this.#opened.record.put({
        entries: [...detail.entries, ...own],
        ...(detail.responses && { responses: detail.responses }),
        ...(changed && { outcome }),
      });
      if (detail.done) detail.done(result);
      else this.#report(result);
      this.dispatchEvent(new CustomEvent(SAVED, { bubbles: true, detail: this.#opened.record.adapter }));
    }

    #keep(entries: Batch['entries']): void {
      for (const { key, value } of entries) this.#values.set(key, value);
    }

    #restore(target: EventTarget | null): void {
      if (!this.#opened || !(target instanceof HTMLElement) || !isRestorable(target)) return;
      target.restore(this.#values.get(target.dataset['key'] as EntryKey));
    }

    #visibility(): void {
      clearTimeout(this.#flushTimer);
      if (document.visibilityState !== 'hidden' || this.#closed) return;
      this.#flushTimer = setTimeout(() => {
        void this.#opened?.record.flush().then((result) => this.#report(result));
      }, FLUSH_AFTER_HIDDEN_MS);
    }

    #leave(event: PageTransitionEvent): void {
      clearTimeout(this.#flushTimer);
      this.dispatchEvent(new Event(LEAVING));
      if (this.#closed) return;
      // A page kept in the back/forward cache may come back and go on.
      if (event.persisted) void this.#opened?.record.flush();
      else void this.close();
    }

    #report(result: { ok: true } | { ok: false; fault: RecordFault } | undefined): void {
      if (!result) return;
      const kind = result.ok ? undefined : result.fault.kind;
      const lms = this.#opened?.record.adapter.startsWith('scorm') ?? false;
      showNotice('too-large', lms && kind === 'too-large');
      showNotice('lms-rejected', lms && kind !== undefined && kind !== 'too-large');
      showNotice('storage-full', !lms && kind !== undefined && kind !== 'damaged');
    }
  }
  define('sog-session', SogSession);
}

/** With the day on which the module became complete, unless a file that was taken in had one. */
function outcomeEntries(outcome: Outcome, before: Outcome, values: Values): Batch['entries'] {
  const completed = outcome.completion === 'completed' && before.completion !== 'completed';
  return [
    { key: 'outcome', value: outcome },
    ...(completed && !values.has('completed') ? [{ key: 'completed' as const, value: { on: today() } }] : []),
  ];
}
