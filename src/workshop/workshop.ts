import type { Curriculum, CurriculumModule } from '../curriculum/model.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import type { Ledger } from './ledger.ts';
import { type Owner, ownersOf, unitsOf } from './units.ts';

/** What the commands of authors and translators look at: the content, cut into units, and what is recorded of them. */
export interface Workshop {
  readonly curriculum: Curriculum;
  readonly owners: ReadonlyMap<string, Owner>;
  readonly ledger: Ledger;
}

export function workshopOf(curriculum: Curriculum, tree: ContentTree, ledger: Ledger): Workshop {
  const owners = ownersOf(unitsOf(curriculum, tree));
  return { curriculum, owners: new Map(owners.map((owner) => [owner.id, owner])), ledger };
}

/** The component of an activity or figure, and the kind of owner it shows. */
const SHOWN: Readonly<Record<string, string>> = {
  Question: 'question',
  Dilemma: 'dilemma',
  Figure: 'figure',
};

/** What a lesson's page shows: the lesson itself first, then its questions, dilemmas and figures. */
export function ownersOnPage({ owners }: Workshop, module: CurriculumModule, lesson: string): Owner[] {
  const { id } = module.module;
  const texts = module.lessons.find((candidate) => candidate.id === lesson)?.texts;
  const uses = (texts?.en ?? texts?.km)?.uses ?? [];
  const parts = uses.flatMap(({ name, attributes }) =>
    SHOWN[name] === undefined ? [] : [`${id}/${SHOWN[name]}/${attributes['id'] ?? ''}`],
  );
  return [`${id}/lesson/${lesson}`, ...new Set(parts)].flatMap((owner) => owners.get(owner) ?? []);
}
