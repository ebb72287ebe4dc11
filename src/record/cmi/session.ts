import { canonicalJson } from '../../learning/merge.ts';
import { joinOutcomes, NO_OUTCOME } from '../../learning/outcome.ts';
import type { Outcome } from '../../learning/types.ts';
import { decode, encode } from '../codec.ts';
import type { IdTable } from '../id-table.ts';
import { checksum } from '../packing.ts';
import type {
  Batch,
  Clock,
  Entry,
  EntryKey,
  IdSource,
  RecordFault,
  Result,
  Snapshot,
  Timer,
} from '../port.ts';
import { DONE, fault } from '../result.ts';
import { isPlaceOnly, stampBatch } from '../stamp.ts';
import type { Answer, Connection } from './connection.ts';
import type { Dialect } from './dialect.ts';
import { createInteractions } from './interactions.ts';
import { CALLS_PER_ANSWER, PLACE_DELAY_MS } from './limits.ts';
import { createQueue } from './queue.ts';

export interface CmiTools {
  readonly table: IdTable;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly timer: Timer;
}

/** An LMS that said yes to Initialize. */
export interface Started {
  readonly lms: Connection;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
}

export interface CmiSession {
  readonly writable: boolean;
  readonly problems: readonly RecordFault[];
  readonly device: string;
  readonly learner: string;
  snapshot(): Snapshot;
  put(batch: Batch): Result<void>;
  flush(again: boolean): Result<void>;
  close(): Result<void>;
}

/** From Initialize to Finish: what is known, what is queued, and when it is written. */
export function createSession(dialect: Dialect, tools: CmiTools, { lms, startedAt }: Started): CmiSession {
  const { table, clock, timer } = tools;
  const { elements } = dialect;
  const mode = lms.get(elements.mode).trim().toLowerCase();
  // Moodle's review mode does not protect what it shows; LMSs that leave the mode out mean "normal".
  const writable = mode === '' || mode === 'normal';
  const before = dialect.readOutcome(lms.get);
  const stored = decode(lms.get(elements.state), table);
  const snapshot = stored.snapshot;
  const device = tools.ids.device();
  const learner = lms.get(elements.learner);
  const interactions = createInteractions(dialect, table, readCount(lms.get(elements.interactionCount)));
  const queue = createQueue();
  let write = stored.write;
  let stateIsDirty = false;
  /** The LMS may not have what it was told: a commit failed, or an outage was noticed. */
  let doubted = false;
  let cancelPlace: (() => void) | undefined;

  const outcomeNow = () => (snapshot.get('outcome')?.value as Outcome | undefined) ?? NO_OUTCOME;

  function adoptLmsOutcome(): void {
    const best = joinOutcomes(outcomeNow(), before.outcome);
    if (canonicalJson(best) === canonicalJson(NO_OUTCOME)) return;
    if (stampBatch(snapshot, { entries: [], outcome: best }, device).length > 0) stateIsDirty = true;
  }

  function launch(): void {
    const status = dialect.launchStatus(outcomeNow(), before);
    if (status) queue.want(status);
    queue.want({ element: elements.exit, value: 'suspend' });
    sendQueued(Number.POSITIVE_INFINITY);
    queueOutcome();
  }

  function queueOutcome(): void {
    for (const assignment of dialect.outcome(outcomeNow(), before)) queue.want(assignment);
  }

  function queuePlace(): void {
    const place = snapshot.get('place')?.value;
    if (typeof place !== 'object' || !('lesson' in place)) return;
    const value = place.anchor ?? place.lesson;
    if (value.length > dialect.locationChars || !/^[\x21-\x7e]+$/.test(value)) return;
    queue.want({ element: elements.location, value, optional: true });
  }

  function queueState(): Result<void> {
    const text = encode(snapshot, table, write + 1);
    if (text.length > dialect.limits.stateChars) {
      return fault('too-large', `${text.length} characters of ${dialect.limits.stateChars}`);
    }
    write += 1;
    queue.insist({ element: elements.state, value: text });
    return DONE;
  }

  function queueSessionTime(): void {
    queue.insist({
      element: elements.sessionTime,
      value: dialect.sessionTime(clock.monotonic() - startedAt),
    });
  }

  /** Sets what is queued; stops where the API is gone, goes on where a value is refused. */
  function sendQueued(calls: number): Result<void> {
    let result = DONE;
    for (const assignment of queue.next(calls)) {
      const { element, value } = assignment;
      const answer = lms.set(element, value);
      queue.set(assignment, answer);
      if (answer.is === 'gone') return fault('unavailable', answer.detail);
      if (answer.is === 'yes') continue;
      if (element.startsWith('cmi.interactions.')) giveUp(element);
      else if (result.ok) result = fault('rejected', answer.detail);
    }
    return result;
  }

  /** Interactions are reports for others: one that an LMS refuses must not hold up the learner's state. */
  function giveUp(element: string): void {
    interactions.refused(element);
    queue.drop(element.endsWith('.id') ? element.slice(0, -'id'.length) : element);
  }

  /** Says differently, and commits, what an LMS that skips unchanged values would not send again. */
  function sayDifferently(): Answer {
    const alternates = dialect.alternates(queue.held);
    if (alternates.length === 0) return { is: 'yes' };
    for (const { element } of alternates) {
      queue.insist({ element, value: queue.held.get(element) ?? '' });
    }
    for (const { element, value } of alternates) {
      const answer = lms.set(element, value);
      if (answer.is !== 'yes') return answer;
    }
    return lms.commit();
  }

  function save(calls: number): Result<void> {
    cancelPlace?.();
    cancelPlace = undefined;
    if (!writable || !(stateIsDirty || doubted || queue.waiting)) return DONE;
    if (stateIsDirty || doubted) {
      const encoded = queueState();
      if (!encoded.ok) return encoded;
      queuePlace();
    }
    if (doubted) {
      const answer = sayDifferently();
      if (answer.is !== 'yes') return refusal(answer);
    }
    queueSessionTime();
    const sent = sendQueued(calls - 1);
    if (!sent.ok && sent.fault.kind === 'unavailable') return sent;
    const answer = lms.commit();
    queue.committed(answer.is === 'yes');
    doubted = answer.is !== 'yes';
    if (answer.is !== 'yes') return refusal(answer);
    if (sent.ok) stateIsDirty = false;
    return sent;
  }

  function finish(): Result<void> {
    cancelPlace?.();
    let result = DONE;
    if (writable) {
      if (stateIsDirty || doubted) {
        result = queueState();
        queuePlace();
      }
      queueSessionTime();
      if (result.ok) result = sendQueued(Number.POSITIVE_INFINITY);
    }
    // Alone, without a commit: two requests on leaving race, and the older one may be written last (Moodle).
    const answer = lms.finish();
    return answer.is === 'yes' ? result : refusal(answer);
  }

  adoptLmsOutcome();
  if (writable) launch();
  return {
    writable,
    problems: stored.problems
      .filter(({ kind }) => kind === 'damaged' || kind === 'version')
      .map(({ detail }) => ({ kind: 'damaged', detail })),
    device,
    learner: learner === '' ? '' : checksum(learner),
    snapshot: () => new Map<EntryKey, Entry>(snapshot),
    put(batch) {
      if (stampBatch(snapshot, batch, device).length > 0) stateIsDirty = true;
      if (!writable) return DONE;
      queueOutcome();
      const responses = batch.responses ?? [];
      for (const response of responses) {
        for (const assignment of interactions.report(response, clock.now())) queue.want(assignment);
      }
      if (!isPlaceOnly(batch))
        return save(responses.length > 1 ? Number.POSITIVE_INFINITY : CALLS_PER_ANSWER);
      cancelPlace?.();
      cancelPlace = timer(() => save(Number.POSITIVE_INFINITY), PLACE_DELAY_MS);
      return DONE;
    },
    flush(again) {
      if (again) doubted = true;
      return save(Number.POSITIVE_INFINITY);
    },
    close: finish,
  };
}

function readCount(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

function refusal(answer: Exclude<Answer, { is: 'yes' }>): Result<void> {
  return fault(answer.is === 'gone' ? 'unavailable' : 'rejected', answer.detail);
}
