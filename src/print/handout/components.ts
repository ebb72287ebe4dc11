import Figure from '../../components/lesson/Figure.astro';
import KeyPoint from '../../components/lesson/KeyPoint.astro';
import TrainerOnly from '../../components/lesson/TrainerOnly.astro';
import HandoutCite from './HandoutCite.astro';
import HandoutDilemma from './HandoutDilemma.astro';
import HandoutHeading from './HandoutHeading.astro';
import HandoutQuestion from './HandoutQuestion.astro';
import HandoutReflection from './HandoutReflection.astro';
import HandoutTerm from './HandoutTerm.astro';

/** What a lesson's MDX becomes in a handout: text and figures whole, activities short, references to its own end. */
export const handoutComponents = {
  h2: HandoutHeading,
  Question: HandoutQuestion,
  Dilemma: HandoutDilemma,
  KeyPoint,
  Term: HandoutTerm,
  Cite: HandoutCite,
  Reflection: HandoutReflection,
  Figure,
  Slide: TrainerOnly,
  TrainerNote: TrainerOnly,
};
