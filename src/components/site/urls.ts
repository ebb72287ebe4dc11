import type { Lang } from '../../curriculum/schema/common.ts';
import { messagesMark } from '../../i18n/t.ts';
import type { TestForm } from '../../learning/types.ts';

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Every address of the site, under the base path it is deployed at. */
export const homeHref = (lang: Lang): string => `${BASE}/${lang}/`;
export const moduleHref = (lang: Lang, module: string): string => `${BASE}/${lang}/${module}/`;
export const pathwayHref = (lang: Lang, pathway: string): string => `${BASE}/${lang}/pathways/${pathway}/`;
export const dilemmaHref = (lang: Lang, module: string, dilemma: string): string =>
  `${BASE}/${lang}/${module}/dilemmas/${dilemma}/`;
export const lessonHref = (lang: Lang, module: string, lesson: string): string =>
  `${BASE}/${lang}/${module}/${lesson}/`;
/** Path of a test's page, and the id of its element: a package finds the one by the other. */
export const testId = (form: TestForm): string => (form === 'pre' ? 'pre-test' : 'final-test');
export const testHref = (lang: Lang, module: string, form: TestForm): string =>
  `${BASE}/${lang}/${module}/${testId(form)}/`;
/** A print view: handout, workbook or, for trainers, the paper test and its key. */
export const printHref = (lang: Lang, module: string, kind: string): string =>
  `${BASE}/${lang}/${module}/print/${kind}/`;
export const glossaryHref = (lang: Lang, term?: string): string =>
  `${BASE}/${lang}/glossary/${term ? `#term-${term}` : ''}`;
export const sourcesHref = (lang: Lang, source?: string): string =>
  `${BASE}/${lang}/sources/${source ? `#source-${source}` : ''}`;
export const privacyHref = (lang: Lang): string => `${BASE}/${lang}/privacy/`;
export const offlineHref = (lang: Lang): string => `${BASE}/${lang}/offline/`;
export const appManifestHref = (lang: Lang): string => `${BASE}/${lang}/app.webmanifest`;
export const myLearningHref = (lang: Lang): string => `${BASE}/${lang}/my-learning/`;
/** Of a module; without one, the page asks which. */
export const completionHref = (lang: Lang, module?: string): string =>
  `${BASE}/${lang}/my-learning/record/${module ? `?module=${module}` : ''}`;
/** Only the trainer's edition has this page. */
export const statusHref = (lang: Lang): string => `${BASE}/${lang}/status/`;
export const myPlanHref = (lang: Lang): string => `${BASE}/${lang}/my-plan/`;
/** The words elements speak; the mark changes with them, so that browsers may keep the file. */
export const spokenHref = (lang: Lang, of: 'all' | 'tests'): string =>
  `${BASE}/spoken/${of === 'tests' ? 'tests-' : ''}${lang}.js?v=${messagesMark(lang)}`;
/** The same for notes, which fetch them when one is near. */
export const noteWordsHref = (lang: Lang): string =>
  `${BASE}/spoken/notes-${lang}.json?v=${messagesMark(lang)}`;
export const inPlaceHref = (lang: Lang): string => `${BASE}/${lang}/in-place.json`;
export const assetHref = (path: string): string => `${BASE}/${path}`;
