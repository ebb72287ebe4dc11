import Dilemma from '../dilemma/Dilemma.astro';
import Question from '../question/Question.astro';
import Cite from './Cite.astro';
import Figure from './Figure.astro';
import KeyPoint from './KeyPoint.astro';
import Reflection from './Reflection.astro';
import Term from './Term.astro';
import TrainerOnly from './TrainerOnly.astro';

/** What authors may use in MDX without imports (see docs/authoring.md). */
export const lessonComponents = {
  Question,
  Dilemma,
  KeyPoint,
  Term,
  Cite,
  Reflection,
  Figure,
  Slide: TrainerOnly,
  TrainerNote: TrainerOnly,
};
