import DilemmaLink from '../dilemma/DilemmaLink.astro';
import DilemmaWhole from '../dilemma/DilemmaWhole.astro';
import Question from '../question/Question.astro';
import Cite from './Cite.astro';
import Figure from './Figure.astro';
import KeyPoint from './KeyPoint.astro';
import Reflection from './Reflection.astro';
import Term from './Term.astro';
import TrainerOnly from './TrainerOnly.astro';

/** What authors may use in MDX without imports (see docs/authoring.md), on the site. */
export const siteComponents = {
  Question,
  Dilemma: DilemmaLink,
  KeyPoint,
  Term,
  Cite,
  Reflection,
  Figure,
  Slide: TrainerOnly,
  TrainerNote: TrainerOnly,
};

/** The same in a package, which has everything in one document. */
export const packageComponents = { ...siteComponents, Dilemma: DilemmaWhole };
