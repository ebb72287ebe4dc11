import { expect, test } from '@playwright/test';
import { launch, leave, packageFile, show, takeSeat } from '../../support/lms.ts';
import { DARK, LIGHT, look, openReading, step } from '../../support/reading.ts';
import { giveVoices, saidNow } from '../../support/voices.ts';

for (const [lang, standard] of [
  ['km', 'scorm12'],
  ['en', 'scorm2004'],
] as const) {
  test(`in a package (${lang}, ${standard}) each choice shows at once, holds over views, and is there at the next launch`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile(lang, standard));
    const sco = await launch(seat);
    const before = await look(sco);
    await openReading(sco);
    await step(sco, 'size', '125').check();
    await step(sco, 'lines', 'wide').check();
    await step(sco, 'letters', 'clear').check();
    await step(sco, 'colours', 'dark').check();
    await show(sco, 'gifts-and-thanks');
    const chosen = await look(sco);
    expect(chosen.size).toBeCloseTo(before.size * 1.25, 1);
    expect(chosen).toMatchObject({ ground: DARK, stored: '125 wide clear dark' });
    expect(chosen.font).toContain('Verdana');
    await leave(seat);
    const again = await launch(seat);
    await show(again, 'gifts-and-thanks');
    expect(await look(again)).toEqual(chosen);
    await openReading(again);
    await again.locator('#reading [data-action="usual"]').click();
    expect(await look(again)).toMatchObject({ ground: LIGHT, stored: null });
  });
}

test('in a package that may store nothing the choice holds for the session, and the panel says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (window.top === window) return;
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const sco = await launch(await takeSeat(page, packageFile('en', 'scorm12')));
  await openReading(sco);
  await step(sco, 'colours', 'dark').check();
  await expect(sco.locator('#reading [data-status]')).toContainText('does not allow it to be kept');
  await show(sco, 'gifts-and-thanks');
  expect(await look(sco)).toMatchObject({ ground: DARK, stored: 'refused' });
});

test('in a package a voice reads the lesson that is shown, and falls silent when another is', async ({
  page,
}) => {
  await giveVoices(page, [{ lang: 'km-KH', localService: true }]);
  const seat = await takeSeat(page, packageFile('km', 'scorm12'));
  const sco = await launch(seat);
  await page.goto(sco.url());
  await page.waitForFunction(() => document.querySelector('sog-session[data-open]') !== null);
  await show(page.mainFrame(), 'gifts-and-thanks');
  await openReading(page);
  await page.getByRole('button', { name: 'ស្តាប់ទំព័រនេះ' }).click();
  await expect(page.locator('[data-aloud]')).toHaveAttribute('id', 'gifts-and-thanks');
  expect(await saidNow(page)).toBeDefined();
  await show(page.mainFrame(), 'speaking-up');
  await expect(page.locator('.listen')).toHaveCount(0);
  expect(await saidNow(page)).toBeUndefined();
});
