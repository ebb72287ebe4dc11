import { plan } from '../../support/curriculum.ts';
import { answerRight } from '../../support/learner.ts';
import { action, cachesOf, control, controlled, expect, SAVING, save, test } from './device.ts';

const [first] = plan.lessons;
if (!first) throw new Error('the module has no lessons');

for (const [lang, query, only] of [
  ['km', 'អំណោយ', 'ស្វែងរកតែក្នុងម៉ូឌុលដែលបានរក្សាទុក'],
  ['en', 'gift', 'only the modules saved on this device were searched'],
] as const) {
  test(`search without a network looks through what is saved, and says so, in ${lang}`, async ({
    page,
    device,
  }) => {
    await save(page, device, lang);
    await page.goto(`${device.site}${lang}/`);
    const online = await page.evaluate((words) => window.sogSearch?.(words), query);
    await device.offline();
    for (const path of ['', `integrity/${first.id}/`]) {
      await page.goto(`${device.site}${lang}/${path}`);
      expect(await page.evaluate((words) => window.sogSearch?.(words), query)).toEqual(online);
    }
    await page.click('.search__open');
    await page.fill('.search__input', query);
    await expect(page.locator('.search__status')).toContainText(only);
    await page.locator('.search__hit a').first().click();
    await expect(page.locator('main h1').first()).toBeVisible();
  });
}

test('erasing everything also takes saved modules and the worker', async ({ page, device }) => {
  await save(page, device, 'en');
  await page.goto(`${device.site}en/privacy/`);
  await expect(page.locator('.stored')).toContainText(
    /Integrity in daily work: saved for use without internet \(English, \d+ KB\)/,
  );
  await page.evaluate(() => caches.open('somebody-elses'));
  await page.locator('[data-action="ask"]').click();
  await page.locator('[data-action="erase"]').click();
  await expect(page.locator('[data-status]')).toHaveText('Everything has been erased from this device.');
  await expect(page.locator('.stored li')).toHaveText(['Nothing is stored on this device.']);
  expect(await page.evaluate(() => caches.keys())).toEqual(['somebody-elses']);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('erasing while leaving a lesson takes saved modules too, though the page is gone', async ({
  page,
  device,
}) => {
  await save(page, device, 'en');
  await page.goto(`${device.site}en/integrity/speaking-up/`);
  await answerRight(page, plan.lessons.find(({ id }) => id === 'speaking-up')?.questions[0] ?? '');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('[data-quick-leave] [data-action="ask"]').click();
  await page.locator('[data-quick-leave] [data-action="erase"]').click();
  await expect(page).toHaveURL('about:blank');
  await page.goto(`${device.site}favicon.svg`);
  await expect.poll(() => cachesOf(page)).toEqual([]);
});

test('a damaged index hides nothing that can be read online, and the module can be saved anew', async ({
  page,
  device,
}) => {
  await save(page, device, 'en');
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' index')) ?? '';
    const index = await caches.open(name);
    for (const key of await index.keys()) await index.put(key, new Response('{"form":1,"unit":'));
  });
  await page.goto(`${device.site}en/integrity/${first.id}/`);
  await expect(page.locator(`[data-lesson="${first.id}"]`)).toBeVisible();
  await page.goto(`${device.site}en/offline/`);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
});

test('a browser without workers says that it cannot save, and reads everything online', async ({
  page,
  device,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(`${device.site}en/offline/`);
  await expect(control(page, 'en').locator('[data-state]')).toHaveText(/^This browser cannot save pages/);
  await expect(control(page, 'en').getByRole('button')).toHaveCount(0);
  await page.goto(`${device.site}en/integrity/${first.id}/`);
  const [question = ''] = first.questions;
  await answerRight(page, question);
});

test('a worker that the browser refuses is explained when somebody wants to save', async ({
  page,
  device,
}) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('not here', 'SecurityError'));
  });
  await page.goto(`${device.site}en/integrity/`);
  await action(page, 'save', 'en').click();
  await expect(control(page, 'en').locator('[data-told]')).toHaveText(/^This browser does not allow/);
  expect(await cachesOf(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page explains itself and shows no button', async ({ page, device }) => {
    await page.goto(`${device.site}km/offline/`);
    await expect(page.locator('noscript .notice')).toBeVisible();
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await expect(control(page)).toBeHidden();
  });
});

test('downloads and parts of files pass the worker by', async ({ page, device }) => {
  await save(page, device);
  await controlled(page);
  const answers = await page.evaluate(async (site) => {
    const list = await fetch(`${site}packages/index.json`);
    const range = await fetch(`${site}km/integrity/`, { headers: { range: 'bytes=0-9' } });
    return [list.ok, range.ok];
  }, device.site);
  expect(answers).toEqual([true, true]);
  expect(device.server.answered()).toEqual(expect.arrayContaining(['packages/index.json', 'km/integrity/']));
});
