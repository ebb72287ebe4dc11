import { markHeadings } from '../lesson/anchors.ts';
import { closeContentsBar } from '../lesson/contents-bar.ts';
import { openInPlace } from '../lesson/in-place.ts';
import { fetchInPlace } from '../lesson/in-place-data.ts';
import { layOutTheRest } from '../lesson/lay-out.ts';
import { canSave, startWorker } from '../offline/browser-saving.ts';
import { startReading } from '../reading/site.ts';
import { offerToContinue } from '../session/later/continue.ts';
import { rememberChoices } from './language.ts';
import { askBeforeErasing, startQuickLeave } from './quick-leave.ts';

/** Each does nothing on a page that has nothing for it. Until they are here, terms and sources are plain links. */
layOutTheRest();
rememberChoices();
closeContentsBar();
startQuickLeave();
void startReading();
// Where the browser allows no worker, the page on use without a network says so when somebody wants it.
if (canSave()) void startWorker().catch((error: unknown) => console.info(error));
if (document.querySelector('sog-session')) {
  offerToContinue();
  void import('../session/later/time-keeper.ts').then(({ keepTime }) => keepTime());
}
const lesson = document.querySelector<HTMLElement>('[data-in-place-src]');
if (lesson) {
  void fetchInPlace(lesson.dataset['inPlaceSrc'] ?? '').then((data) => {
    if (!data) return;
    openInPlace(data);
    markHeadings(data);
    askBeforeErasing(data);
  });
}
