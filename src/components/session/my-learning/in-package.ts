import './record-file-package.ts';
import { summaryOf } from '../../../learning/summary.ts';
import { part } from '../../site/dom.ts';
import { OPENED, SAVED } from '../events.ts';
import { openSession } from '../later/open-session.ts';
import { showCompletion } from './completion.ts';
import { showFacts } from './facts.ts';
import { learningData } from './learning-data.ts';

/** Keeps results, time and the record of completion of a package as its session has them. */
export function showOwnRecord(): void {
  document.addEventListener(OPENED, show);
  document.addEventListener(SAVED, show);
}

function show(): void {
  const session = openSession();
  const [module] = learningData().modules;
  if (!session || !module) return;
  const { values, record } = session;
  showFacts(part(document, '.own-record', HTMLElement), summaryOf(module.lessons, values));
  showCompletion({ module, values, learner: record?.learner ?? '' });
}
