import { expect, test } from '@playwright/test';
import { loadCurriculum } from '../../../src/curriculum/load.ts';
import { dictionaryOrder } from '../../../src/khmer/dictionary.ts';
import { SITE } from '../../support/addresses.ts';

const { glossary, sources } = loadCurriculum(process.cwd()).curriculum;
const terms = [...glossary.values()];

for (const [lang, other] of [
  ['km', 'en'],
  ['en', 'km'],
] as const) {
  test(`the glossary in ${lang} stands in both orders, and needs no JavaScript to change`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${SITE}${lang}/glossary/`);
    const defined = await page.locator('.glossary dt').allTextContents();
    const own = terms.map((term) => term.term[lang]).sort(dictionaryOrder(lang));
    expect(defined.length).toBe(own.length);
    own.forEach((word, i) => {
      expect(defined[i]?.trim().startsWith(word), `${i}: ${word}`).toBe(true);
    });
    const index = await page.locator(`.word-index span[lang="${other}"]`).allTextContents();
    expect(index).toEqual(terms.map((term) => term.term[other]).sort(dictionaryOrder(other)));
    await page.locator('.order a').nth(1).click();
    await expect(page.locator(`#order-${other}`)).toBeInViewport();
    await page.locator('.word-index a').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#term-/);
    await context.close();
  });

  test(`letters of the glossary in ${lang} lead to words that begin with them`, async ({ page }) => {
    await page.goto(`${SITE}${lang}/glossary/`);
    const letters = page.locator('.letters').first().getByRole('link');
    const last = letters.last();
    const letter = (await last.textContent()) ?? '';
    await last.click();
    const section = page.locator('.dictionary__letter').filter({ has: page.locator('h3:target') });
    await expect(section.locator('h3')).toHaveText(letter);
    await expect(section.locator('dt').first()).toContainText(new RegExp(`^\\s*${letter}`, 'i'));
  });

  test(`sources in ${lang} are grouped by issuer, each with its day and where it is cited`, async ({
    page,
  }) => {
    await page.goto(`${SITE}${lang}/sources/`);
    const listed = [...sources.values()].filter(({ confidence }) => confidence !== 'low');
    await expect(page.locator('.sources > li')).toHaveCount(listed.length);
    for (const source of listed) {
      const entry = page.locator(`[id="source-${source.id}"]`);
      const group = page.locator('section').filter({ has: entry });
      await expect(group.locator('h2')).toHaveText(source.issuer);
      await expect(entry).toContainText(source.date);
    }
    const cited = page.locator('[id="source-uncac-txt"] .cited a');
    await expect(cited.first()).toBeVisible();
    await cited.first().click();
    await expect(page.locator('[data-lesson]')).toBeVisible();
  });
}

test('the footer names partners and funding, draws no logo, and marks the disclaimer as a draft', async ({
  page,
}) => {
  await page.goto(`${SITE}en/`);
  const box = page.locator('.attribution');
  await expect(box).toContainText('Ministry of Interior');
  await expect(box).toContainText('Transparency International Cambodia');
  await expect(box).toContainText('Phase II: 2021–2025');
  await expect(box).toContainText('Draft, awaiting');
  await expect(box.locator('img, svg')).toHaveCount(0);
  await expect(box).not.toContainText(/current|today|Phase III/i);
});
