import { openBrowserRecord } from '../../record/open-browser.ts';
import { parts } from '../site/dom.ts';
import { defineSession } from './session.ts';

/** The site's session: the record stays in this browser. */
defineSession(({ plan, renamed }) =>
  openBrowserRecord({ module: plan.module, win: window, ...(renamed && { renamed }) }),
);

/** The code of an activity comes when the first of its kind is near; until then it reads as text. */
const ACTIVITIES = {
  'sog-question': () => import('../question/question.ts'),
  'sog-dilemma': () => import('../dilemma/dilemma.ts'),
  'sog-reflection': () => import('../notes/reflection.ts'),
};
const NEAR = '1200px';

for (const [name, load] of Object.entries(ACTIVITIES)) {
  const watch = new IntersectionObserver(
    (changes) => {
      if (!changes.some((change) => change.isIntersecting)) return;
      watch.disconnect();
      void load();
    },
    { rootMargin: NEAR },
  );
  for (const element of document.querySelectorAll(name)) watch.observe(element);
}

/** A language switch keeps the place: headings have the same ids in both languages. */
for (const link of parts(document, 'a[data-twin]', HTMLAnchorElement)) {
  link.addEventListener('click', () => {
    const place = headingInView();
    if (place) link.hash = place;
  });
}

function headingInView(): string | undefined {
  const headings = Array.from(
    document.querySelectorAll('[data-lesson] h1[id], .lesson__text h2[id], .lesson__text h3[id]'),
  );
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 5);
  return above[above.length - 1]?.id;
}

/** The contents stand open beside the text on a wide screen, and fold into a bar on a phone. */
const wide = window.matchMedia('(min-width: 64rem)');
const fold = () => {
  for (const contents of parts(document, '[data-contents]', HTMLDetailsElement)) contents.open = wide.matches;
};
fold();
wide.addEventListener('change', fold);
