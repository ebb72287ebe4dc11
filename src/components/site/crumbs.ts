import { lessonTitle, moduleById, titleLang } from '../../curriculum/current.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';
import { homeHref, lessonHref, moduleHref } from './urls.ts';

/** One step of the way from the home page to a page; the last one is the page itself. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
  /** Language of the label where it is not the page's own. */
  readonly lang?: Lang | undefined;
}

export function homeCrumbs(lang: Lang): Crumb[] {
  return [{ label: translator(lang)('nav.home'), href: homeHref(lang) }];
}

/** A page right below the home page: glossary, sources, privacy, a pathway. */
export function pageCrumbs(lang: Lang, label: string, href: string): Crumb[] {
  return [...homeCrumbs(lang), { label, href }];
}

export function moduleCrumbs(lang: Lang, module: string): Crumb[] {
  return pageCrumbs(lang, moduleById(module).module.title[lang], moduleHref(lang, module));
}

export function lessonCrumbs(lang: Lang, module: string, lesson: string): Crumb[] {
  const owner = moduleById(module);
  const label = lessonTitle(owner, lesson, lang);
  const here = {
    label,
    href: lessonHref(lang, module, lesson),
    lang: titleLang(owner, lesson, lang),
  };
  return [...moduleCrumbs(lang, module), here];
}
