import type { Answer } from './connection.ts';
import type { Assignment } from './dialect.ts';

/** Values on their way into an LMS: wanted, set but not committed, and known to be held. */
export interface CmiQueue {
  /** Queues a value unless the LMS holds it already; the latest value of an element counts. */
  want(assignment: Assignment): void;
  /** Queues a value although the LMS seems to hold it. */
  insist(assignment: Assignment): void;
  drop(prefix: string): void;
  /** Required values first; optional ones as far as `calls` go. */
  next(calls: number): Assignment[];
  /** Notes the answer to a SetValue of this assignment. */
  set(assignment: Assignment, answer: Answer): void;
  /** The commit succeeded, or failed: then all that was set since the last one is wanted again. */
  committed(success: boolean): void;
  /** Whether anything waits to be set or committed. */
  readonly waiting: boolean;
  /** What the LMS was last told, by element. */
  readonly held: ReadonlyMap<string, string>;
}

export function createQueue(): CmiQueue {
  const pending = new Map<string, Assignment>();
  const uncommitted = new Map<string, Assignment>();
  const held = new Map<string, string>();
  return {
    want(assignment) {
      const { element, value } = assignment;
      if (pending.has(element) || held.get(element) !== value) pending.set(element, assignment);
    },
    insist(assignment) {
      pending.set(assignment.element, assignment);
    },
    drop(prefix) {
      for (const element of Array.from(pending.keys()))
        if (element.startsWith(prefix)) pending.delete(element);
    },
    next(calls) {
      const all = Array.from(pending.values());
      const required = all.filter(({ optional }) => !optional);
      const room = Math.max(0, calls - required.length);
      return [...required, ...all.filter(({ optional }) => optional).slice(0, room)];
    },
    set(assignment, answer) {
      if (answer.is !== 'yes') return;
      pending.delete(assignment.element);
      uncommitted.set(assignment.element, assignment);
      held.set(assignment.element, assignment.value);
    },
    committed(success) {
      if (!success) {
        for (const [element, assignment] of uncommitted) {
          if (!pending.has(element)) pending.set(element, assignment);
        }
      }
      uncommitted.clear();
    },
    get waiting() {
      return pending.size > 0 || uncommitted.size > 0;
    },
    held,
  };
}
