import type { EntryKey, EntryValue, ResponseReport, Result } from '../../record/port.ts';

/** An activity asks its session to save what a learner did. */
export interface SaveDetail {
  readonly entries: readonly { readonly key: EntryKey; readonly value: EntryValue }[];
  readonly responses?: readonly ResponseReport[];
  /** Hears how it went, and tells the learner; without it the session does. */
  readonly done?: (result: Result<void>) => void;
}
export const SAVE = 'sog:save';

/** Fired on the session right before it ends: the last moment to save what is not saved yet. */
export const LEAVING = 'sog:leaving';

/** An activity that came to life after its session opened asks for its state. */
export const READY = 'sog:ready';

/** Fired on the session once its record is open; `detail` is the values by key. */
export const OPENED = 'sog:opened';
/** Fired on the session after a batch was saved; `detail` is the name of the adapter. */
export const SAVED = 'sog:saved';

/** What the session calls on elements with `data-key` once the record is open. */
export interface Restorable extends HTMLElement {
  restore(value: EntryValue | undefined): void;
}

export function isRestorable(element: Element): element is Restorable {
  return 'restore' in element && typeof element.restore === 'function';
}

export function save(from: HTMLElement, detail: SaveDetail): void {
  from.dispatchEvent(new CustomEvent<SaveDetail>(SAVE, { bubbles: true, detail }));
}
