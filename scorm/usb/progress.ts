import { localDigits } from '../../src/components/session/session-data.ts';
import { dataIn, parts } from '../../src/components/site/dom.ts';
import { lessonProgress } from '../../src/learning/progress.ts';
import { type Values, valueAt, valuesOf } from '../../src/learning/snapshot.ts';
import type { ModulePlan } from '../../src/learning/types.ts';
import { browserStorage } from '../../src/record/environment.ts';
import { openBrowserRecord } from '../../src/record/open-browser.ts';
import { namesIn, STORAGE_PREFIX } from '../../src/record/storage-names.ts';

type Word = 'module.lessonsRead' | 'module.complete' | 'module.best';

/** What the first page holds for this. */
export interface ProgressData {
  readonly words: Readonly<Partial<Record<Word, string>>>;
  readonly plans: readonly ModulePlan[];
}

/** This page only reads: no name is made for the device. */
const NO_IDS = { device: () => 'read', seed: () => 0 };

/**
 * Writes beside each module what its learner has done, if this page can read it: a browser may keep the storage of
 * each file apart, and then nothing is said rather than "nothing done".
 */
export async function showAllProgress(): Promise<void> {
  const lines = parts(document, '[data-progress-of]', HTMLElement);
  if (lines.length === 0) return;
  const { words, plans } = dataIn<ProgressData>(document, 'script[data-progress-data]');
  for (const line of lines) {
    const plan = plans.find(({ module }) => module === line.dataset['progressOf']);
    const values = plan && (await valuesFor(plan.module));
    if (!plan || !values) continue;
    line.textContent = localDigits(progressText(plan, values, words));
    line.hidden = false;
  }
}

async function valuesFor(module: string): Promise<Values | undefined> {
  const storage = browserStorage(window);
  if (!storage || namesIn(storage, `${STORAGE_PREFIX}${module}/`).length === 0) return undefined;
  const { record, snapshot } = await openBrowserRecord({ module, win: window, ids: NO_IDS });
  await record.close();
  return valuesOf(snapshot);
}

/** "Module completed · 5 of 5 lessons read · Best test score: 88%" */
export function progressText(plan: ModulePlan, values: Values, words: ProgressData['words']): string {
  const read = plan.lessons.filter((lesson) => lessonProgress(lesson, values).read).length;
  const outcome = valueAt(values, 'outcome');
  const said = (word: Word, filled: Readonly<Record<string, number>>) =>
    (words[word] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name] ?? ''));
  return [
    ...(outcome?.completion === 'completed' ? [said('module.complete', {})] : []),
    said('module.lessonsRead', { n: read, total: plan.lessons.length }),
    ...(outcome && outcome.score !== null ? [said('module.best', { score: outcome.score })] : []),
  ].join(' · ');
}
