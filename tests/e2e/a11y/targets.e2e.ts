import { expect, test } from '@playwright/test';
import { show } from '../../support/lms.ts';
import { awaken, LANGS, pages, visit, visitAnswered, visitPackage } from './pages.ts';
import { smallTargets } from './targets.ts';

test.use({ viewport: { width: 360, height: 740 } });

for (const group of ['km/', 'en/', '']) {
  test(`every control outside running text is at least 44 px each way on pages of /${group}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const small: string[] = [];
    for (const path of pages.filter((p) => (group === '' ? !/^(km|en)\//.test(p) : p.startsWith(group)))) {
      await visit(page, path);
      await awaken(page);
      small.push(...(await smallTargets(page)).map((control) => `${path}: ${control}`));
    }
    expect(small).toEqual([]);
  });
}

for (const lang of LANGS) {
  test(`in ${lang} what appears while one works is at least 44 px too: answers, dilemma, contents, test, skip link`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await visitAnswered(page, lang);
    expect(await smallTargets(page)).toEqual([]);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.locator('[data-contents] summary').click();
    expect(await smallTargets(page, '[data-contents]')).toEqual([]);

    await visit(page, `${lang}/integrity/final-test/`);
    await page.keyboard.press('Tab');
    const skip = await page.locator('.skip').boundingBox();
    expect(skip?.height).toBeGreaterThanOrEqual(44);
    await page.locator('[data-action="begin"]').click();
    expect(await smallTargets(page)).toEqual([]);
  });

  test(`every control of a package in ${lang} is at least 44 px each way`, async ({ page }) => {
    test.setTimeout(120_000);
    await visitPackage(page, lang);
    const small: string[] = [];
    for (const view of ['integrity', 'gifts-and-thanks', 'final-test', 'glossary', 'my-plan']) {
      await show(page.mainFrame(), view);
      await page.locator('[data-menu] summary').click();
      small.push(...(await smallTargets(page)).map((control) => `${view}: ${control}`));
      await page.locator('[data-menu] summary').click();
    }
    expect(small).toEqual([]);
  });
}
