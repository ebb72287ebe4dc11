import type { EntryKey, EntryValue } from '../../record/port.ts';
import { parts } from '../site/dom.ts';
import { save } from './events.ts';

/**
 * Notes where the learner is: the heading last passed (`place`), and which lessons were shown to their end (`seen`).
 * A lesson counts as seen when its end marker came into view, wherever the scrolling happens (an LMS frame may be
 * taller than the screen, so the viewport of this document says nothing).
 */
export function watchPlace(session: HTMLElement, values: ReadonlyMap<EntryKey, EntryValue>): void {
  const seen = new IntersectionObserver((changes) => {
    for (const change of changes) {
      const lesson = change.target instanceof HTMLElement ? change.target.dataset['lessonEnd'] : undefined;
      if (!change.isIntersecting || !lesson || values.has(`seen/${lesson}`)) continue;
      save(session, { entries: [{ key: `seen/${lesson}`, value: true }] });
    }
  });
  for (const end of parts(session, '[data-lesson-end]', HTMLElement)) seen.observe(end);

  const place = new IntersectionObserver(
    (changes) => {
      const last = changes.filter((change) => change.isIntersecting).pop()?.target;
      const lesson = last?.closest<HTMLElement>('[data-lesson]')?.dataset['lesson'];
      if (!last || !lesson) return;
      save(session, {
        entries: [{ key: 'place', value: { lesson, ...(last.id !== lesson && { anchor: last.id }) } }],
      });
    },
    // The upper part of the screen: the heading being read, not the one coming up below.
    { rootMargin: '0px 0px -55% 0px' },
  );
  for (const heading of parts(
    session,
    '[data-lesson] h1, [data-lesson] h2[id], [data-lesson] h3[id]',
    HTMLElement,
  )) {
    if (!heading.closest('.lesson__sources')) place.observe(heading);
  }
}
