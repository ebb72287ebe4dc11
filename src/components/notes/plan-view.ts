import { create } from '../site/dom.ts';
import { downloadText } from '../site/download.ts';
import { printAlone } from '../site/print-alone.ts';
import { actionButton } from './action-button.ts';
import { hasText, noteFields, noteText } from './fields.ts';
import type { PlanData, PlanNote } from './plan-data.ts';
import type { NoteStore } from './store.ts';
import type { Say } from './words.ts';

/** A module that was begun on this device, with its notes. */
export interface PlanModule {
  readonly module: PlanData['modules'][number];
  readonly store: NoteStore;
}

/** Everything that was written, plan steps first; each can be changed where it stands. */
export function showPlan(around: HTMLElement, modules: readonly PlanModule[], say: Say): void {
  around.querySelector('[data-plan-list]')?.remove();
  const list = create('div', { 'data-plan-list': '' });
  const shown = modules
    .map((each) => ({ ...each, notes: notesOf(each) }))
    .filter(({ notes }) => notes.length > 0);
  const written = shown.some(({ notes, store }) => notes.some((note) => hasText(note, store)));
  if (!written) list.append(create('p', { class: 'notice' }, say('plan.empty')));
  for (const { module, notes, store } of shown) {
    list.append(create('h2', { id: `plan-${module.id}` }, module.title));
    list.append(...notes.map((note) => noteItem(note, say, store)));
  }
  if (written) list.append(actions(around, shown, say));
  around.append(list);
}

/** The plan step is always there to be filled in; other reflections once they are answered. */
function notesOf({ module, store }: PlanModule): readonly PlanNote[] {
  const wanted = module.notes.filter((note) => note.plan || hasText(note, store));
  return [...wanted.filter(({ plan }) => plan), ...wanted.filter(({ plan }) => !plan)];
}

function noteItem(note: PlanNote, say: Say, store: NoteStore): HTMLElement {
  const link = create('a', { class: 'alone', href: note.href }, note.lesson);
  const prompt = create('p', {}, note.prompt);
  if (note.lang) for (const text of [link, prompt]) text.lang = note.lang;
  return create(
    'section',
    { class: 'plan__note', 'aria-labelledby': `plan-note-${note.id}` },
    create('h3', { id: `plan-note-${note.id}` }, link),
    prompt,
    noteFields(note, say('note.answer'), say, store),
  );
}

function actions(
  around: HTMLElement,
  shown: readonly (PlanModule & { readonly notes: readonly PlanNote[] })[],
  say: Say,
): HTMLElement {
  const text = () =>
    shown
      .flatMap(({ module, notes, store }) => [
        module.title,
        ...notes.map((note) => `${note.lesson}\n${noteText(note, note.prompt, say, store)}`),
      ])
      .join('\n\n');
  return create(
    'p',
    { class: 'note__actions' },
    actionButton('download', say('note.download'), () => downloadText('my-plan.txt', text())),
    actionButton('print', say('note.print'), () =>
      printAlone(around.closest<HTMLElement>('.prose, [data-view]') ?? around),
    ),
  );
}
