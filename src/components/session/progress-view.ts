import { lessonProgress } from '../../learning/progress.ts';
import type { ModulePlan, Outcome, TestState } from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { parts } from '../site/dom.ts';
import { localDigits, say } from './session-data.ts';

type Values = ReadonlyMap<EntryKey, EntryValue>;

/** Writes what the learner has done into every place of the page that asks for it. */
export function showProgress(plan: ModulePlan, values: Values): void {
  let read = 0;
  for (const lesson of plan.lessons) {
    const progress = lessonProgress(lesson, values);
    if (progress.read) read += 1;
    const state = progress.read ? 'read' : progress.started ? 'started' : 'notRead';
    for (const element of at('data-lesson-state', lesson.id)) {
      element.textContent = say(`lesson.${state}`);
      element.dataset['state'] = state;
    }
    for (const element of at('data-lesson-todo', lesson.id)) {
      const text = progress.left > 0 ? say('lesson.toDo', { n: progress.left }) : '';
      if (element.textContent !== text) element.textContent = text;
    }
  }
  const total = plan.lessons.length;
  for (const bar of parts(document, 'progress[data-module-progress]', HTMLProgressElement)) {
    bar.max = total;
    bar.value = read;
  }
  write('data-module-read', say('module.lessonsRead', { n: read, total }));
  write('data-module-count', localDigits(`${read}/${total}`));
  const outcome = values.get('outcome') as Outcome | undefined;
  const best = outcome?.score ?? (values.get('test/post') as TestState | undefined)?.best ?? null;
  write('data-module-best', best === null ? say('module.noScore') : say('module.best', { score: best }));
  write(
    'data-module-completion',
    say(outcome?.completion === 'completed' ? 'module.complete' : 'module.incomplete'),
  );
}

function write(attribute: string, text: string): void {
  for (const element of parts(document, `[${attribute}]`, HTMLElement)) element.textContent = text;
}

function at(attribute: string, value: string): HTMLElement[] {
  return parts(document, `[${attribute}="${value}"]`, HTMLElement);
}
