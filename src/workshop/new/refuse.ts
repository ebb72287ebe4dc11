import { listed } from '../../curriculum/closest.ts';
import type { ModuleParts, World } from '../../curriculum/world.ts';

/** What was asked for cannot be made, for the reason given; nothing was made. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Names that the site's own pages and the ledger's units of shared content have. */
const RESERVED: Readonly<Record<'module' | 'lesson', readonly string[]>> = {
  module: [
    ...['glossary', 'sources', 'pathways', 'privacy', 'search', 'packages', 'status', 'my-learning'],
    ...['term', 'pathway', 'channel', 'source', 'news', 'partners'],
  ],
  lesson: ['test', 'paper', 'pre-test', 'post-test', 'final-test', 'dilemmas', 'packages'],
};

/** The objective that was asked for, else the lesson's first, else the module's. */
export function objectiveOf(
  module: ModuleParts,
  lesson: string | undefined,
  given: string | undefined,
): string {
  const all = module.module?.value.objectives ?? [];
  if (given !== undefined) {
    if (all.some(({ id }) => id === given)) return given;
    throw new Refused(
      `There is no objective "${given}" in "${module.id}". Its objectives are ${listed(all.map(({ id }) => id))}.`,
    );
  }
  const found = all.find((objective) => objective.lesson === lesson) ?? all[0];
  if (found === undefined) throw new Refused(`The module "${module.id}" has no objective yet.`);
  return found.id;
}

/** A module that a skeleton may be put into: learners would read its placeholders in a published one. */
export function moduleToWrite(id: string, world: World): ModuleParts {
  const module = world.modules.find((candidate) => candidate.id === id);
  if (module === undefined) {
    throw new Refused(
      `There is no module "${id}". The modules are ${listed(world.modules.map((each) => each.id))}.`,
    );
  }
  if (!module.published) return module;
  throw new Refused(
    `The module "${id}" is published, and learners would read what is not written yet. Write "status: draft" in ${module.folder}/module.yaml while you work on it.`,
  );
}

export function refuseReserved(kind: 'module' | 'lesson', id: string): void {
  if (RESERVED[kind].includes(id))
    throw new Refused(`A ${kind} cannot be called "${id}": the site has a page or a list of that name.`);
}

/** An id is taken by what is there, and by whatever had it once: learners' records still speak of it. */
export function refuseTaken(
  kind: 'lesson' | 'question' | 'dilemma',
  id: string,
  present: ReadonlySet<string>,
  module: ModuleParts,
): void {
  if (present.has(id)) throw new Refused(`There is a ${kind} "${id}" in "${module.id}" already.`);
  const lock = typeof module.lock === 'object' ? module.lock.value[`${kind}s`] : {};
  const former = Object.values(lock).some((entry) => entry.renamedFrom?.includes(id));
  if (lock[id] === undefined && !former) return;
  throw new Refused(
    `"${id}" was the id of another ${kind} of "${module.id}", and learners' records still speak of it. Choose an id that was never used.`,
  );
}
