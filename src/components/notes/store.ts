import type { NoteKey, Values } from '../../learning/snapshot.ts';
import type { NoteState } from '../../learning/types.ts';
import type { LearningRecord, Result } from '../../record/port.ts';
import { LEAVING, save } from '../session/events.ts';

/** Where the notes of one module are kept. */
export interface NoteStore {
  /** Every note there is, of this and of other devices. */
  readonly values: () => Values;
  readonly device: string;
  /** Whether a note is still there the next time. */
  readonly keeps: boolean;
  /** Whether an LMS is around, which is often the employer's. */
  readonly inLms: boolean;
  readonly put: (key: NoteKey, value: NoteState, done: (result: Result<void>) => void) => void;
  /** Runs right before the page goes away. */
  readonly whenLeaving: (run: () => void) => void;
}

/** The plan step has two more fields beside its text, each a note of its own. */
export const PLAN_FIELDS = ['by', 'with'] as const;
export const planFieldId = (id: string, field: (typeof PLAN_FIELDS)[number]): string => `${id}--${field}`;

/** The notes of the session around an element; undefined until its record is open. */
export function sessionNotes(element: HTMLElement): NoteStore | undefined {
  const session = element.closest('sog-session');
  if (!(session instanceof HTMLElement) || !('record' in session) || !('values' in session)) return undefined;
  // The shapes are those of components/session/session.ts.
  const record = session.record as LearningRecord | undefined;
  if (!record) return undefined;
  return {
    values: () => session.values as Values,
    device: record.device,
    keeps: record.keepsOnDevice,
    inLms: record.adapter.startsWith('scorm'),
    put: (key, value, done) => save(element, { entries: [{ key, value }], done }),
    whenLeaving: (run) => session.addEventListener(LEAVING, run),
  };
}

/** What this device wrote. */
export function ownNote({ values, device }: NoteStore, id: string): NoteState | undefined {
  return values().get(`note/${id}/${device}`) as NoteState | undefined;
}

/** What other devices wrote, after records were merged. */
export function otherNotes({ values, device }: NoteStore, id: string): NoteState[] {
  return Array.from(values())
    .filter(([key]) => key.startsWith(`note/${id}/`) && key !== `note/${id}/${device}`)
    .map(([, value]) => value as NoteState)
    .filter(({ text }) => text !== '');
}
