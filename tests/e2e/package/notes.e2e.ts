import { expect, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { calls, launch, leave, packageFile, STANDARDS, show, takeSeat } from '../../support/lms.ts';

const TEXT = 'ខ្ញុំនឹងសួរមុនទទួល';
const t = translator('km');

for (const standard of STANDARDS) {
  test(`${standard}: a reflection is kept on the device, shown in the plan, and the LMS hears nothing of it`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    await show(sco, 'speaking-up');
    const before = (await calls(seat)).length;
    const field = sco.locator('#reflection-my-ladder textarea').first();
    await field.fill(TEXT);
    await field.blur();
    await expect(sco.locator('#reflection-my-ladder')).toContainText(t('note.kept.package'));
    await expect(sco.locator('#reflection-my-ladder')).toContainText(t('note.saved'));
    const made = (await calls(seat)).slice(before);
    expect(made.filter(({ args }) => !/location/.test(args[0] ?? '') && args[0] !== '')).toEqual([]);

    await show(sco, 'my-plan');
    const inPlan = sco.locator('sog-plan textarea').first();
    await expect(inPlan).toHaveValue(TEXT);
    await inPlan.fill(`${TEXT}!`);
    await inPlan.blur();
    await show(sco, 'speaking-up');
    await expect(field).toHaveValue(`${TEXT}!`);
    await leave(seat);
    expect(JSON.stringify(await calls(seat))).not.toContain(TEXT);

    sco = await launch(seat);
    await show(sco, 'my-plan');
    await expect(sco.locator('sog-plan textarea').first()).toHaveValue(`${TEXT}!`);
    await leave(seat);

    // A computer at work has several learners.
    const other = await takeSeat(page, packageFile('km', standard));
    sco = await launch(other);
    await show(sco, 'my-plan');
    await expect(sco.locator('sog-plan')).toContainText(t('plan.empty'));
    await leave(other);
  });

  test(`${standard}: the path of a dilemma comes back on the same device and is told to no LMS`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    await show(sco, 'gifts-and-thanks');
    const dilemma = () => sco.locator('#dilemma-the-basket');
    for (const choice of ['cut-fruit', 'put-right', 'stay-away', 'both-hands'])
      await dilemma().locator(`[data-scene]:not([hidden]) button[data-choice="${choice}"]`).click();
    await leave(seat);
    expect(JSON.stringify(await calls(seat))).not.toMatch(/cut-fruit|put-right|stay-away|both-hands/);
    sco = await launch(seat);
    await show(sco, 'gifts-and-thanks');
    await expect(dilemma().locator('[data-summary] > ol > li')).toHaveCount(4);
    await leave(seat);
  });
}
