import type { PlaceState } from '../../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../../record/port.ts';
import { parts } from '../../site/dom.ts';
import { say } from '../session-data.ts';
import { openSession, whenOpen } from './open-session.ts';

/** Turns "start" into "continue where you stopped", once the record is open, if there is a place to go back to. */
export function offerToContinue(): void {
  whenOpen(() => {
    const session = openSession();
    if (session) offerFrom(session.values);
  });
}

function offerFrom(values: ReadonlyMap<EntryKey, EntryValue>): void {
  const place = values.get('place') as PlaceState | undefined;
  if (!place) return;
  for (const link of parts(document, 'a[data-continue]', HTMLAnchorElement)) {
    const lesson = parts(document, '.overview .way__link', HTMLAnchorElement).find(
      (candidate) => candidate.dataset['lessonLink'] === place.lesson,
    );
    if (!lesson) continue;
    link.href = lesson.href;
    if (place.anchor) link.hash = place.anchor;
    link.textContent = say('module.continue');
  }
}
