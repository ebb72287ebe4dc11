import { expect, test } from '@playwright/test';
import { source } from '../../support/curriculum.ts';
import { launch, packageFile, show, takeSeat } from '../../support/lms.ts';

const lesson = source.lessons.find((l) => l.texts.km?.uses.some((use) => use.name === 'Term'))?.id ?? '';

test('in a package a term opens in place from the glossary of the same document', async ({ page }) => {
  const sco = await launch(await takeSeat(page, packageFile('km', 'scorm12')));
  await show(sco, lesson);
  const term = sco.locator(`[data-lesson="${lesson}"] a.term`).first();
  const id = (await term.getAttribute('data-term')) ?? '';
  await term.click();
  const panel = sco.locator('.in-place');
  await expect(panel).toBeFocused();
  const definition = await sco.locator(`#term-${id} dd p`).first().textContent();
  await expect(panel).toContainText(definition ?? '');
  await panel.getByRole('link', { name: 'មើលក្នុងសទ្ទានុក្រម' }).click();
  await expect(sco.locator(`#term-${id}`)).toBeVisible();
  await expect(panel).toHaveCount(0);
});

test('in a package a source opens in place', async ({ page }) => {
  const sco = await launch(await takeSeat(page, packageFile('en', 'scorm2004')));
  await show(sco, lesson);
  await sco.locator(`[data-lesson="${lesson}"] sup.cite a`).first().click();
  await expect(sco.locator('.in-place cite')).not.toBeEmpty();
});

for (const lang of ['km', 'en'] as const) {
  test(`in a package in ${lang} Enter and space open a term and a source, with the other form and the address, and Escape gives the focus back`, async ({
    page,
  }) => {
    const sco = await launch(await takeSeat(page, packageFile(lang, 'scorm12')));
    await show(sco, lesson);
    const within = sco.locator(`[data-lesson="${lesson}"]`);
    const panel = sco.locator('.in-place');
    for (const [opener, content] of [
      [within.locator('a.term').first(), `[lang="${lang === 'km' ? 'en' : 'km'}"]`],
      [within.locator('sup.cite a').first(), 'a[href^="https:"]'],
    ] as const) {
      for (const key of ['Enter', 'Space']) {
        await opener.focus();
        await page.keyboard.press(key);
        await expect(panel).toBeFocused();
        await expect(panel.locator(content).first()).not.toBeEmpty();
        await page.keyboard.press('Escape');
        await expect(panel).toHaveCount(0);
        await expect(opener).toBeFocused();
      }
    }
  });
}
