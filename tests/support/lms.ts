import { expect, type Frame, type Page } from '@playwright/test';
import type { Call, CmiTree, LaunchOptions, StoredRecord } from '../../scorm/lms/protocol.ts';
import type { Standard } from '../../scorm/manifest/standard.ts';
import { decode } from '../../src/record/codec.ts';
import { tableOf } from '../../src/record/table-of.ts';
import { LMS } from './addresses.ts';
import { source } from './curriculum.ts';

export const STANDARDS: readonly Standard[] = ['scorm12', 'scorm2004'];
export const packageFile = (lang: 'km' | 'en', standard: Standard): string =>
  `integrity-${lang}-${standard}-${source.module.version}.zip`;

/** An LMS page with a learner of its own, so that tests do not meet in the store. */
export interface Seat {
  readonly page: Page;
  readonly file: string;
  readonly learner: string;
}

let learners = 0;

export async function takeSeat(page: Page, file: string): Promise<Seat> {
  learners += 1;
  await page.goto(LMS);
  await page.waitForFunction(() => window.__lms !== undefined);
  return { page, file, learner: `learner-${process.pid}-${Date.now()}-${learners}` };
}

/** Opens the package and waits until its record is open. */
export async function launch({ page, file, learner }: Seat, options: LaunchOptions = {}): Promise<Frame> {
  const opened = options.where === 'popup' ? page.waitForEvent('popup') : undefined;
  await page.evaluate(([name, given]) => window.__lms?.launch(name, given), [
    file,
    { learner, ...options },
  ] as const);
  const sco = opened ? (await opened).mainFrame() : page.frame({ url: /index\.html/ });
  if (!sco) throw new Error('the package did not open');
  await expect(sco.locator('sog-session')).toHaveAttribute('data-open', /./);
  return sco;
}

export async function leave({ page }: Seat): Promise<void> {
  await page.evaluate(() => window.__lms?.close());
}

export async function calls({ page }: Seat): Promise<readonly Call[]> {
  return page.evaluate(() => (window.__lms?.calls ?? []).map((call) => ({ ...call })));
}

/** What the LMS holds for this learner. */
export async function stored({ page, file, learner }: Seat): Promise<StoredRecord | null> {
  return page.evaluate(([name, who]) => window.__lms?.load(name, who) ?? null, [file, learner] as const);
}

export function value(record: StoredRecord | null, ...path: string[]): string {
  let at: string | CmiTree | undefined = record?.cmi;
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined;
  return typeof at === 'string' ? at : '';
}

/** Status, score and state in the words of neither standard. */
export function outcomeOf(record: StoredRecord | null, standard: Standard) {
  if (standard === 'scorm12') {
    const core = (name: string) => value(record, 'core', name);
    const score = value(record, 'core', 'score', 'raw');
    return { completion: core('lesson_status'), score, state: value(record, 'suspend_data') };
  }
  return {
    completion: value(record, 'completion_status'),
    success: value(record, 'success_status'),
    score: value(record, 'score', 'raw'),
    state: value(record, 'suspend_data'),
  };
}

const table = tableOf(source, source.lock);

export function decodeState(text: string) {
  return decode(text, table);
}

export function show(sco: Frame, id: string): Promise<void> {
  return sco.evaluate((fragment) => {
    location.hash = fragment;
  }, id);
}
