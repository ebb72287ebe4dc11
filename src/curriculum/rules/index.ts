import type { Fault } from '../model.ts';
import type { World } from '../world.ts';
import {
  activitiesStandOnce,
  dilemmasStandInTheirLesson,
  nothingIsUnused,
  reservedQuestionsStayReserved,
} from './activity-use.ts';
import { attributionIsCoherent } from './attribution.ts';
import { channelsAreCoherent } from './channels.ts';
import { componentsAreWellFormed } from './components.ts';
import { dilemmasCanBePlayed } from './dilemma-graph.ts';
import { figuresAreWhole } from './figures.ts';
import { headingLevelsAreSound } from './headings.ts';
import { idsAreLocked } from './ids-lock.ts';
import { imagesAreSound } from './images.ts';
import { lessonsHaveTheRightLength, minutesFit } from './length.ts';
import { lessonsAreListed, lessonsHaveTwins } from './lessons.ts';
import { newsLeadsSomewhere } from './news.ts';
import { objectivesAreUnique } from './objectives.ts';
import { pathwaysLeadSomewhere } from './pathways.ts';
import { moduleHasAPlanStep } from './plan-step.ts';
import { questionIdsAreUnique, questionsHaveAKey, typesFitTheirPool } from './questions.ts';
import { lessonIdsExist, yamlIdsExist } from './references.ts';
import { khmerStatesItsReview } from './review.ts';
import type { ModuleRule, WorldRule } from './rule.ts';
import { twinsAreEquallySensitive } from './sensitive.ts';
import { sessionPlanAddsUp } from './session-plan.ts';
import { moduleSourcesAreSound, sharedSourcesAreSound } from './sources.ts';
import { testItemsArePaired } from './test-pairs.ts';
import { testSetsCanBeDrawn } from './test-sets.ts';
import { twinsMatch } from './twins.ts';

const MODULE_RULES: readonly ModuleRule[] = [
  lessonsAreListed,
  lessonsHaveTwins,
  twinsMatch,
  headingLevelsAreSound,
  componentsAreWellFormed,
  lessonIdsExist,
  yamlIdsExist,
  objectivesAreUnique,
  moduleSourcesAreSound,
  questionsHaveAKey,
  questionIdsAreUnique,
  typesFitTheirPool,
  activitiesStandOnce,
  nothingIsUnused,
  reservedQuestionsStayReserved,
  testItemsArePaired,
  testSetsCanBeDrawn,
  dilemmasStandInTheirLesson,
  dilemmasCanBePlayed,
  moduleHasAPlanStep,
  figuresAreWhole,
  imagesAreSound,
  lessonsHaveTheRightLength,
  minutesFit,
  khmerStatesItsReview,
  twinsAreEquallySensitive,
  sessionPlanAddsUp,
  idsAreLocked,
];

const WORLD_RULES: readonly WorldRule[] = [
  sharedSourcesAreSound,
  channelsAreCoherent,
  pathwaysLeadSomewhere,
  newsLeadsSomewhere,
  attributionIsCoherent,
];

/** Everything that is wrong between files, all rules over all modules. */
export function crossCheck(world: World): Fault[] {
  return [
    ...world.modules.flatMap((module) => MODULE_RULES.flatMap((rule) => rule(module, world))),
    ...WORLD_RULES.flatMap((rule) => rule(world)),
  ];
}
