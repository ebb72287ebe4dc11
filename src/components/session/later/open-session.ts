import type { EntryKey, EntryValue, LearningRecord } from '../../../record/port.ts';
import { OPENED } from '../events.ts';

/** What the session lets the parts see that come after the page. */
export interface SessionElement extends HTMLElement {
  readonly values: ReadonlyMap<EntryKey, EntryValue>;
  /** Once it is open. */
  readonly record: LearningRecord | undefined;
}

/** The page's session, if it has one and its record is open. */
export function openSession(): SessionElement | undefined {
  const session = document.querySelector<HTMLElement>('sog-session[data-open]');
  return session && 'record' in session ? (session as SessionElement) : undefined;
}

/** Runs once the record of the page's session is open; at once if it is already. */
export function whenOpen(run: () => void): void {
  if (openSession()) run();
  else document.addEventListener(OPENED, run, { once: true });
}
