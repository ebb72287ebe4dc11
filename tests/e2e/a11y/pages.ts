import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Lang } from '../../../src/curriculum/schema/common.ts';
import { SITE } from '../../support/addresses.ts';
import { wrongOptions } from '../../support/curriculum.ts';
import { answer, answerRight, walkDilemma } from '../../support/learner.ts';
import { launch, packageFile, takeSeat } from '../../support/lms.ts';

export const LANGS = ['km', 'en'] as const;

/** Every page that was built, below the site's address. */
export const pages: readonly string[] = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();

export const pagesIn = (lang: Lang): readonly string[] => pages.filter((page) => page.startsWith(`${lang}/`));

/** One page of each kind: what a costly test looks at. */
export const kinds = (lang: Lang): readonly string[] => [
  `${lang}/`,
  `${lang}/integrity/`,
  `${lang}/integrity/gifts-and-thanks/`,
  `${lang}/integrity/speaking-up/`,
  `${lang}/integrity/dilemmas/the-basket/`,
  `${lang}/integrity/final-test/`,
  `${lang}/pathways/one-window/`,
  `${lang}/glossary/`,
  `${lang}/sources/`,
  `${lang}/privacy/`,
  `${lang}/offline/`,
  `${lang}/my-learning/`,
  `${lang}/my-learning/record/`,
  `${lang}/my-plan/`,
];

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(SITE + path);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => {
    const session = document.querySelector('sog-session');
    // The buttons for terms and sources come last.
    const cites = [...document.querySelectorAll('sup.cite a')];
    // What is far below is laid out piece by piece; until then nothing on it can be measured.
    const blocks = [...document.querySelectorAll('.lesson__text > *, .lesson__sources, .footer')];
    return (
      (!session || session.hasAttribute('data-open')) &&
      (!session || cites.every((cite) => cite.hasAttribute('role'))) &&
      blocks.every((block) => getComputedStyle(block).contentVisibility === 'visible')
    );
  });
}

/** Brings every activity of the page to life, and goes back to the top. */
export async function awaken(page: Page): Promise<void> {
  for (const activity of await page.locator('sog-question, sog-dilemma, sog-reflection').all()) {
    if (!(await activity.isVisible())) continue;
    await activity.scrollIntoViewIfNeeded();
    await activity.and(page.locator('[data-live]')).waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

export async function visitLesson(page: Page, lang: Lang, lesson = 'gifts-and-thanks'): Promise<void> {
  await visit(page, `${lang}/integrity/${lesson}/`);
  await awaken(page);
}

/** A lesson with a right and a wrong answer, and a dilemma walked to an end: every state there is. */
export async function visitAnswered(page: Page, lang: Lang): Promise<void> {
  await visitLesson(page, lang);
  await answerRight(page, 'ask-first');
  await answer(page, 'not-a-gift', wrongOptions('not-a-gift'));
  await walkDilemma(page, 'the-basket');
  await page.locator('sog-reflection textarea').first().fill('…');
}

/** The document of a package in a window of its own, as an LMS would show it. */
export async function visitPackage(page: Page, lang: Lang): Promise<void> {
  const seat = await takeSeat(page, packageFile(lang, 'scorm12'));
  const sco = await launch(seat);
  await page.goto(sco.url());
  await page.waitForFunction(() => document.querySelector('sog-session[data-open]') !== null);
}
