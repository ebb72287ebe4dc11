import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';

/** A reviewer with nothing but a browser: the copy is opened from the disk, and what it saves is imported. */
let root = '';
let copy = '';

test.beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync('tests/fixtures/content/valid', root, { recursive: true });
  copy = join(root, 'copy.html');
  expect(command('copy', '--module', 'gifts', '--role', 'native', '--out', copy)).toMatchObject({ code: 0 });
});
test.afterAll(() => rmSync(root, { recursive: true }));

function command(...args: string[]): { code: number | null; out: string } {
  const ran = spawnSync(process.execPath, ['src/cli/review-copy.ts', ...args, '--root', root], {
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout + ran.stderr };
}

const passage = (page: Page, key: string) =>
  page.locator('article', { has: page.getByText(key, { exact: true }) });
const TITLE = 'gifts/module/title';
const BODY = 'gifts/lesson/basket/gift-or-bribe/1';
const START = 'gifts/lesson/basket/start/1';

async function open(page: Page): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(copy).href);
  return requests;
}

async function decide(page: Page, key: string, decision: 'accept' | 'change' | 'comment'): Promise<void> {
  await passage(page, key).locator(`input[value=${decision}]`).check();
}

async function saveTo(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.locator('#save').click();
  const path = join(root, name);
  await (await download).saveAs(path);
  return path;
}

test('accepts, changes and comments from a file on the disk, keeps it, saves it, and it comes back', async ({
  page,
}) => {
  const requests = await open(page);
  const all = await page.locator('article').count();
  await decide(page, TITLE, 'accept');
  await decide(page, BODY, 'change');
  const box = passage(page, BODY).locator('textarea[data-text=km]');
  await expect(box).toHaveValue('[1]អំណោយ[/1] មិនចង់បានអ្វីមកវិញទេ [2]។');
  await box.fill('[1]អំណោយពិត[/1] មិនទារអ្វីទេ។');
  await expect(passage(page, BODY).locator('.hint')).toHaveText(/\[2\]$/);
  await box.fill('[1]អំណោយពិត[/1] មិនទារអ្វីទេ [2]។');
  await expect(passage(page, BODY).locator('.hint')).not.toHaveClass(/warn/);
  await decide(page, START, 'comment');
  await passage(page, START).locator('textarea[data-text=comment]').fill('អានពិបាក </script>');
  await page.locator('#by').fill('S.K.');

  await page.reload();
  await expect(passage(page, TITLE).locator('input[value=accept]')).toBeChecked();
  await expect(box).toHaveValue('[1]អំណោយពិត[/1] មិនទារអ្វីទេ [2]។');
  await expect(passage(page, START).locator('textarea[data-text=comment]')).toHaveValue('អានពិបាក </script>');
  await expect(page.locator('#by')).toHaveValue('S.K.');
  await expect(page.locator('#progress')).toHaveText('បានសម្រេច ៣ ក្នុងចំណោម ៧១');
  expect(all).toBe(71);

  await page.locator('section').first().locator('.rest').click();
  const path = await saveTo(page, 'review.json');
  expect(new Set(requests)).toEqual(new Set([pathToFileURL(copy).href]));

  const { code, out } = command('import', path, '--apply', 'all');
  expect(code).toBe(0);
  expect(out).toContain('comment: អានពិបាក </script>');
  expect(out).toContain('signed: gifts/module (km)');
  expect(out).toMatch(/not signed: gifts\/lesson\/basket\. Not judged yet/);
  expect(readFileSync(join(root, 'content/modules/gifts/km/basket.mdx'), 'utf8')).toContain(
    '<Term id="gift">អំណោយពិត</Term> មិនទារអ្វីទេ <Cite id="gift-guide" />។',
  );
  expect(readFileSync(join(root, 'content/ledger.yaml'), 'utf8')).toContain('by: S.K.');
});

test('goes on from a saved file in another browser, and refuses the file of another copy', async ({
  page,
  browser,
}) => {
  await open(page);
  await decide(page, TITLE, 'accept');
  const path = await saveTo(page, 'half.json');
  const other = await (await browser.newContext()).newPage();
  await open(other);
  await expect(other.locator('#progress')).toContainText('សម្រេច ០');
  await other.locator('#file').setInputFiles(path);
  await expect(passage(other, TITLE).locator('input[value=accept]')).toBeChecked();
  await other.locator('#file').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(readFileSync(path, 'utf8').replace(/"copy":"\w+"/, '"copy":"0000000000000000"')),
  });
  await expect(other.locator('#notice')).toHaveClass(/warn/);
  await expect(passage(other, TITLE).locator('input[value=accept]')).toBeChecked();
});

test('says so when the browser keeps nothing, asks before it closes, and still saves', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await open(page);
  await expect(page.locator('#notice')).toHaveClass(/warn/);
  await decide(page, TITLE, 'accept');
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  expect(readFileSync(await saveTo(page, 'blocked.json'), 'utf8')).toContain('"decision":"accept"');
});

test('fits a phone of 360 px, and is worked with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await decide(page, BODY, 'change');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await passage(page, TITLE).locator('input[value=accept]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(passage(page, TITLE)).toHaveAttribute('data-decision', 'change');
});

test('what has the focus never hides under the bar, also on the way back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await passage(page, START).locator('input[value=accept]').focus();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Shift+Tab');
    const below = await page.evaluate(() => {
      const bar = document.querySelector('.bar')?.getBoundingClientRect();
      const at = document.activeElement?.getBoundingClientRect();
      return document.activeElement?.closest('.p') === null || (at?.top ?? 0) >= (bar?.bottom ?? Infinity);
    });
    expect(below).toBe(true);
  }
});

test('on paper there is room to write and no button', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(passage(page, BODY).locator('.hand')).toBeVisible();
  await expect(passage(page, BODY).locator('fieldset')).toBeHidden();
  await expect(page.locator('#save')).toBeHidden();
});
