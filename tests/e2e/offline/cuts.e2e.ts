import { plan } from '../../support/curriculum.ts';
import { answerRight } from '../../support/learner.ts';
import { action, cachesOf, control, controlled, expect, SAVING, save, test } from './device.ts';

const [first, second] = plan.lessons;
if (!first || !second) throw new Error('the module has no lessons');

test('a visit stores no page of its own accord, and pages go on as without a worker', async ({
  page,
  device,
}) => {
  await page.goto(`${device.site}km/integrity/${first.id}/`);
  await controlled(page);
  const byWorker: string[] = [];
  page.on('response', (response) => {
    if (response.fromServiceWorker()) byWorker.push(new URL(response.url()).pathname);
  });
  await page.goto(`${device.site}km/integrity/${second.id}/`, { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(byWorker).toEqual([`/sog/km/integrity/${second.id}/`]);
  // A lesson asks nothing about saving; only the worker itself comes, once the page has loaded.
  expect(device.server.answered().filter((path) => path.startsWith('offline/'))).toEqual([]);
});

test('without a network a page that is not saved says so calmly, in its language, and lists what is', async ({
  page,
  device,
}) => {
  await save(page, device);
  await device.offline();
  await page.goto(`${device.site}en/integrity/${first.id}/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).toHaveText('No connection');
  await page.getByRole('link', { name: 'សុចរិតភាពក្នុងការងារប្រចាំថ្ងៃ' }).click();
  await expect(page).toHaveURL(`${device.site}km/integrity/`);
  await expect(page.locator('[data-overview="integrity"]')).toBeVisible();
});

test('with nothing saved the page says so; "try again" brings the page once there is a network', async ({
  page,
  device,
}) => {
  await page.goto(`${device.site}km/`);
  await controlled(page);
  await device.offline();
  await page.goto(`${device.site}km/glossary/`);
  await expect(page.locator('h1')).toHaveText('គ្មានអ៊ីនធឺណិត');
  await expect(page.locator('main')).toContainText('មិនទាន់មានម៉ូឌុលណារក្សាទុក');
  await device.online();
  await page.getByRole('link', { name: 'សាកល្បងម្តងទៀត' }).click();
  await expect(page.locator('#content h1')).toHaveText('សទ្ទានុក្រម');
});

test('a network that breaks in the middle of a saved lesson takes nothing away', async ({ page, device }) => {
  await save(page, device);
  await page.goto(`${device.site}km/integrity/${second.id}/`);
  await device.offline();
  // The code of activities comes only now, when the first is near.
  const [question = ''] = second.questions;
  await answerRight(page, question);
  await page.locator('.lesson__nav a, nav a[rel="next"]').last().click();
  await expect(page.locator('article[data-lesson]')).toBeVisible();
});

test('a network that breaks while a page loads brings the saved copy of a shared page', async ({
  page,
  device,
}) => {
  await save(page, device);
  device.server.hold(/^km\/glossary\/$/);
  await page.goto(`${device.site}km/glossary/`);
  await expect(page.locator('#content h1')).toHaveText('សទ្ទានុក្រម');
});

test('saving that breaks off says so, keeps what came, and goes on from there', async ({ page, device }) => {
  await page.goto(`${device.site}en/integrity/`);
  await controlled(page);
  await expect(action(page, 'save', 'en')).toBeVisible();
  device.server.answered();
  device.server.cutAfter(20);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(/^The connection broke\./, SAVING);
  const came = device.server.answered().filter((path) => !/^(offline\/|sw\.js)/.test(path));
  expect(came.length).toBeGreaterThan(5);
  device.server.mend();
  await page.reload();
  await expect(action(page, 'save', 'en')).toHaveText(/^Continue saving/);
  device.server.answered();
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  const again = device.server.answered();
  // The four that were on their way when it broke may have been answered, and still not have arrived.
  expect(again.filter((path) => came.includes(path)).length).toBeLessThanOrEqual(4);
  await device.offline();
  await page.goto(`${device.site}en/integrity/${first.id}/`);
  await expect(page.locator(`[data-lesson="${first.id}"]`)).toBeVisible();
});

test('a page closed while it saves leaves a beginning that can be taken up or thrown away', async ({
  page,
  device,
}) => {
  await page.goto(`${device.site}en/integrity/`);
  device.server.hold(/speaking-up/);
  await action(page, 'save', 'en').click();
  const bar = control(page, 'en').locator('progress');
  await expect.poll(() => bar.evaluate((e: HTMLProgressElement) => e.value)).toBeGreaterThan(0.3);
  await page.goto(`${device.site}en/offline/`);
  device.server.mend();
  await expect(control(page, 'en').locator('[data-state]')).toHaveText(/^Saving is not finished yet/);
  await action(page, 'ask', 'en').click();
  await action(page, 'remove', 'en').click();
  await expect(action(page, 'save', 'en')).toHaveText(/^Save for offline/);
  expect((await cachesOf(page)).filter((name) => !name.endsWith(' index'))).toEqual([]);
});

test('saving can be stopped, and continued', async ({ page, device }) => {
  await page.goto(`${device.site}en/integrity/`);
  device.server.hold(/speaking-up/);
  await action(page, 'save', 'en').click();
  await action(page, 'stop', 'en').click();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(/^Stopped\./);
  await expect(control(page, 'en').locator('[data-told]')).toBeFocused();
  device.server.mend();
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
});
