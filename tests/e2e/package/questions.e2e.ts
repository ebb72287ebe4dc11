import { expect, test } from '@playwright/test';
import { OTHER_TYPES, RATING, rightTokens, wrongOptions } from '../../support/curriculum.ts';
import { answer } from '../../support/learner.ts';
import {
  calls,
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

const TYPES: Readonly<Record<string, string>> = {
  matching: 'matching',
  categorise: 'matching',
  ordering: 'sequencing',
  'fill-in': 'fill-in',
  numeric: 'numeric',
};

for (const standard of STANDARDS) {
  test(`${standard}: an answer of every type reaches the LMS as an interaction it takes, and is there after a relaunch`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    const given = new Map<string, readonly string[]>();
    for (const [i, { id, lesson }] of OTHER_TYPES.entries()) {
      await show(sco, lesson);
      const tokens = i % 2 === 0 ? wrongOptions(id) : rightTokens(id);
      given.set(id, tokens);
      await answer(sco, id, tokens);
    }
    const made = await calls(seat);
    expect(made.filter((call) => call.error !== '0' && call.error !== '403')).toEqual([]);
    const told = made
      .filter(({ args }) => /interactions\.\d+\.type$/.test(args[0] ?? ''))
      .map(({ args }) => args[1]);
    expect(told).toEqual(OTHER_TYPES.map(({ type }) => TYPES[type]));
    await leave(seat);

    const { snapshot } = decodeState(outcomeOf(await stored(seat), standard).state);
    for (const [id, tokens] of given)
      expect(snapshot.get(`answer/${id}`)?.value).toMatchObject({ options: tokens, tries: 1 });
    sco = await launch(seat);
    for (const { id, lesson } of OTHER_TYPES) {
      await show(sco, lesson);
      await expect(sco.locator(`#question-${id} [data-status]`)).not.toBeEmpty();
    }
  });

  test(`${standard}: neither a rating nor a typed word ever reaches the LMS, and a rating is there after a relaunch`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('en', standard));
    let sco = await launch(seat);
    await show(sco, RATING.lesson);
    const [point] = RATING.scale;
    await answer(sco, RATING.id, [point?.id ?? '']);
    const word = OTHER_TYPES.find(({ type }) => type === 'fill-in')?.id ?? '';
    const question = sco.locator(`#question-${word}`);
    await question.locator('input').fill('Uncle Heng');
    await question.locator('[data-check]').click();
    await expect(question.locator('[data-status]')).not.toBeEmpty();
    await leave(seat);
    const everything = JSON.stringify([await calls(seat), await stored(seat)]);
    expect(everything).not.toContain('Uncle');
    expect(everything).not.toContain(RATING.id);
    expect(everything).toContain('other');
    sco = await launch(seat);
    await show(sco, RATING.lesson);
    await expect(sco.locator(`#question-${RATING.id} input:checked`)).toHaveValue(point?.id ?? '');
  });
}
