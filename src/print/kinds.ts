import { isTrainerEdition } from '../curriculum/current.ts';

/** What a learner may print of a module. */
export const LEARNER_KINDS = ['handout', 'workbook'] as const;
/** What only a trainer's edition holds: the paper test, and the key to it. */
export const TRAINER_KINDS = ['paper', 'paper-key'] as const;

export type PrintKind = (typeof LEARNER_KINDS)[number] | (typeof TRAINER_KINDS)[number];

/** The print views of the edition that is being built. */
export function printKinds(): readonly PrintKind[] {
  return isTrainerEdition() ? [...LEARNER_KINDS, ...TRAINER_KINDS] : LEARNER_KINDS;
}
