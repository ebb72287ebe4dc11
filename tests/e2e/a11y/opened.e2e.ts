import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { show } from '../../support/lms.ts';
import { LANGS, visit, visitLesson, visitPackage } from './pages.ts';
import { noteCalmLook, stopNow } from './stops.ts';
import { smallTargets } from './targets.ts';

const WORD = { km: 'អំណោយ', en: 'gift' } as const;
const focused = (page: Page) => page.locator(':focus');

async function openSearch(page: Page, lang: 'km' | 'en'): Promise<void> {
  await page.getByRole('button', { name: translator(lang)('search.open'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
}

for (const lang of LANGS) {
  const t = translator(lang);

  test(`a term and a source in ${lang} open with Enter and with Space, take the focus, and give it back on Escape`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await visitLesson(page, lang);
    const panel = page.locator('.in-place');
    for (const [selector, name] of [
      ['a.term', t('inplace.term')],
      ['.cite a', t('inplace.source', { n: 1 })],
    ] as const) {
      const opener = page.locator(selector).first();
      await expect(opener).toHaveRole('button');
      for (const key of ['Enter', 'Space']) {
        await opener.focus();
        await page.keyboard.press(key);
        await expect(panel).toBeFocused();
        await expect(opener).toHaveAttribute('aria-expanded', 'true');
        await expect(page.getByRole('group', { name })).toBeVisible();
        expect((await stopNow(page))?.covered).toBe(false);
        expect(await smallTargets(page, '.in-place')).toEqual([]);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Escape');
        await expect(panel).toHaveCount(0);
        await expect(opener).toBeFocused();
        await expect(opener).toHaveAttribute('aria-expanded', 'false');
      }
    }
  });

  test(`search in ${lang} is used by keyboard: named, results by arrows, closed with Escape to where one was`, async ({
    page,
  }) => {
    await visit(page, `${lang}/`);
    await openSearch(page, lang);
    const dialog = page.getByRole('dialog', { name: t('search.title'), exact: true });
    const field = dialog.getByRole('searchbox', { name: t('search.label'), exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(t('search.hint'));
    await expect(dialog.getByRole('group', { name: t('search.kind'), exact: true })).toBeVisible();
    await page.keyboard.insertText(WORD[lang]);
    await expect(dialog.getByRole('status')).toContainText(/[0-9០-៩]/);
    await page.keyboard.press('ArrowDown');
    await expect(dialog.locator('[data-results] a').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    // Tab stays among the page's own controls of the dialog, and the browser's frame.
    await noteCalmLook(page);
    await field.focus();
    for (let n = 0; n < 8; n++) {
      await page.keyboard.press('Tab');
      const stop = await stopNow(page);
      if (!stop) continue;
      expect(stop.marked, stop.what).toBe(true);
      expect(await focused(page).evaluate((el) => el.closest('dialog') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: t('search.open'), exact: true })).toBeFocused();
  });

  test(`the panel of search in ${lang} fits 320 px, its controls are 44 px, and headings stay in order`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 512 });
    await visit(page, `${lang}/`);
    await openSearch(page, lang);
    await page.keyboard.insertText(WORD[lang]);
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(/[0-9០-៩]/);
    const dialog = page.getByRole('dialog');
    expect(await smallTargets(page, 'dialog[open]')).toEqual([]);
    expect(await dialog.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeLessThanOrEqual(0);
    const levels = await dialog
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((el) => Number(el.tagName[1])));
    expect(levels[0]).toBe(2);
    expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
  });

  test(`in a package in ${lang} search leads to the place found, and the focus with it`, async ({ page }) => {
    await visitPackage(page, lang);
    await openSearch(page, lang);
    await page.keyboard.insertText(WORD[lang]);
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(/[0-9០-៩]/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(focused(page)).toBeVisible();
    expect(await focused(page).evaluate((el) => el.closest('main') !== null)).toBe(true);
  });

  test(`the way out of a sensitive lesson in ${lang} is a named region, reached early, asking before it erases`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await visit(page, `${lang}/integrity/speaking-up/`);
    const region = page.getByRole('region', { name: t('leave.title'), exact: true });
    await page.locator('main').focus();
    for (let n = 0; n < 8; n++) {
      await page.keyboard.press('Tab');
      if (await region.locator(':focus').count()) break;
    }
    await expect(region.locator('[data-action="leave"]')).toBeFocused();
    expect(await smallTargets(page, '[data-quick-leave]')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(region.locator('#leave-question')).toBeFocused();
    await expect(region.getByRole('group', { name: t('erase.question') })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(region.locator('[data-action="ask"]')).toBeFocused();
  });

  test(`erasing in ${lang} asks first, and says by focus what came of it`, async ({ page }) => {
    await visit(page, `${lang}/privacy/`);
    const erase = page.locator('sog-erase');
    await erase.getByRole('button', { name: t('erase.start'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(erase.locator('#erase-question')).toBeFocused();
    await expect(erase.getByRole('group', { name: t('erase.question') })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(erase.getByRole('button', { name: t('erase.start'), exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(erase.getByRole('status')).toBeFocused();
    await expect(erase.getByRole('status')).toHaveText(t('erase.done'));
  });
}

test('the key "/" opens search, and is a letter like any other while one writes', async ({ page }) => {
  await visit(page, 'en/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toHaveValue('/');
});

/** Presses "/". @returns whether the page took the key for itself, which search does before it opens. */
async function takesSlash(page: Page): Promise<boolean> {
  const state = await page.evaluateHandle(() => {
    const seen: { taken?: boolean } = {};
    window.addEventListener('keydown', (event) => (seen.taken = event.defaultPrevented), { once: true });
    return seen;
  });
  await page.keyboard.press('/');
  return state.evaluate(({ taken }) => taken === true);
}

test('the key "/" can be turned off and on again, and the choice is kept', async ({ page }) => {
  await visit(page, 'en/');
  const opener = page.locator('.search__open').first();
  await expect(opener).toHaveAttribute('aria-keyshortcuts', '/');
  await opener.press('Enter');
  const choice = page.getByRole('checkbox', { name: 'The / key opens the search' });
  await choice.uncheck();
  await page.keyboard.press('Escape');
  for (const fresh of [false, true]) {
    if (fresh) await page.reload();
    await expect(opener).not.toHaveAttribute('aria-keyshortcuts');
    expect(await takesSlash(page)).toBe(false);
  }
  await opener.press('Enter');
  await expect(choice).not.toBeChecked();
  await choice.check();
  await page.keyboard.press('Escape');
  await page.reload();
  expect(await takesSlash(page)).toBe(true);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the glossary of a package keeps the focus when its contents lead to where one is', async ({ page }) => {
  await visitPackage(page, 'en');
  await show(page.mainFrame(), 'glossary');
  await page.locator('[data-menu] summary').click();
  await page.locator('[data-menu] a[href="#glossary"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1#glossary')).toBeFocused();
});
