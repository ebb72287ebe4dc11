import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { randomStream } from '../../../src/learning/draw.ts';
import { plan } from '../../support/curriculum.ts';
import { studyLesson, takeTest } from '../../support/learner.ts';
import {
  decodeState,
  launch,
  leave,
  outcomeOf,
  packageFile,
  STANDARDS,
  show,
  stored,
  takeSeat,
} from '../../support/lms.ts';

/** What the LMS holds at the end, without what differs between any two walks: devices, revisions, seeds and the place. */
async function walkModule(page: Page, standard: (typeof STANDARDS)[number], between: () => Promise<void>) {
  const seat = await takeSeat(page, packageFile('km', standard));
  const sco = await launch(seat);
  const open = async (view: string) => {
    await between();
    await show(sco, view);
  };
  await open('pre-test');
  await test.step('takes the pre-test', () => takeTest(sco, 'pre', plan.tests.pre.length));
  for (const { id } of plan.lessons) {
    await open(id);
    await test.step(`studies ${id}`, () => studyLesson(sco, id));
  }
  await open('final-test');
  await test.step('takes the final test', () => takeTest(sco, 'post', plan.tests.post.length));
  await page.context().setOffline(false);
  await expect(sco.locator('[data-notice="lms-offline"]')).toHaveCount(0);
  await leave(seat);
  const { state, ...outcome } = outcomeOf(await stored(seat), standard);
  const learnt = [...decodeState(state).snapshot.values()]
    .filter(({ key }) => !/^(place|result)/.test(key))
    .map(({ key, value }) => [key, typeof value === 'object' ? { ...value, seed: 0 } : value] as const);
  return { outcome, learnt: Object.fromEntries(learnt.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The same seed cuts and mends the line at the same steps. */
function unsteady(context: BrowserContext, seed: number, log: boolean[]): () => Promise<void> {
  const next = randomStream(seed);
  return async () => {
    const off = next() % 2 === 0;
    log.push(off);
    await context.setOffline(off);
  };
}

for (const standard of STANDARDS) {
  test(`${standard}: a module studied with a line that comes and goes leaves the record of a steady one`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(300_000);
    const log: boolean[] = [];
    const walked = await walkModule(page, standard, unsteady(page.context(), 3, log));
    expect(new Set(log)).toEqual(new Set([true, false]));
    const calm = await browser.newContext();
    const expected = await walkModule(await calm.newPage(), standard, async () => {});
    await calm.close();
    expect(walked).toEqual(expected);
    expect(Object.keys(walked.learnt).length).toBeGreaterThan(30);
  });
}
