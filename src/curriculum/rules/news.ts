import { didYouMean } from '../closest.ts';
import { fault } from '../located.ts';
import type { WorldRule } from './rule.ts';

/** News leads to a module or a lesson that exists. */
export const newsLeadsSomewhere: WorldRule = (world) => {
  const lessons = world.modules.flatMap(({ id, listed }) =>
    (listed ?? []).map((lesson) => `${id}/${lesson.id}`),
  );
  const known = [...world.modules.map(({ id }) => id), ...lessons];
  return [...world.news.items.values()].flatMap(({ value, at }) => {
    const { link } = value;
    if (link === undefined || known.includes(link)) return [];
    const module = world.modules.find(({ id }) => link.startsWith(`${id}/`));
    if (module !== undefined && module.listed === undefined) return [];
    const mend = `${didYouMean(link, known)}Write a module, or a module and a lesson of its module.yaml, joined by "/".`;
    return [fault(at('link'), 'news/link-unknown', `There is no module or lesson "${link}".`, mend)];
  });
};
