import type { Lang } from '../../curriculum/schema/common.ts';
import type { TestForm } from '../../learning/types.ts';

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Every address of the site, under the base path it is deployed at. */
export const homeHref = (lang: Lang): string => `${BASE}/${lang}/`;
export const moduleHref = (lang: Lang, module: string): string => `${BASE}/${lang}/${module}/`;
export const lessonHref = (lang: Lang, module: string, lesson: string): string =>
  `${BASE}/${lang}/${module}/${lesson}/`;
/** Path of a test's page, and the id of its element: a package finds the one by the other. */
export const testId = (form: TestForm): string => (form === 'pre' ? 'pre-test' : 'final-test');
export const testHref = (lang: Lang, module: string, form: TestForm): string =>
  `${BASE}/${lang}/${module}/${testId(form)}/`;
export const glossaryHref = (lang: Lang, term?: string): string =>
  `${BASE}/${lang}/glossary/${term ? `#term-${term}` : ''}`;
export const sourcesHref = (lang: Lang, source?: string): string =>
  `${BASE}/${lang}/sources/${source ? `#source-${source}` : ''}`;
export const assetHref = (path: string): string => `${BASE}/${path}`;
