import { mkdirSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan } from '../../support/curriculum.ts';
import { answerRight, studyLesson } from '../../support/learner.ts';
import { ALL_DONE, fileOf, storedItems, storeEntries } from '../../support/record-file.ts';

const [first, second] = plan.lessons;
const url = `${SITE}en/my-learning/`;
const status = (page: Page) => page.locator('sog-record-file [data-status]');

async function choose(page: Page, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: 'record.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

async function saved(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sog-record-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await file.path(), 'utf8');
}

test('two devices: what was done on each is together on both', async ({ browser }) => {
  const [phone, laptop] = [await browser.newContext(), await browser.newContext()];
  const [a, b] = [await phone.newPage(), await laptop.newPage()];
  await a.goto(`${SITE}en/integrity/${first?.id}/`);
  await studyLesson(a, first?.id ?? '');
  await b.goto(`${SITE}en/integrity/${second?.id}/`);
  await studyLesson(b, second?.id ?? '');
  await a.goto(url);
  await storeEntries(a, [['note/my-step/zzzz', { text: 'ខ្ញុំនឹងសួរប្រធាន', on: '2026-11-22' }]]);
  const text = await saved(a);
  await expect(status(a)).toContainText('Saved as sog-record-');
  await b.goto(url);
  await choose(b, text);
  await expect(b.locator('[data-changes] li')).toHaveText(/lessons read: from 1 to 2/);
  await b.getByRole('button', { name: 'Yes, take it in' }).click();
  await expect(status(b)).toBeFocused();
  await expect(status(b)).toHaveText('Done. The two records are one now.');
  await expect(b.locator('[data-read]')).toHaveText('2 of 5 lessons read');
  expect(Object.values(await storedItems(b)).join()).toContain('ខ្ញុំនឹងសួរប្រធាន');
  await choose(a, await saved(b));
  await a.getByRole('button', { name: 'Yes, take it in' }).click();
  await expect(a.locator('[data-read]')).toHaveText('2 of 5 lessons read');
  await choose(a, await saved(b));
  await expect(status(a)).toHaveText('Everything in this file is already in the record on this device.');
  await phone.close();
  await laptop.close();
});

test('the file has no name in it, and a module this site does not have goes in and out', async ({ page }) => {
  await page.goto(url);
  await page.evaluate(() => localStorage.setItem('sog/1/name', 'Sok Dara'));
  await choose(page, fileOf([['seen/a-lesson', true]], 'of-another-release'));
  await expect(page.locator('[data-changes]')).toContainText('A module that this site does not have');
  await page.getByRole('button', { name: 'Yes, take it in' }).click();
  await expect(status(page)).toBeFocused();
  const text = await saved(page);
  expect(text).toContain('of-another-release');
  expect(text).not.toContain('Sok Dara');
});

test('taking a file in asks first; "no" and Escape change nothing and give the focus back', async ({
  page,
}) => {
  await page.goto(url);
  const before = await storedItems(page);
  for (const no of ['button', 'Escape']) {
    await choose(page, fileOf(ALL_DONE));
    await expect(page.locator('#record-file-question')).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).include('sog-record-file').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    if (no === 'button') await page.getByRole('button', { name: 'No, leave it' }).click();
    else await page.keyboard.press('Escape');
    await expect(page.getByLabel('Take in a file')).toBeFocused();
    await expect(page.locator('[data-question]')).toBeHidden();
  }
  expect(await storedItems(page)).toEqual(before);
});

const good = fileOf(ALL_DONE);
const REFUSED: Readonly<Record<string, { readonly text: string; readonly says: RegExp }>> = {
  'a photo': { text: '\u0089PNG\r\n', says: /not a learning record of this school/ },
  'a file of another program': { text: '{"name":"x"}', says: /not a learning record of this school/ },
  'a file cut off in the middle': { text: good.slice(0, good.length / 2), says: /damaged or not complete/ },
  'a file with a changed score': { text: good.replaceAll('90', '99'), says: /damaged or not complete/ },
  'a file of a newer edition': { text: good.replace('"version": 1', '"version": 2'), says: /newer edition/ },
  'a file that names prototypes': {
    text: good.replace('"integrity"', '"__proto__"'),
    says: /damaged or not complete/,
  },
};
for (const [what, { text, says }] of Object.entries(REFUSED)) {
  test(`${what} is refused with the reason, and changes nothing`, async ({ page }) => {
    await page.goto(url);
    await storeEntries(page, [['seen/first', true]]);
    const before = await storedItems(page);
    await choose(page, text);
    await expect(status(page)).toBeFocused();
    await expect(status(page)).toHaveText(says);
    await expect(status(page)).toContainText('Nothing was changed.');
    expect(await storedItems(page)).toEqual(before);
  });
}

test('a file of 100 MB is refused unread, in Khmer too', async ({ page }, info) => {
  const huge = info.outputPath('huge.json');
  mkdirSync(dirname(huge), { recursive: true });
  openSync(huge, 'w');
  truncateSync(huge, 100 * 1024 * 1024);
  await page.goto(`${SITE}km/my-learning/`);
  await page.locator('input[type="file"]').setInputFiles(huge);
  await expect(status(page)).toHaveText('ឯកសារនេះធំពេកសម្រាប់កំណត់ត្រាការសិក្សា។ គ្មានអ្វីត្រូវបានប្តូរទេ។');
});

test('a device that gets full in the middle says so and is as it was before', async ({ page }) => {
  await page.goto(`${SITE}en/integrity/${first?.id}/`);
  await answerRight(page, first?.questions[0] ?? '');
  await page.goto(url);
  const before = await storedItems(page);
  await page.evaluate(() => {
    const own = Storage.prototype.setItem;
    let room = 5;
    Storage.prototype.setItem = function (name: string, value: string) {
      if (room === 0 && this.getItem(name) === null) throw new DOMException('full', 'QuotaExceededError');
      if (this.getItem(name) === null) room -= 1;
      own.call(this, name, value);
    };
  });
  await choose(page, good);
  await page.getByRole('button', { name: 'Yes, take it in' }).click();
  await expect(status(page)).toContainText('There is not enough room on this device');
  expect(await storedItems(page)).toEqual(before);
});

test('where the browser allows no record, saving and taking in say so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(status(page)).toContainText('does not allow a record');
  await choose(page, good);
  await expect(status(page)).toContainText('does not allow a record');
});
