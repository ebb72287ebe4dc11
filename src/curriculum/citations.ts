import { textIn } from './lesson-text.ts';
import type { CurriculumModule, Lesson } from './model.ts';
import { reasonsOf } from './question-parts.ts';
import type { Lang } from './schema/common.ts';

/** Ids of the sources a lesson cites, in the order of first use: first in its text, then in its activities. */
export function lessonSources(module: CurriculumModule, lesson: Lesson, lang: Lang): string[] {
  const uses = textIn(lesson, lang)?.uses ?? [];
  const cited = uses.filter((use) => use.name === 'Cite').map((use) => use.attributes['id'] ?? '');
  const inActivities = uses.flatMap((use) => activitySources(module, use.name, use.attributes['id'] ?? ''));
  return [...new Set([...cited, ...inActivities])];
}

/** Ids of the sources of all lessons of a module, each once, in the order of first use: one list for a whole print. */
export function moduleSources(module: CurriculumModule, lang: Lang): string[] {
  return [...new Set(module.lessons.flatMap((lesson) => lessonSources(module, lesson, lang)))];
}

/** Ids of the terms that a module's lessons mark, each once. */
export function moduleTerms(module: CurriculumModule, lang: Lang): string[] {
  const uses = module.lessons.flatMap((lesson) => textIn(lesson, lang)?.uses ?? []);
  return [...new Set(uses.filter((use) => use.name === 'Term').map((use) => use.attributes['id'] ?? ''))];
}

function activitySources(module: CurriculumModule, component: string, id: string): string[] {
  if (component === 'Question') {
    const question = module.questions.get(id);
    return question === undefined ? [] : reasonsOf(question).flatMap(({ source }) => source ?? []);
  }
  if (component === 'Dilemma') {
    const scenes = Object.values(module.dilemmas.get(id)?.scenes ?? {});
    return scenes.flatMap(({ source, choices, end }) =>
      [source ?? [], (choices ?? []).map(({ why }) => why?.source ?? []), end?.source ?? []].flat(2),
    );
  }
  return [];
}
