import { expect, type Page, test } from '@playwright/test';
import { LMS } from '../../support/addresses.ts';
import { plan, source } from '../../support/curriculum.ts';
import { answerTestQuestion, takeTest } from '../../support/learner.ts';
import {
  decodeState,
  launch,
  leave,
  outcomeOf,
  packageFile,
  type Seat,
  STANDARDS,
  show,
  stored,
  takeSeat,
} from '../../support/lms.ts';
import { ONE_OF_EACH, objectiveOf, pairOf, rowOf, setUp } from '../../support/test-sets.ts';

const total = plan.tests.post.length;
const objectives = source.module.objectives.map(({ id }) => id);

/** A learner who closed everything and comes back on another day. */
async function comeBack(seat: Seat): Promise<Page> {
  const context = seat.page.context();
  await seat.page.close({ runBeforeUnload: false });
  const page = await context.newPage();
  await page.goto(LMS);
  await page.waitForFunction(() => window.__lms !== undefined);
  return page;
}

for (const standard of STANDARDS) {
  test(`${standard}: pre-test, another day the final test: the gain is shown, in total and by objective`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const seat = await takeSeat(page, packageFile('en', standard));
    let sco = await launch(seat);
    await show(sco, 'pre-test');
    await takeTest(sco, 'pre', 4);
    await leave(seat);

    sco = await launch(seat);
    await show(sco, 'final-test');
    await takeTest(sco, 'post', total);
    const gain = sco.locator('#final-test [data-gain="compared"]');
    await expect(gain).toContainText(`In the pre-test you had 4 of ${total} right.`);
    await expect(gain).toContainText(`Now you have ${total} of ${total} right.`);
    let before = 0;
    for (const objective of objectives) {
      const [was = 0, of, now] = await rowOf(sco, objective);
      expect(now).toBe(of);
      before += was;
    }
    expect(before).toBe(4);
    await leave(seat);
    const state = decodeState(outcomeOf(await stored(seat), standard).state);
    expect(state.problems).toEqual([]);
    expect(state.snapshot.get('result/pre')?.value).toMatchObject({ right: { length: 4 } });
  });

  test(`${standard}: in one session too, the final test is compared with the pre-test just taken`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const seat = await takeSeat(page, packageFile('km', standard));
    const sco = await launch(seat);
    await show(sco, 'pre-test');
    await takeTest(sco, 'pre', 2);
    await show(sco, 'final-test');
    await takeTest(sco, 'post', 2);
    expect(await rowOf(sco, '')).toEqual([2, total, 2, total]);
    await leave(seat);
  });

  test(`${standard}: a test that draws keeps its draw and its answers when the tab is killed after each`, async ({
    page: first,
  }) => {
    test.setTimeout(180_000);
    let page = first;
    const drawn = { pre: { draw: ONE_OF_EACH, attempts: 1 }, post: { draw: ONE_OF_EACH } };
    let seat = await takeSeat(page, packageFile('en', standard));
    const asked: string[] = [];
    let next = '';
    for (let n = 0; n < objectives.length; n++) {
      await setUp(page, drawn);
      const sco = await launch(seat);
      await show(sco, 'pre-test');
      await sco.locator('#pre-test [data-action="begin"]').click();
      const form = sco.locator('#pre-test form[data-question]');
      await expect(form.locator('legend')).toContainText(`Question ${n + 1} of ${objectives.length}`);
      if (n > 0) await expect(form).toHaveAttribute('data-question', next);
      asked.push(await answerTestQuestion(sco, 'pre', true));
      if (n + 1 < objectives.length) next = (await form.getAttribute('data-question')) ?? '';
      page = await comeBack(seat);
      seat = { ...seat, page };
    }
    expect(new Set(asked.map(objectiveOf)).size).toBe(objectives.length);

    await setUp(page, drawn);
    const sco = await launch(seat);
    await show(sco, 'pre-test');
    await expect(sco.locator('#pre-test')).toContainText('You have used all attempts');
    await expect(sco.locator('#pre-test')).toContainText('Best score: 100%');
    await expect(sco.locator('#pre-test [data-action="begin"]')).toHaveCount(0);
    await show(sco, 'final-test');
    await sco.locator('#final-test [data-action="begin"]').click();
    const now: string[] = [];
    for (let n = 0; n < objectives.length; n++) now.push(await answerTestQuestion(sco, 'post', false));
    expect(now.map(pairOf).sort()).toEqual(asked.map(pairOf).sort());
    expect(await rowOf(sco, '')).toEqual([objectives.length, objectives.length, 0, objectives.length]);
    await leave(seat);
  });
}
