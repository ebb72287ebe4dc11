import Cite from '../../components/lesson/Cite.astro';
import Figure from '../../components/lesson/Figure.astro';
import KeyPoint from '../../components/lesson/KeyPoint.astro';
import TrainerOnly from '../../components/lesson/TrainerOnly.astro';
import HandoutTerm from '../handout/HandoutTerm.astro';
import WorkbookDilemma from './WorkbookDilemma.astro';
import WorkbookQuestion from './WorkbookQuestion.astro';
import WorkbookReflection from './WorkbookReflection.astro';

/** What a lesson's MDX becomes before ActivitiesOnly takes the activities out of it. */
export const workbookComponents = {
  Question: WorkbookQuestion,
  Dilemma: WorkbookDilemma,
  Reflection: WorkbookReflection,
  KeyPoint,
  Term: HandoutTerm,
  Cite,
  Figure,
  Slide: TrainerOnly,
  TrainerNote: TrainerOnly,
};
