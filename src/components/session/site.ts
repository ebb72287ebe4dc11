import '../question/question.ts';
import '../dilemma/dilemma.ts';
import { openBrowserRecord } from '../../record/open-browser.ts';
import { part } from '../site/dom.ts';
import { defineSession } from './session.ts';

/** The site's session: the record stays in this browser. */
defineSession(({ plan, renamed }) =>
  openBrowserRecord({ module: plan.module, win: window, ...(renamed && { renamed }) }),
);

/** A language switch keeps the place: headings have the same ids in both languages. */
part(document, 'a[data-twin]', HTMLAnchorElement).addEventListener('click', (event) => {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  const place = headingInView();
  if (place) link.hash = place;
});

function headingInView(): string | undefined {
  const headings = Array.from(document.querySelectorAll('[data-lesson] h1[id], .lesson__text [id]'));
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 5);
  return above[above.length - 1]?.id;
}
