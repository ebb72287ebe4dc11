import { globSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { answerTestQuestion, takeTest } from '../../support/learner.ts';
import { launch, packageFile, show, takeSeat } from '../../support/lms.ts';
import { setUp } from '../../support/test-sets.ts';
import { visit } from './pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pages = globSync('**/*.html', { cwd: 'dist' }).map((file) => file.replace(/index\.html$/, ''));

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} (${v.help})`));
}

/** Where the focus has scrolled the page, the bar lies half over links that nobody is meant to reach there. */
async function fromTheTop(page: Page): Promise<string[]> {
  await page.evaluate(() => window.scrollTo(0, 0));
  return violations(page);
}

test('there are pages to look at in both languages', () => {
  expect(pages.filter((page) => page.startsWith('km/')).length).toBeGreaterThan(10);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const path of pages) {
    test(`axe finds nothing on /${path} in ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      await visit(page, path);
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  }

  test(`axe finds nothing on an answered question, a dilemma under way and a test in ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(`${SITE}km/integrity/gifts-and-thanks/`);
    for (const id of ['ask-first', 'not-a-gift']) {
      const question = page.locator(`#question-${id}`);
      await question.scrollIntoViewIfNeeded();
      await question.locator('input').first().check();
      await question.locator('[data-check]').click();
    }
    const dilemma = page.locator('sog-dilemma');
    await dilemma.scrollIntoViewIfNeeded();
    await dilemma.locator('button.choice').first().click();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${SITE}en/integrity/final-test/`);
    await page.locator('[data-action="begin"]').click();
    await expect(page.locator('form[data-question]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test(`axe finds nothing on the result of both tests, a hint and a shown answer in ${colorScheme}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${SITE}km/integrity/pre-test/`);
    await takeTest(page, 'pre', 3);
    expect(await fromTheTop(page)).toEqual([]);
    await page.goto(`${SITE}km/integrity/final-test/`);
    await takeTest(page, 'post', 9);
    await expect(page.locator('[data-gain="compared"]')).toBeVisible();
    expect(await fromTheTop(page)).toEqual([]);
    await setUp(page, { post: { answers: 'after-each', hint: 'ថ្ងៃណា?' } });
    await page.reload();
    await page.locator('[data-action="begin"]').click();
    await page.locator('.test__hint summary').click();
    expect(await fromTheTop(page)).toEqual([]);
    await answerTestQuestion(page, 'post', false);
    await expect(page.locator('[data-answered]')).toBeVisible();
    expect(await fromTheTop(page)).toEqual([]);
    await context.close();
  });
}

test('axe finds nothing in a package, view by view', async ({ page }) => {
  const seat = await takeSeat(page, packageFile('km', 'scorm12'));
  const sco = await launch(seat);
  const url = sco.url();
  await page.goto(url);
  for (const view of ['integrity', 'gifts-and-thanks', 'final-test', 'glossary', 'my-plan']) {
    await show(page.mainFrame(), view);
    await expect(page.locator(`[id="${view}"]`)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});
