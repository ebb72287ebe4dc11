import { lessonSources } from '../../curriculum/citations.ts';
import { lessonTitle, titleLang } from '../../curriculum/current.ts';
import type { CurriculumModule } from '../../curriculum/model.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import type { Source } from '../../curriculum/schema/reference.ts';
import { lessonHref } from './urls.ts';

export interface SourceGroup {
  readonly issuer: string;
  /** ASCII, for an address. */
  readonly id: string;
  readonly sources: readonly Source[];
}

/** Sources by who issued them; issuers and their sources in alphabetical order. Those nobody has checked are left out. */
export function sourceGroups(sources: Iterable<Source>): SourceGroup[] {
  const { compare } = new Intl.Collator('en');
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.confidence === 'low') continue;
    groups.set(source.issuer, [...(groups.get(source.issuer) ?? []), source]);
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([issuer, members], i) => ({
      issuer,
      id: `issuer-${i + 1}`,
      sources: members.sort((a, b) => compare(a.title, b.title)),
    }));
}

export interface Citation {
  readonly href: string;
  readonly title: string;
  /** Language of the title where it is not the page's own. */
  readonly lang: Lang | undefined;
}

/** For each source id, the lessons that cite it, in the order of study. */
export function citations(modules: readonly CurriculumModule[], lang: Lang): Map<string, Citation[]> {
  const cited = new Map<string, Citation[]>();
  for (const owner of modules) {
    for (const lesson of owner.lessons) {
      const here = {
        href: lessonHref(lang, owner.module.id, lesson.id),
        title: lessonTitle(owner, lesson.id, lang),
        lang: titleLang(owner, lesson.id, lang),
      };
      for (const id of lessonSources(owner, lesson, lang)) cited.set(id, [...(cited.get(id) ?? []), here]);
    }
  }
  return cited;
}
