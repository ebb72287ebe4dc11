import type { Page } from '@playwright/test';
import type { Entry, EntryKey, EntryValue } from '../../src/learning/snapshot.ts';
import { writeRecordFile } from '../../src/record/file/record-file.ts';
import { plan } from './curriculum.ts';

export type Entries = readonly (readonly [EntryKey, EntryValue])[];

/** The entries of a learner who has done everything. */
export const ALL_DONE: Entries = [
  ...plan.lessons.map((lesson) => [`seen/${lesson.id}`, true] as const),
  ...plan.lessons
    .flatMap((lesson) => lesson.questions)
    .map((id) => [`answer/${id}`, { options: [], correct: true, tries: 1 }] as const),
  ...plan.lessons
    .flatMap((lesson) => lesson.dilemmas)
    .map((id) => [`dilemma/${id}`, { scene: 'elsewhere', ends: ['elsewhere'] }] as const),
  ['test/pre', { seed: 1, count: 1, open: false, best: 40, last: 40 }],
  ['test/post', { seed: 2, count: 1, open: false, best: 90, last: 90 }],
  ['outcome', { completion: 'completed', success: 'passed', score: 90 }],
  ['completed', { on: '2026-10-05' }],
  ['time/zzzz', { seconds: 3900 }],
];

/** A file as another device would save it. */
export function fileOf(entries: Entries, module = 'integrity'): string {
  const snapshot = new Map(
    entries.map(([key, value]): [EntryKey, Entry] => [key, { key, value, revision: 1, device: 'zzzz' }]),
  );
  return writeRecordFile(new Map([[module, snapshot]]));
}

/** Puts entries where a browser keeps them. The page must be one of the site. */
export async function storeEntries(page: Page, entries: Entries): Promise<void> {
  await page.evaluate((all) => {
    for (const [key, v] of all) {
      localStorage.setItem(`sog/1/integrity/${key}`, JSON.stringify({ v, r: 1, d: 'ab12' }));
    }
  }, entries);
}

/** All that this site has stored. */
export function storedItems(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('sog/'))),
  );
}
