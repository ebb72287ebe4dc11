import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { OTHER_TYPES, RATING, source, wrongOptions } from '../../support/curriculum.ts';
import { answer } from '../../support/learner.ts';
import { LANGS, visitLesson } from './pages.ts';
import { smallTargets } from './targets.ts';

const ofType = (type: string) =>
  OTHER_TYPES.find((question) => question.type === type) ?? { id: '', lesson: '' };
const contentOf = (id: string) => source.questions.get(id);

async function come(page: Page, lang: 'km' | 'en', type: string): Promise<Locator> {
  const { id, lesson } = ofType(type);
  await visitLesson(page, lang, lesson);
  return page.locator(`#question-${id}`);
}

for (const lang of LANGS) {
  const t = translator(lang);

  test(`in ${lang} menus, steps and fields have names of their own`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const type of ['matching', 'categorise']) {
      const question = await come(page, lang, type);
      const content = contentOf(ofType(type).id);
      const parts =
        content?.type === 'matching' ? content.stems : content?.type === 'categorise' ? content.items : [];
      expect(parts.length).toBeGreaterThan(1);
      for (const { text } of parts)
        await expect(question.getByRole('combobox', { name: text[lang], exact: true })).toBeVisible();
    }
    const steps = await come(page, lang, 'ordering');
    const content = contentOf(ofType('ordering').id);
    for (const { text } of content?.type === 'ordering' ? content.steps : []) {
      for (const key of ['question.up', 'question.down'] as const) {
        const name = (await steps.getByRole('listitem').filter({ hasText: text[lang] }).count()) > 0;
        expect(name).toBe(true);
        await expect(
          steps.getByRole('button', { name: say(t(key, { text: text[lang] }), lang), exact: true }),
        ).toBeVisible();
      }
    }
    for (const type of ['fill-in', 'numeric']) {
      const field = (await come(page, lang, type)).getByRole('textbox');
      await expect(field).toHaveAccessibleName(new RegExp(`^${t('question.answer')}`));
    }
  });

  test(`in ${lang} steps are put in order by keyboard: the focus stays on the button, the place is told`, async ({
    page,
  }) => {
    const question = await come(page, lang, 'ordering');
    const row = question.locator('[data-option]').first();
    const id = (await row.getAttribute('data-option')) ?? '';
    const text = (await row.locator('.option__text').innerText()).trim();
    const own = question.locator(`[data-option="${id}"]`);
    const [up, down] = [own.getByRole('button').first(), own.getByRole('button').last()];
    await expect(up).toHaveAttribute('aria-disabled', 'true');
    await down.focus();
    await page.keyboard.press('Enter');
    await expect(down).toBeFocused();
    const total = await question.locator('[data-option]').count();
    await expect(question.locator('[data-status]')).toHaveText(t('question.moved', { text, n: 2, total }));
    await expect(up).toHaveAttribute('aria-disabled', 'false');
    for (let n = 2; n < total; n++) await page.keyboard.press('Space');
    await expect(down).toBeFocused();
    await expect(down).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Space');
    expect(await question.locator('[data-option]').last().getAttribute('data-option')).toBe(id);
  });

  test(`in ${lang} checking an unfinished answer says what is missing and goes there`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [type, key, control] of [
      ['matching', 'question.missingPart', 'select'],
      ['ordering', 'question.moveFirst', '.order__move'],
      ['fill-in', 'question.write', 'input'],
      ['numeric', 'question.writeNumber', 'input'],
    ] as const) {
      const question = await come(page, lang, type);
      await question.locator('[data-check]').click();
      await expect(question.locator('[data-status]')).toHaveText(t(key, { n: 25 }));
      await expect(question.locator(`${control}:focus`)).toHaveCount(1);
    }
  });

  test(`in ${lang} an answered question says of each part whether it is right, by sign and by word, with its reason`, async ({
    page,
  }) => {
    const question = await come(page, lang, 'matching');
    const { id } = ofType('matching');
    await answer(page, id, wrongOptions(id));
    for (const [look, key, sign] of [
      ['right', 'question.isRight', '✓'],
      ['wrong', 'question.isWrong', '✗'],
    ] as const) {
      const verdict = question.locator(`.feedback--${look} [data-verdict]`).first();
      await expect(verdict).toHaveText(t(key));
      expect(await verdict.evaluate((el) => getComputedStyle(el, '::before').content)).toContain(sign);
    }
    const menu = question.getByRole('combobox').first();
    const reason = await question.locator('.feedback').first().innerText();
    await expect(menu).toHaveAccessibleDescription(`✓ ${reason.replace(/\s+/g, ' ').trim()}`);
    await question.locator('[data-check]').click();
    await expect(menu).toHaveAccessibleDescription('');
  });

  test(`in ${lang} a hint opens by keyboard and is not heard before`, async ({ page }) => {
    const question = await come(page, lang, 'categorise');
    const hint = question.locator('.question__tip');
    expect(await question.ariaSnapshot()).not.toContain((await hint.locator('p').textContent()) ?? '?');
    await hint.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(hint.locator('p')).toBeVisible();
  });

  test(`in ${lang} a rating says that nothing is right or wrong, and where it is kept`, async ({ page }) => {
    await visitLesson(page, lang, RATING.lesson);
    const question = page.locator(`#question-${RATING.id}`);
    await expect(question.getByRole('group').first()).toHaveAccessibleName(
      `${t('question.view')} ${RATING.prompt[lang]} ${t('question.rate')}`,
    );
    await answer(page, RATING.id, [RATING.scale[0]?.id ?? '']);
    await expect(question.getByRole('status')).toHaveText(t('question.kept'));
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${lang} and ${colorScheme} each type fits 320 px with controls of 44 px, and axe has nothing to say`, async ({
      browser,
    }) => {
      test.setTimeout(180_000);
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      for (const { id, lesson } of OTHER_TYPES) {
        await visitLesson(page, lang, lesson);
        for (const answered of [false, true]) {
          if (answered) await answer(page, id, wrongOptions(id));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(`${id}: ${wide}`).toBe(`${id}: 320`);
          expect(await smallTargets(page, `#question-${id}`)).toEqual([]);
          const { violations } = await new AxeBuilder({ page }).include(`#question-${id}`).analyze();
          expect(violations.map((found) => `${id}: ${found.id}`)).toEqual([]);
        }
      }
      await context.close();
    });
  }
}

/** Words that a script speaks have their numbers in the digits of the page. */
function say(text: string, lang: 'km' | 'en'): string {
  return lang === 'km'
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x17b0))
    : text;
}
