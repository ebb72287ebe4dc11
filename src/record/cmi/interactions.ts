import type { IdTable } from '../id-table.ts';
import type { ResponseReport } from '../port.ts';
import type { Assignment, Dialect, InteractionFields } from './dialect.ts';
import { BYTES_PER_INTERACTION, INTERACTIONS_MAX } from './limits.ts';

/** Turns checked responses into `cmi.interactions`, within the number and the bytes an LMS can carry. */
export interface Interactions {
  report(report: ResponseReport, now: number): Assignment[];
  /** The LMS refused this element: an interaction without its id is given up, and with it all later ones. */
  refused(element: string): void;
}

/** @param count how many the LMS holds from earlier sessions; new ones are appended, never merged with those */
export function createInteractions(dialect: Dialect, table: IdTable, count: number): Interactions {
  const { all, descriptions } = dialect.interactionBytes;
  const indexes = new Map<string, number>();
  let next = count;
  // Descriptions are written in a record's first session only, or every session would add its share of them.
  let describing = count > 0 ? 0 : descriptions;
  let room = all - (count > 0 ? descriptions : 0) - count * BYTES_PER_INTERACTION;
  let refusing = false;

  /** As much of an interaction as there is room for; what is overwritten has its room already. */
  function trimmed(
    { required, optional, description }: InteractionFields,
    index: number,
    again: boolean,
  ): Assignment[] {
    const prefix = `cmi.interactions.${index}.`;
    const toAssignment = ([field, value]: readonly [string, string], isOptional: boolean): Assignment => {
      return { element: prefix + field, value, ...(isOptional && { optional: true }) };
    };
    const core = required.map((field) => toAssignment(field, false));
    const extra = optional.map((field) => toAssignment(field, true));
    if (again) return [...core, ...extra];
    if (bytes(core) > room) return [];
    room -= bytes(core);
    if (bytes(extra) > room) return core;
    room -= bytes(extra);
    const told = description ? [toAssignment(['description', description], true)] : [];
    if (bytes(told) > Math.min(room, describing)) return [...core, ...extra];
    room -= bytes(told);
    describing -= bytes(told);
    return [...core, ...extra, ...told];
  }

  return {
    report(report, now) {
      const fields = refusing ? undefined : dialect.interaction(report, now, table);
      if (!fields) return [];
      const known = indexes.get(report.question);
      const index = known ?? next;
      if (index >= INTERACTIONS_MAX) return [];
      const assignments = trimmed(fields, index, known !== undefined);
      if (assignments.length > 0 && known === undefined) {
        indexes.set(report.question, index);
        next += 1;
      }
      return assignments;
    },
    refused(element) {
      if (element.endsWith('.id')) refusing = true;
    },
  };
}

/** What a value weighs in a form-encoded request. */
function bytes(assignments: readonly Assignment[]): number {
  return assignments.reduce((sum, { element, value }) => sum + element.length + 2 + encodedLength(value), 0);
}

function encodedLength(value: string): number {
  try {
    return encodeURIComponent(value).length;
  } catch {
    // A lone surrogate; counted as the replacement character it becomes.
    return value.length * 9;
  }
}
