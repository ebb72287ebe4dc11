import { expect, type Page, test } from '@playwright/test';
import { show } from '../../support/lms.ts';
import { cutOff, sideways } from './fits.ts';
import { awaken, kinds, LANGS, visit, visitAnswered, visitPackage } from './pages.ts';

const LARGEST = '200 widest clear';

/** A device that has stored these choices. */
const chosen = (page: Page, text: string) =>
  page.addInitScript((stored) => localStorage.setItem('sog/1/reading', stored), text);

for (const lang of LANGS) {
  test(`with the largest text and widest lines no kind of page in ${lang} scrolls sideways or cuts text at 320 px`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await chosen(page, LARGEST);
    const found: string[] = [];
    for (const path of kinds(lang)) {
      await visit(page, path);
      await awaken(page);
      await page.locator('.reading__open').waitFor();
      for (const fault of [...(await sideways(page)), ...(await cutOff(page))])
        found.push(`${path}: ${fault}`);
    }
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
    expect(found).toEqual([]);
  });
}
