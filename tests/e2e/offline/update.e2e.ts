import type { Page } from '@playwright/test';
import { plan } from '../../support/curriculum.ts';
import { walkDilemma } from '../../support/learner.ts';
import {
  action,
  cachesOf,
  control,
  type Device,
  expect,
  MARK,
  SAVING,
  save,
  secondVersion,
  test,
} from './device.ts';

const lessons = plan.lessons.map(({ id }) => id);
const withDilemma = plan.lessons.find(({ dilemmas }) => dilemmas.length > 0);
const heading = (page: Page) => page.locator('main h1').first();

/** What every page of the module says: the first version, the second, or a mixture. */
async function versionShown(page: Page, device: Device): Promise<string> {
  const shown = new Set<string>();
  for (const path of ['', ...lessons.map((id) => `${id}/`), 'final-test/']) {
    await page.goto(`${device.site}en/integrity/${path}`);
    shown.add((await heading(page).innerText()).includes(MARK) ? 'second' : 'first');
  }
  return [...shown].join(' and ');
}

test('an update is offered with its size and forces itself on nobody', async ({ page, device }) => {
  await save(page, device, 'en');
  device.server.serve(secondVersion());
  expect(await versionShown(page, device)).toBe('first');
  await page.goto(`${device.site}en/offline/`);
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'update');
  const [, kilobytes = ''] = /Update \((\d+) KB\)/.exec(await action(page, 'save', 'en').innerText()) ?? [];
  // Pages alone have changed: fonts, scripts and styles need not be fetched again.
  expect(Number(kilobytes)).toBeGreaterThan(10);
  expect(Number(kilobytes)).toBeLessThan(150);
  await device.offline();
  expect(await versionShown(page, device)).toBe('first');
});

test('an update that breaks off leaves the old version whole; taken up again, the new one is whole', async ({
  page,
  device,
}) => {
  await save(page, device, 'en');
  device.server.serve(secondVersion());
  await page.goto(`${device.site}en/offline/`);
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'update');
  device.server.cutAfter(9);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(/^The connection broke\./, SAVING);
  expect(await versionShown(page, device)).toBe('first');
  device.server.mend();
  expect(await versionShown(page, device)).toBe('first');
  await page.goto(`${device.site}en/offline/`);
  await expect(action(page, 'save', 'en')).toHaveText(/^Continue saving/);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  expect(await versionShown(page, device)).toBe('second');
  await device.offline();
  expect(await versionShown(page, device)).toBe('second');
  // Nobody reads the first version any more.
  await expect.poll(async () => (await cachesOf(page)).length).toBe(2);
});

test('a page of the old version that stays open goes on with the old version', async ({
  page,
  device,
  context,
}) => {
  if (!withDilemma) throw new Error('no lesson has a dilemma');
  await save(page, device, 'en');
  const [dilemma = ''] = withDilemma.dilemmas;
  await page.setViewportSize({ width: 360, height: 500 });
  await page.goto(`${device.site}en/integrity/${withDilemma.id}/`);
  device.server.serve(secondVersion());
  const other = await context.newPage();
  await other.goto(`${device.site}en/offline/`);
  await action(other, 'save', 'en').click();
  await expect(control(other, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  await device.offline();
  const scenes: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/dilemmas/')) scenes.push(await response.text());
  });
  await walkDilemma(page, dilemma);
  expect(scenes.length).toBe(1);
  expect(scenes.join()).not.toContain(MARK);
  await page.reload();
  expect(await heading(page).innerText()).toContain(MARK);
});

test('a site renewed while it is being saved does not get mixed in', async ({ page, device }) => {
  await page.goto(`${device.site}en/integrity/`);
  device.server.hold(/^en\/integrity\/speaking-up/);
  await action(page, 'save', 'en').click();
  const bar = control(page, 'en').locator('progress');
  await expect.poll(() => bar.evaluate((e: HTMLProgressElement) => e.value)).toBeGreaterThan(0.3);
  device.server.serve(secondVersion());
  device.server.mend();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(
    /^The site was renewed meanwhile/,
    SAVING,
  );
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  expect(await versionShown(page, device)).toBe('second');
});

test('too little room for an update is explained, and what was saved works as before', async ({
  page,
  device,
}) => {
  await save(page, device, 'en');
  device.server.serve(secondVersion());
  await page.addInitScript(() => {
    const put = Cache.prototype.put;
    let left = 5;
    Cache.prototype.put = function (...args) {
      left -= 1;
      if (left < 0) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      return put.apply(this, args);
    };
  });
  await page.goto(`${device.site}en/offline/`);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(/^There is not enough room/, SAVING);
  expect((await cachesOf(page)).length).toBe(2);
  await device.offline();
  expect(await versionShown(page, device)).toBe('first');
});

test('a browser that says beforehand that there is no room is believed', async ({ page, device }) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 100_000, usage: 99_000 });
  });
  await page.goto(`${device.site}km/integrity/`);
  await action(page, 'save').click();
  await expect(control(page).locator('[data-told]')).toContainText('មិនមានកន្លែងផ្ទុកគ្រប់គ្រាន់');
  expect(await cachesOf(page)).toEqual([]);
});
