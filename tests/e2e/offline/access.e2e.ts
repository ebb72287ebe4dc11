import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { action, control, controlled, expect, SAVING, test } from './device.ts';

const LEAST = 44;

/** No fault for axe, every button as large as a thumb needs, and nothing that scrolls sideways at 320 px. */
async function sound(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect([state, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
    state,
    [],
  ]);
  for (const control of await page.locator('main button:visible, main li a:visible').all()) {
    const box = await control.boundingBox();
    expect([state, (box?.height ?? 0) >= LEAST && (box?.width ?? 0) >= LEAST]).toEqual([state, true]);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect([state, wider]).toEqual([state, 0]);
}

for (const lang of ['km', 'en'] as const) {
  test(`the control in ${lang} is a group with a name, and its progress has one too`, async ({
    page,
    device,
  }) => {
    const name = lang === 'km' ? 'ការរក្សាទុក៖ សុចរិតភាពក្នុងការងារប្រចាំថ្ងៃ' : 'Saving: Integrity in daily work';
    await page.goto(`${device.site}${lang}/offline/`);
    await expect(page.getByRole('group', { name, exact: true })).toBeVisible();
    await expect(page.getByRole('group', { name: /in Khmer|ជាភាសាអង់គ្លេស/ })).toHaveCount(1);
    device.server.hold(/speaking-up/);
    await action(page, 'save', lang).click();
    const bar = page.getByRole('progressbar');
    await expect(bar).toHaveAccessibleName(
      lang === 'km' ? /^វឌ្ឍនភាពនៃការរក្សាទុក៖ សុចរិតភាព/ : /^Saved so far: Integrity/,
    );
    await expect.poll(() => bar.evaluate((e: HTMLProgressElement) => e.value)).toBeGreaterThan(0);
    device.server.mend();
  });
}

test('the page opens in silence and tells only what came of a button', async ({ page, device }) => {
  await page.goto(`${device.site}en/offline/`);
  await expect(action(page, 'save', 'en')).toBeVisible();
  const told = control(page, 'en').getByRole('status');
  await expect(told).toBeEmpty();
  device.server.hold(/speaking-up/);
  await action(page, 'save', 'en').click();
  const bar = control(page, 'en').locator('progress');
  await expect.poll(() => bar.evaluate((e: HTMLProgressElement) => e.value)).toBeGreaterThan(0.3);
  await expect(told).toBeEmpty();
  device.server.mend();
  await expect(told).toHaveText('Saving is finished.', SAVING);
  await page.reload();
  await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
  await expect(told).toBeEmpty();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('in every state axe has nothing to say, targets are large and nothing scrolls sideways', async ({
      page,
      device,
    }) => {
      await page.goto(`${device.site}km/offline/`);
      await expect(action(page, 'save')).toBeVisible();
      await sound(page, 'offered');
      device.server.hold(/speaking-up/);
      await action(page, 'save').click();
      await expect(action(page, 'stop')).toBeVisible();
      await sound(page, 'saving');
      await action(page, 'stop').click();
      await expect(action(page, 'save')).toBeVisible();
      await sound(page, 'stopped');
      device.server.mend();
      await action(page, 'save').click();
      await expect(control(page)).toHaveAttribute('data-kind', 'saved', SAVING);
      await sound(page, 'saved');
      await action(page, 'ask').click();
      await sound(page, 'asked');
    });

    test('no connection: the page that stands for another is as sound as the others', async ({
      page,
      device,
    }) => {
      await page.goto(`${device.site}en/integrity/`);
      await action(page, 'save', 'en').click();
      await expect(control(page, 'en')).toHaveAttribute('data-kind', 'saved', SAVING);
      await controlled(page);
      await device.offline();
      await page.goto(`${device.site}km/integrity/`);
      await expect(page.locator('h1')).toHaveText('គ្មានអ៊ីនធឺណិត');
      await expect(page.locator('li a')).toHaveAttribute('lang', 'en');
      await sound(page, 'no connection');
    });
  });
}
