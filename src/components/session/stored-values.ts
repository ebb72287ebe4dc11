import type { EntryKey, EntryValues } from '../../learning/snapshot.ts';
import { valueAt } from '../../learning/snapshot.ts';
import type { EntryValue } from '../../record/port.ts';

/** What the session of an element has under a key; undefined where there is nothing, or the record is not open yet. */
export function storedAt<K extends EntryKey>(element: HTMLElement, key: K): EntryValues[K] | undefined {
  const session = element.closest('sog-session');
  const values: unknown = session && 'values' in session ? session.values : undefined;
  return values instanceof Map ? valueAt(values as Map<EntryKey, EntryValue>, key) : undefined;
}
