import '../../src/components/search/document.ts';
import '../../src/components/question/question.ts';
import '../../src/components/dilemma/dilemma.ts';
import '../../src/components/notes/reflection.ts';
import '../../src/components/session/my-plan.ts';
import '../../src/components/test/test.ts';
import { openInPlace } from '../../src/components/lesson/in-place.ts';
import { inPlaceHere } from '../../src/components/lesson/in-place-data.ts';
import { startReadingHere } from '../../src/components/reading/document.ts';
import { offerToContinue } from '../../src/components/session/later/continue.ts';
import { keepTime } from '../../src/components/session/later/time-keeper.ts';
import { showOwnRecord } from '../../src/components/session/my-learning/in-package.ts';
import { startNavigation } from './navigation.ts';

/** What a module in one document does for its learner, in a package as on a stick. */
export function startParts(): void {
  startNavigation();
  const words = inPlaceHere();
  if (words) openInPlace(words);
  startReadingHere();
  keepTime();
  offerToContinue();
  showOwnRecord();
}
