import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { SITE } from '../../support/addresses.ts';

const LESSON = 'speaking-up';
const TEXT = 'ខ្ញុំនឹងសួរមុនទទួល';
const url = (lang: string) => `${SITE}${lang}/integrity/${LESSON}/`;
const reflection = (page: Page) => page.locator('#reflection-my-ladder');
const field = (page: Page) => page.locator('#note-my-ladder');
const notes = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('/note/')));

async function open(page: Page, lang = 'km'): Promise<void> {
  await page.goto(url(lang));
  await reflection(page).scrollIntoViewIfNeeded();
  await expect(field(page)).toBeVisible();
}

for (const lang of ['km', 'en'] as const) {
  const t = translator(lang);

  test(`a plan step in ${lang} has three fields with names, says where it is kept, and is there again`, async ({
    page,
  }) => {
    await open(page, lang);
    const names = [t('plan.step'), t('plan.by'), t('plan.with')];
    for (const [n, name] of names.entries())
      await page.getByLabel(name, { exact: true }).fill(`${TEXT} ${n}`);
    await expect(reflection(page)).toContainText(t('note.kept'));
    await page.reload();
    await reflection(page).scrollIntoViewIfNeeded();
    for (const [n, name] of names.entries())
      await expect(page.getByLabel(name, { exact: true })).toHaveValue(`${TEXT} ${n}`);
  });

  test(`my plan in ${lang} collects what was written, with its day, and changes it in place`, async ({
    page,
  }) => {
    await page.goto(`${SITE}${lang}/my-plan/`);
    await expect(page.getByText(t('plan.empty'))).toBeVisible();
    await open(page, lang);
    await field(page).fill(TEXT);
    await field(page).blur();
    await page.goto(`${SITE}${lang}/my-plan/`);
    await expect(field(page)).toHaveValue(TEXT);
    await expect(page.locator('.plan__note [data-date]').first()).not.toBeEmpty();
    await field(page).fill('…');
    await page.reload();
    await expect(field(page)).toHaveValue('…');
  });
}

test('leaving the page at once keeps what was just typed', async ({ page }) => {
  await open(page);
  await field(page).pressSequentially('abc');
  await page.goto(`${SITE}km/privacy/`);
  await open(page);
  await expect(field(page)).toHaveValue('abc');
});

test('what is written goes into no address, no title and no request', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(decodeURIComponent(`${request.url()} ${request.postData() ?? ''}`)),
  );
  await open(page);
  await field(page).fill(TEXT);
  await field(page).blur();
  await expect.poll(() => notes(page)).toHaveLength(1);
  await page.goto(`${SITE}km/my-plan/`);
  await expect(field(page)).toHaveValue(TEXT);
  expect(sent.filter((request) => request.includes(TEXT))).toEqual([]);
  expect(`${await page.title()} ${page.url()}`).not.toContain(TEXT);
  expect((await notes(page)).join()).not.toContain(TEXT);
});

test('what another device wrote stands beside one’s own', async ({ page }) => {
  await open(page);
  await field(page).fill('here');
  await field(page).blur();
  await expect.poll(() => notes(page)).toHaveLength(1);
  await page.evaluate(() => {
    const [own = ''] = Object.keys(localStorage).filter((name) => name.includes('/note/'));
    const other = own.replace(/[^/]+$/, 'zz99');
    localStorage.setItem(
      other,
      JSON.stringify({ v: { text: 'elsewhere', on: '2026-01-02' }, r: 1, d: 'zz99' }),
    );
  });
  await page.goto(`${SITE}km/my-plan/`);
  await expect(field(page)).toHaveValue('here');
  await expect(page.locator('blockquote')).toContainText('elsewhere');
});

test('a full store is told calmly, and the text stays and is kept once there is room', async ({ page }) => {
  await open(page, 'en');
  const t = translator('en');
  await page.evaluate(() => {
    const own = Storage.prototype.setItem;
    Object.assign(window, { makeRoom: () => Object.assign(Storage.prototype, { setItem: own }) });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await field(page).fill(TEXT);
  await expect(reflection(page).locator('[data-status]')).toHaveText(t('note.failed'));
  await expect(field(page)).toHaveValue(TEXT);
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await field(page).press('End');
  await field(page).pressSequentially('!');
  await expect(reflection(page).locator('[data-status]')).toBeEmpty();
  await page.reload();
  await reflection(page).scrollIntoViewIfNeeded();
  await expect(field(page)).toHaveValue(`${TEXT}!`);
});

test('with storage blocked one can write, and is told that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await open(page, 'en');
  await field(page).fill(TEXT);
  await expect(reflection(page).locator('[data-kept]')).toHaveText(translator('en')('note.notKept'));
});

test('near the limit one is told how much is left', async ({ page }) => {
  await open(page, 'en');
  await field(page).fill('x'.repeat(3_850));
  await expect(reflection(page)).toContainText(translator('en')('note.left', { n: 200 }));
  await field(page).fill('x'.repeat(4_000));
  await expect(reflection(page)).toContainText(translator('en')('note.full', { n: 4000 }));
});

test('a reflection is handed over as a text file', async ({ page }) => {
  await open(page, 'en');
  await field(page).fill(TEXT);
  const download = page.waitForEvent('download');
  await reflection(page).locator('[data-action="download"]').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('my-ladder.txt');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain(TEXT);
  expect(text).toContain('Which rung would you try first');
});

test('printed, a reflection shows the whole text without its controls', async ({ page }) => {
  await open(page, 'en');
  const long = `${'line\n'.repeat(40)}end`;
  await field(page).fill(long);
  await page.emulateMedia({ media: 'print' });
  await expect(reflection(page).locator('.note__paper').first()).toBeVisible();
  await expect(reflection(page).locator('.note__paper').first()).toHaveText(long);
  await expect(field(page)).toBeHidden();
});

test('without scripts a reflection is a question to answer on paper', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url('en'));
  await expect(reflection(page)).toContainText(translator('en')('lesson.reflection.private'));
  await expect(reflection(page).locator('textarea')).toHaveCount(0);
  await context.close();
});
