import { textIn } from './lesson-text.ts';
import type { CurriculumModule, Lesson } from './model.ts';
import type { Lang } from './schema/common.ts';

/** Ids of the sources a lesson cites, in the order of first use: first in its text, then in its activities. */
export function lessonSources(module: CurriculumModule, lesson: Lesson, lang: Lang): string[] {
  const uses = textIn(lesson, lang)?.uses ?? [];
  const cited = uses.filter((use) => use.name === 'Cite').map((use) => use.attributes['id'] ?? '');
  const inActivities = uses.flatMap((use) => activitySources(module, use.name, use.attributes['id'] ?? ''));
  return [...new Set([...cited, ...inActivities])];
}

function activitySources(module: CurriculumModule, component: string, id: string): string[] {
  if (component === 'Question') {
    return module.questions.get(id)?.options.flatMap((option) => option.source ?? []) ?? [];
  }
  if (component === 'Dilemma') {
    const scenes = Object.values(module.dilemmas.get(id)?.scenes ?? {});
    return scenes.flatMap(({ source, choices, end }) =>
      [source ?? [], (choices ?? []).map(({ why }) => why?.source ?? []), end?.source ?? []].flat(2),
    );
  }
  return [];
}
