import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { plan, source } from '../../support/curriculum.ts';
import { ALL_DONE, storedItems, storeEntries } from '../../support/record-file.ts';

const url = (lang: string) => `${SITE}${lang}/my-learning/record/?module=integrity`;

async function open(page: Page, lang: string, entries = ALL_DONE): Promise<void> {
  await page.goto(`${SITE}${lang}/privacy/`);
  await storeEntries(page, entries);
  await page.goto(url(lang));
}
const row = (page: Page, name: string) => page.locator(`[data-row="${name}"]`);
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

for (const lang of ['km', 'en'] as const) {
  test(`a completed module stands on one sheet of A4 in ${lang}, with a name that stays on the device`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(decodeURIComponent(request.url() + (request.postData() ?? ''))),
    );
    await open(page, lang);
    await page.locator('#completion-name').fill('សុខ ដារ៉ា');
    await expect(row(page, 'person')).toHaveText('សុខ ដារ៉ា');
    await expect(row(page, 'module')).toHaveText(source.module.title[lang]);
    await expect(row(page, 'date')).toHaveText(lang === 'km' ? 'ថ្ងៃទី៥ ខែតុលា ឆ្នាំ២០២៦' : '5 October 2026');
    await expect(row(page, 'result')).toHaveText(lang === 'km' ? '៩០%' : '90%');
    await expect(row(page, 'time')).toHaveText(lang === 'km' ? '១ ម៉ោង ៥ នាទី' : '1 h 5 min');
    await expect(row(page, 'version')).toHaveText(source.module.version);
    await expect(page.locator('.sheet__statement')).toContainText(
      lang === 'km' ? 'មិនមែនជាវិញ្ញាបនបត្រផ្លូវការ' : 'not an official certificate',
    );
    await page.reload();
    await expect(row(page, 'person')).toHaveText('សុខ ដារ៉ា');
    await page.emulateMedia({ media: 'print' });
    await expect(
      page.locator('.completion__controls, .masthead, .footer, h1').filter({ visible: true }),
    ).toHaveCount(0);
    await expect(page.locator('.sheet')).toBeVisible();
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
    expect(asked.filter((request) => request.includes('សុខ'))).toEqual([]);
    await context.close();
  });

  test(`a module that is not complete says calmly what is still to do in ${lang}`, async ({ page }) => {
    const one = plan.lessons[0]?.id ?? '';
    await open(
      page,
      lang,
      ALL_DONE.filter(([key]) => key !== `seen/${one}` && !/^(outcome|completed|test)/.test(key)),
    );
    const left = page.locator('[data-left] a');
    await expect(left).toHaveCount(2);
    await expect(left.first()).toHaveAttribute('href', new RegExp(`/${one}/$`));
    await expect(left.last()).toHaveAttribute('href', /final-test\/$/);
    await expect(page.locator('.sheet')).toBeHidden();
  });

  test(`a record of completion in ${lang} has nothing to say to axe, and names its printing`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await open(page, lang);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join()}`)).toEqual([]);
    }
    await page.locator('#completion-name').press('Enter');
    await expect(page).toHaveTitle('printed');
  });
}

test('a long name and a long title still fit on one page, and on a phone nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'km');
  await page.locator('#completion-name').fill('ឯកឧត្តម'.repeat(17));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
});

test('the language switch keeps module and name; the privacy page shows the name, and erasing removes it', async ({
  page,
}) => {
  await open(page, 'en');
  await page.locator('#completion-name').fill('Sok <b>Dara</b> $&');
  await page.locator('a[data-twin]').click();
  await expect(page).toHaveURL(url('km'));
  await expect(row(page, 'person')).toHaveText('Sok <b>Dara</b> $&');
  await page.goto(`${SITE}en/privacy/`);
  await expect(page.locator('.stored')).toContainText('A name that you typed: Sok <b>Dara</b> $&');
  await page.locator('[data-action="ask"]').click();
  await page.locator('[data-action="erase"]').click();
  await expect(page.locator('[data-status]')).toBeFocused();
  expect(await storedItems(page)).toEqual({});
});

test('a module completed under an older release has no day, and the sheet says so', async ({ page }) => {
  await open(
    page,
    'en',
    ALL_DONE.filter(([key]) => key !== 'completed'),
  );
  await expect(row(page, 'date')).toHaveText('Not noted on this device');
});
