import { create } from '../site/dom.ts';
import { noteField } from './field.ts';
import { type NoteStore, ownNote, PLAN_FIELDS, planFieldId } from './store.ts';
import type { Say } from './words.ts';

export interface NotePlace {
  readonly id: string;
  /** The plan step of its module: with a day and a person. */
  readonly plan: boolean;
}

/**
 * All fields of a reflection, with one line that says whether they are kept. That line grows when the focus leaves a
 * field, so it stands below `actions`: a button that moves away under the finger would not be pressed.
 */
export function noteFields(
  { id, plan }: NotePlace,
  label: string,
  say: Say,
  store: NoteStore,
  ...actions: HTMLElement[]
): HTMLElement {
  const status = create('p', { role: 'status', 'data-status': '' });
  const kept = create('p', { class: 'quiet', 'data-kept': '' });
  const told = (ok: boolean) => {
    // Told when it changes, not at every pause of the typing.
    status.textContent = ok ? '' : say('note.failed');
    kept.textContent =
      ok && store.keeps ? `${say('note.saved')} ${keptText(say, store)}` : keptText(say, store);
  };
  kept.textContent = keptText(say, store);
  const shared = { say, store, told };
  const extra = PLAN_FIELDS.map((field) =>
    noteField({ id: planFieldId(id, field), label: say(`plan.${field}`), rows: 1, ...shared }),
  );
  return create(
    'div',
    { class: 'notes' },
    noteField({ id, label: plan ? say('plan.step') : label, rows: 4, ...shared }),
    ...(plan ? extra : []),
    ...actions,
    kept,
    status,
  );
}

function keptText(say: Say, { keeps, inLms }: NoteStore): string {
  if (!keeps) return say('note.notKept');
  return say(inLms ? 'note.kept.package' : 'note.kept');
}

/** A reflection as plain text: what it asks, and what was written. */
export function noteText({ id, plan }: NotePlace, prompt: string, say: Say, store: NoteStore): string {
  const lines = [prompt.trim(), '', `${plan ? `${say('plan.step')} ` : ''}${ownNote(store, id)?.text ?? ''}`];
  for (const field of plan ? PLAN_FIELDS : []) {
    lines.push(`${say(`plan.${field}`)}: ${ownNote(store, planFieldId(id, field))?.text ?? ''}`);
  }
  return lines.join('\n');
}

export function hasText({ id, plan }: NotePlace, { values }: NoteStore): boolean {
  const ids = [id, ...(plan ? PLAN_FIELDS.map((field) => planFieldId(id, field)) : [])];
  return Array.from(values()).some(
    ([key, value]) =>
      ids.some((each) => key.startsWith(`note/${each}/`)) &&
      typeof value === 'object' &&
      'text' in value &&
      value.text !== '',
  );
}
