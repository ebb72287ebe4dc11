import { lessonText } from '../../curriculum/current.ts';
import { aloneMinutes } from '../../curriculum/minutes.ts';
import type { CurriculumModule } from '../../curriculum/model.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';
import type { Crumb } from './crumbs.ts';
import { homeHref, lessonHref, moduleHref } from './urls.ts';

const LICENCE = 'https://creativecommons.org/licenses/by-sa/4.0/';

type Thing = Readonly<Record<string, unknown>>;

export interface PageFacts {
  readonly lang: Lang;
  /** Makes an address of this site absolute. */
  readonly absolute: (path: string) => string;
  readonly crumbs: readonly Crumb[];
  readonly module?: CurriculumModule | undefined;
  readonly lesson?: string | undefined;
}

/**
 * What the page is, in the words of schema.org (Course, CourseInstance, LearningResource, BreadcrumbList). Only what
 * the content itself states: nothing about dates of a course, a teacher, or a phase of a project. Undefined for a page
 * that is nothing of the kind.
 */
export function structuredData(page: PageFacts): Thing | undefined {
  const { module, lesson, crumbs, lang } = page;
  const here = crumbs[crumbs.length - 1]?.href;
  const things: Thing[] = [];
  if (module && lesson) things.push(lessonThing(page, module, lesson));
  // A test or a dilemma belongs to the module, but is not the course itself.
  else if (module && here === moduleHref(lang, module.module.id)) things.push(courseThing(page, module));
  else if (here === homeHref(lang) && !module) things.push(siteThing(page));
  // A lesson's way is its course's; said once, on the module's page, it costs a lesson nothing.
  if (crumbs.length > 1 && !lesson) things.push(trail(page));
  return things.length > 0 ? { '@context': 'https://schema.org', '@graph': things } : undefined;
}

function siteThing({ lang, absolute }: PageFacts): Thing {
  const t = translator(lang);
  return {
    '@type': 'WebSite',
    name: t('site.name'),
    description: t('site.tagline'),
    url: absolute(homeHref(lang)),
    inLanguage: lang,
  };
}

function courseThing({ lang, absolute }: PageFacts, owner: CurriculumModule): Thing {
  const { module } = owner;
  const t = translator(lang);
  const url = absolute(moduleHref(lang, module.id));
  const time = minutes(aloneMinutes(owner, lang));
  return {
    '@type': 'Course',
    '@id': `${url}#course`,
    name: module.title[lang],
    description: module.summary[lang],
    url,
    inLanguage: lang,
    dateModified: module.updated,
    isAccessibleForFree: true,
    license: LICENCE,
    version: module.version,
    timeRequired: time,
    teaches: module.objectives.map((objective) => objective.text[lang]),
    audience: module.audiences.map((audience) => ({
      '@type': 'EducationalAudience',
      audienceType: t(`audience.${audience}`),
    })),
    provider: { '@type': 'Organization', name: t('site.name') },
    offers: { '@type': 'Offer', category: 'Free' },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      courseWorkload: time,
      inLanguage: lang,
    },
    hasPart: module.lessons.map((lesson) => ({
      '@type': 'LearningResource',
      name: lessonText(owner, lesson, lang).front.title,
      url: absolute(lessonHref(lang, module.id, lesson)),
    })),
  };
}

function lessonThing({ lang, absolute }: PageFacts, owner: CurriculumModule, lesson: string): Thing {
  const { module } = owner;
  const text = lessonText(owner, lesson, lang);
  const course = absolute(moduleHref(lang, module.id));
  return {
    '@type': 'LearningResource',
    name: text.front.title,
    url: absolute(lessonHref(lang, module.id, lesson)),
    inLanguage: text.lang,
    dateModified: module.updated,
    learningResourceType: 'lesson',
    timeRequired: minutes(text.front.minutes.alone),
    // The rest is said of the course, on the page of the module.
    isPartOf: { '@type': 'Course', '@id': `${course}#course` },
  };
}

function trail({ crumbs, absolute }: PageFacts): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      item: absolute(href),
    })),
  };
}

/** ISO 8601, as schema.org asks. */
function minutes(n: number): string {
  return `PT${n}M`;
}
