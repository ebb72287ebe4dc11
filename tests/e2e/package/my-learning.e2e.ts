import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { plan } from '../../support/curriculum.ts';
import {
  calls,
  launch,
  leave,
  outcomeOf,
  packageFile,
  STANDARDS,
  show,
  stored,
  takeSeat,
} from '../../support/lms.ts';
import { ALL_DONE, fileOf, storedItems } from '../../support/record-file.ts';

const NOTE = 'ខ្ញុំនឹងសួរប្រធាន';
const FROM_SITE = fileOf([...ALL_DONE, ['note/my-step/zzzz', { text: NOTE, on: '2026-11-22' }]]);

for (const standard of STANDARDS) {
  test(`${standard}: a file from the site comes in with one commit; the LMS learns the result, never the note nor the name`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    await show(sco, 'my-learning');
    await expect(sco.locator('.own-record [data-fact="pre"]')).toHaveText('មិនទាន់ធ្វើ');
    const before = (await calls(seat)).filter(({ method }) => method.endsWith('Commit')).length;
    await sco.locator('input[type="file"]').setInputFiles({
      name: 'record.json',
      mimeType: 'application/json',
      buffer: Buffer.from(FROM_SITE),
    });
    await sco.locator('[data-action="take"]').click();
    await expect(sco.locator('sog-record-file [data-status]')).toBeFocused();
    const made = await calls(seat);
    expect(made.filter(({ method }) => method.endsWith('Commit')).length - before).toBe(1);
    const outcome = outcomeOf(await stored(seat), standard);
    expect(outcome.completion).toBe('completed');
    expect(Number(outcome.score)).toBe(90);
    await expect(sco.locator('.own-record [data-fact="final"]')).toHaveText('៩០%');
    await expect(sco.locator('[data-module-read]').first()).toContainText('៥');

    await show(sco, 'completion');
    await sco.locator('#completion-name').fill('សុខ ដារ៉ា');
    await expect(sco.locator('[data-row="person"]')).toHaveText('សុខ ដារ៉ា');
    await expect(sco.locator('[data-row="date"]')).toHaveText('ថ្ងៃទី៥ ខែតុលា ឆ្នាំ២០២៦');
    await expect(sco.locator('[data-row="result"]')).toHaveText('៩០%');
    const told = JSON.stringify(await calls(seat));
    expect(told).not.toContain('ប្រធាន');
    expect(told).not.toContain('ដារ៉ា');
    await leave(seat);

    sco = await launch(seat);
    await show(sco, 'completion');
    await expect(sco.locator('[data-row="person"]')).toHaveText('សុខ ដារ៉ា');
    await expect(sco.locator('[data-row="time"]')).toContainText('១ ម៉ោង');
    await show(sco, 'my-learning');
    const download = page.waitForEvent('download');
    await sco.locator('[data-action="save"]').click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toContain(NOTE);
    expect(Object.keys((JSON.parse(file) as { modules: object }).modules)).toEqual(['integrity']);
    await leave(seat);
  });

  test(`${standard}: before completion the view says what is left, with links that stay in the package`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('en', standard));
    const sco = await launch(seat);
    await show(sco, 'completion');
    const left = sco.locator('[data-left] a');
    await expect(left).toHaveCount(plan.lessons.length + 1);
    await left.last().click();
    await expect(sco.locator('[data-view="final-test"]')).toBeVisible();
  });
}

test('time in a package stays on the device and costs the LMS no call and the network no question', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-22T08:00:00') });
  const seat = await takeSeat(page, packageFile('km', 'scorm12'));
  const sco = await launch(seat);
  await page.clock.runFor(5_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const before = (await calls(seat)).length;
  for (let n = 0; n < 6; n++) {
    await sco.locator('h1').first().dispatchEvent('keydown');
    await page.clock.runFor(30_000);
  }
  expect((await calls(seat)).slice(before)).toEqual([]);
  expect(asked).toEqual([]);
  await page.goto(sco.url());
  const items = await storedItems(page);
  const time = Object.entries(items).find(([name]) => /^sog\/1\/integrity@[^/]+\/time\//.test(name));
  expect((JSON.parse(time?.[1] ?? '{}') as { v: { seconds: number } }).v.seconds).toBeGreaterThan(100);
});
