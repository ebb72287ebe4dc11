import { plan } from '../../support/curriculum.ts';
import { answerRight, walkDilemma } from '../../support/learner.ts';
import { action, cachesOf, control, controlled, expect, SAVING, save, test } from './device.ts';

const [first, second] = plan.lessons;
if (!first || !second) throw new Error('the module has no lessons');

test('the size stands there before anything is fetched, then progress, then that it is saved', async ({
  page,
  device,
}) => {
  await page.goto(`${device.site}en/integrity/`);
  await expect(control(page, 'en').locator('[data-state]')).toHaveText(/^Not saved\. To download: \d+ KB\./);
  await expect(action(page, 'save', 'en')).toHaveText(/^Save for offline \(\d+ KB\)$/);
  expect(await cachesOf(page)).toEqual([]);
  device.server.hold(/final-test/);
  await action(page, 'save', 'en').click();
  const bar = control(page, 'en').locator('progress');
  await expect(action(page, 'stop', 'en')).toBeFocused();
  await expect.poll(() => bar.evaluate((e: HTMLProgressElement) => e.value)).toBeGreaterThan(0.1);
  device.server.mend();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText('Saving is finished.', SAVING);
  await expect(control(page, 'en').locator('[data-told]')).toBeFocused();
  await expect(bar).toBeHidden();
  await expect(control(page, 'en').locator('[data-state]')).toHaveText(/^Saved: works without internet\./);
});

for (const lang of ['km', 'en'] as const) {
  test(`after saving, everything of the module works without a network in ${lang}`, async ({
    page,
    device,
  }) => {
    await save(page, device, lang);
    await device.offline();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    for (const lesson of plan.lessons) {
      await page.goto(`${device.site}${lang}/integrity/${lesson.id}/`);
      await expect(page.locator('main h1')).toBeVisible();
      for (const question of lesson.questions) await answerRight(page, question);
      for (const dilemma of lesson.dilemmas) await walkDilemma(page, dilemma);
    }
    for (const path of [
      '',
      'pre-test/',
      'final-test/',
      ...plan.lessons.flatMap(({ dilemmas }) => dilemmas.map((id) => `dilemmas/${id}/`)),
    ]) {
      await page.goto(`${device.site}${lang}/integrity/${path}`);
      await expect(page.locator('sog-session[data-open]')).toBeVisible();
    }
    for (const path of ['', 'glossary/', 'sources/', 'privacy/', 'offline/', 'pathways/one-window/']) {
      await page.goto(`${device.site}${lang}/${path}`);
      await expect(page.locator('.masthead__name')).toBeVisible();
      await expect(page.locator('main h1')).toBeVisible();
    }
    // The list of what could be saved is asked for, and cannot be had; nothing else is missing.
    expect(failed.filter((url) => !url.endsWith('/offline/list.json'))).toEqual([]);
  });
}

test('the record of what is done without a network is kept', async ({ page, device }) => {
  await save(page, device);
  await device.offline();
  await page.goto(`${device.site}km/integrity/${first.id}/`);
  const [question = ''] = first.questions;
  await answerRight(page, question);
  await page.reload();
  await expect(page.locator(`#question-${question} [data-status]`)).toHaveAttribute('data-kind', 'right');
  await device.online();
  await page.reload();
  await expect(page.locator(`#question-${question} [data-status]`)).toHaveAttribute('data-kind', 'right');
});

test('a saved font, style and drawing come from the device: nothing is asked of the network', async ({
  page,
  device,
}) => {
  await save(page, device);
  await controlled(page);
  device.server.answered();
  await page.goto(`${device.site}km/integrity/${second.id}/`);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans Khmer"', 'ក'))).toBe(true);
  expect(device.server.answered().filter((path) => path !== 'sw.js')).toEqual([]);
});

test('an address without its last slash, or with a question, still finds its page', async ({
  page,
  device,
}) => {
  await save(page, device);
  await device.offline();
  await page.goto(`${device.site}km/integrity/${first.id}`);
  await expect(page).toHaveURL(`${device.site}km/integrity/${first.id}/`);
  await page.goto(`${device.site}km/integrity/${first.id}/?from=mail`);
  await expect(page.locator(`[data-lesson="${first.id}"]`)).toBeVisible();
});

test('letting go asks first, and then nothing is left', async ({ page, device }) => {
  await save(page, device);
  await page.goto(`${device.site}km/offline/`);
  await action(page, 'ask').click();
  await expect(action(page, 'keep')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(action(page, 'ask')).toBeFocused();
  expect((await cachesOf(page)).length).toBe(2);
  await action(page, 'ask').click();
  await action(page, 'remove').click();
  await expect(control(page).locator('[data-told]')).toHaveText('បានលុបពីឧបករណ៍នេះហើយ។');
  await expect(control(page)).toHaveAttribute('data-kind', 'offer');
  expect((await cachesOf(page)).filter((name) => !name.endsWith(' index'))).toEqual([]);
  await device.offline();
  await page.goto(`${device.site}km/integrity/`);
  await expect(page.locator('h1')).toHaveText('គ្មានអ៊ីនធឺណិត');
});

test('a second language takes what it shares from the first', async ({ page, device }) => {
  await save(page, device, 'km');
  await page.goto(`${device.site}en/integrity/`);
  device.server.answered();
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  const fetched = device.server.answered();
  expect(fetched).toContain(`en/integrity/${first.id}/`);
  expect(fetched.filter((path) => path.startsWith('_astro/'))).toEqual([]);
});
