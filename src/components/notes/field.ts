import { formatEnglishDate, formatKhmerDate } from '../../khmer/dates.ts';
import type { NoteKey } from '../../learning/snapshot.ts';
import type { NoteState } from '../../learning/types.ts';
import { pageLang } from '../session/session-data.ts';
import { today } from '../session/today.ts';
import { create } from '../site/dom.ts';
import { type NoteStore, otherNotes, ownNote } from './store.ts';
import type { Say } from './words.ts';

/** Characters a note may have. */
export const LIMIT = 4000;
const NEAR = [0, 20, 50, 100, 200];
/** What is typed is written down at the latest after this pause. */
const PAUSE_MS = 700;

/** Fired on the document when a note was written: a package may show the same note in two views. */
export const NOTED = 'sog:noted';
export interface NoteChange {
  readonly key: NoteKey;
  readonly note: NoteState;
  /** The field it was written in. */
  readonly by: HTMLElement;
}

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly rows: number;
  readonly say: Say;
  readonly store: NoteStore;
  /** Hears whether what was typed could be kept. */
  readonly told: (kept: boolean) => void;
}

/** A labelled text that keeps what is typed: after a pause, when left, and when the page goes away. */
export function noteField({ id, label, rows, say, store, told }: FieldOptions): HTMLElement {
  const area = create('textarea', {
    id: document.getElementById(`note-${id}`) ? `note-${id}--again` : `note-${id}`,
    rows: String(rows),
    maxlength: String(LIMIT),
    autocomplete: 'off',
  });
  area.value = ownNote(store, id)?.text ?? '';
  // A text area prints only what it shows.
  const paper = create('p', { class: 'note__paper', 'aria-hidden': 'true' }, area.value);
  const near = create('p', { role: 'status', class: 'quiet' });
  const date = create(
    'p',
    { class: 'quiet', 'data-date': '' },
    // The line is there before the date: a button below it must not move away under the finger.
    rows > 1 ? dateText(say, ownNote(store, id)) || '\u00a0' : '',
  );
  const key: NoteKey = `note/${id}/${store.device}`;
  let typed = false;
  const write = () => {
    // Only what was typed here: another field or tab may have changed the note since.
    if (!typed) return;
    typed = false;
    const note = { text: area.value, on: today() };
    store.put(key, note, (result) => told(result.ok));
    if (rows > 1) date.textContent = dateText(say, note);
    document.dispatchEvent(new CustomEvent<NoteChange>(NOTED, { detail: { key, note, by: area } }));
  };
  document.addEventListener(NOTED, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const change = event.detail as NoteChange;
    if (change.key !== key || change.by === area || typed) return;
    area.value = change.note.text;
    paper.textContent = area.value;
    if (rows > 1) date.textContent = dateText(say, change.note);
  });
  let waiting = false;
  area.addEventListener('input', () => {
    typed = true;
    paper.textContent = area.value;
    const text = limitText(say, area.value.length);
    if (near.textContent !== text) near.textContent = text;
    // Counted from the first letter, not from the last: nobody types a minute without a word being kept.
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      write();
    }, PAUSE_MS);
  });
  area.addEventListener('blur', write);
  store.whenLeaving(write);
  document.addEventListener('visibilitychange', write);
  const others = otherNotes(store, id).map((note) =>
    create(
      'blockquote',
      {},
      create('p', { class: 'quiet' }, say('note.elsewhere'), ' ', dateText(say, note)),
      create('p', { class: 'note__other' }, note.text),
    ),
  );
  return create(
    'div',
    { class: 'note' },
    create('label', { for: area.id }, label),
    area,
    paper,
    near,
    date,
    ...others,
  );
}

function limitText(say: Say, length: number): string {
  const left = NEAR.find((n) => LIMIT - length <= n);
  if (left === undefined) return '';
  return left === 0 ? say('note.full', { n: LIMIT }) : say('note.left', { n: left });
}

function dateText(say: Say, note: { readonly text: string; readonly on: string } | undefined): string {
  if (!note?.text) return '';
  return say('note.on', {
    date: pageLang() === 'km' ? formatKhmerDate(note.on) : formatEnglishDate(note.on),
  });
}
