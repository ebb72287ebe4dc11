import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { answerRight } from '../../support/learner.ts';
import { awaken, kinds, LANGS, visit, visitAnswered, visitLesson } from './pages.ts';

/** Contrast of two colours as computed by the browser, `rgb(r, g, b)`; 1 to 21 (WCAG 2.2). */
function contrast(one: string, two: string): number {
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const style = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((el, property) => getComputedStyle(el).getPropertyValue(property), name);

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  for (const lang of LANGS) {
    test(`nothing in ${lang} moves, fades or scrolls smoothly`, async ({ page }) => {
      test.setTimeout(120_000);
      const moving: string[] = [];
      for (const path of kinds(lang)) {
        await visit(page, path);
        await awaken(page);
        moving.push(
          ...(await page.evaluate(() =>
            [...document.querySelectorAll('*')].flatMap((el) =>
              [null, '::before', '::after'].flatMap((pseudo) => {
                const s = getComputedStyle(el, pseudo);
                const lasts = /[1-9]/.test(s.transitionDuration);
                const runs = s.animationName !== 'none' && /[1-9]/.test(s.animationDuration);
                const glides = s.scrollBehavior === 'smooth';
                return lasts || runs || glides ? [`${location.pathname} ${el.tagName}.${el.className}`] : [];
              }),
            ),
          )),
        );
      }
      expect(moving).toEqual([]);
      await visitAnswered(page, lang);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in forced colours, ${colorScheme}`, () => {
    test.use({ contextOptions: { forcedColors: 'active' }, colorScheme });
    for (const lang of LANGS) {
      test(`controls in ${lang} keep an edge or a line, and states keep word and sign`, async ({ page }) => {
        await visitAnswered(page, lang);
        const ground = await style(page, 'html', 'background-color');
        expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
        for (const button of ['#question-not-a-gift button', '#dilemma-the-basket [data-action="restart"]']) {
          expect(await style(page, button, 'border-top-style'), button).toBe('solid');
          expect(contrast(await style(page, button, 'border-top-color'), ground), button).toBeGreaterThan(3);
        }
        const option = '#question-wedding-cards .option';
        expect(contrast(await style(page, option, 'border-top-color'), ground)).toBeGreaterThan(3);
        for (const kind of ['right', 'wrong']) {
          const mark = await page
            .locator(`.feedback--${kind}:visible .feedback__verdict strong`)
            .first()
            .evaluate((el) => getComputedStyle(el, '::before').content);
          expect(mark).toBe(kind === 'right' ? '"✓"' : '"✗"');
        }
        const summary = page.locator('[data-contents] summary');
        await summary.focus();
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
        expect(
          contrast(await style(page, '[data-contents] summary', 'outline-color'), ground),
        ).toBeGreaterThan(3);
      });

      test(`progress in ${lang} is still seen, and the words of a figure stay readable on its shapes`, async ({
        page,
      }) => {
        await visitAnswered(page, lang);
        const paper = await style(page, '.figure__drawing', 'background-color');
        const drawn = await page
          .locator('.figure__drawing svg text')
          .evaluateAll((all) => all.map((text) => getComputedStyle(text).fill));
        await page.emulateMedia({ forcedColors: 'none' });
        const usual = await page
          .locator('.figure__drawing svg text')
          .evaluateAll((all) => all.map((text) => getComputedStyle(text).fill));
        expect(drawn).toEqual(usual);
        expect(paper).toBe(await style(page, '.figure__drawing', 'background-color'));

        await page.emulateMedia({ forcedColors: 'active' });
        await visit(page, `${lang}/integrity/`);
        const progress = page.locator('progress[data-module-progress]');
        await expect(progress).toBeVisible();
        expect(await style(page, 'progress', 'border-top-style')).toBe('solid');
        const empty = await progress.screenshot();
        await progress.evaluate((el) => {
          if (el instanceof HTMLProgressElement) el.value = 3;
        });
        expect((await progress.screenshot()).equals(empty)).toBe(false);
      });
    }
  });
}

for (const lang of LANGS) {
  const t = translator(lang);

  test(`without colour, right and wrong in ${lang} differ by sign and by word, in questions, tests and outcomes`, async ({
    page,
  }) => {
    await visitAnswered(page, lang);
    const verdict = (kind: string) => page.locator(`.feedback--${kind}:visible [data-verdict]`).first();
    await expect(verdict('right')).toHaveText(t('question.isRight'));
    await expect(verdict('wrong')).toHaveText(t('question.isWrong'));
    const sign = (selector: string) =>
      page.locator(selector).evaluate((el) => getComputedStyle(el, '::before').content);
    expect(await sign('#question-ask-first [data-status]')).toContain('✓');
    expect(await sign('#question-not-a-gift [data-status]')).toContain('✗');
    await expect(page.locator('#question-ask-first [data-status]')).toHaveText(t('question.right'));
    await expect(page.locator('#question-not-a-gift [data-status]')).toContainText(t('question.wrong'));

    const end = page.locator('#dilemma-the-basket [data-end]:not([hidden])');
    const kind = (await end.getAttribute('data-end')) as 'good' | 'mixed' | 'harm';
    await expect(end.locator('.scene__end-kind')).toContainText(t(`dilemma.end.${kind}`));
    await expect(end.locator('.scene__end-kind svg')).toBeVisible();
    const ends = await page
      .locator('#dilemma-the-basket .scene__end-kind')
      .evaluateAll((all) => [
        ...new Set(all.map((el) => `${el.textContent?.trim()} ${el.querySelector('svg')?.innerHTML}`)),
      ]);
    const kinds = await page
      .locator('#dilemma-the-basket [data-end]')
      .evaluateAll((all) => [...new Set(all.map((el) => el.getAttribute('data-end')))]);
    expect(ends).toHaveLength(kinds.length);
  });

  test(`without colour, what is read, begun and not read in ${lang} differs by word`, async ({ page }) => {
    await visitLesson(page, lang);
    await answerRight(page, 'ask-first');
    await visit(page, `${lang}/integrity/`);
    const state = (lesson: string) => page.locator(`.way [data-lesson-state="${lesson}"]`);
    await expect(state('gifts-and-thanks')).toHaveText(t('lesson.started'));
    await expect(state('speaking-up')).toHaveText(t('lesson.notRead'));
  });

  test(`links within the text in ${lang} are told from it by more than colour`, async ({ page }) => {
    await visitLesson(page, lang);
    const bare = await page.locator('.lesson__text p a, .lesson__text li a').evaluateAll((links) =>
      links.flatMap((link) => {
        const underlined = getComputedStyle(link).textDecorationLine.includes('underline');
        const bracketed = /^\[.+\]$/.test(link.textContent?.trim() ?? '');
        return underlined || bracketed || link.classList.contains('button') ? [] : [link.textContent];
      }),
    );
    expect(bare).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a lesson in ${lang} prints from a ${colorScheme} screen as dark text on white, without controls`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await visitLesson(page, lang);
      const words = await page.locator('.lesson__text > p').allTextContents();
      const prompts = await page.locator('.question__prompt').allTextContents();
      await page.emulateMedia({ media: 'print', colorScheme });
      const printed = await page.locator('body').innerText();
      for (const text of [...words, ...prompts]) expect(printed).toContain(text.trim().slice(0, 40));
      const left = await page
        .locator(
          'button:not(.choice), a.button, summary, nav, .skip, .masthead, .footer, .anchor, input[type="search"]',
        )
        .evaluateAll((all) =>
          all.filter((el) => el.checkVisibility()).map((el) => el.outerHTML.slice(0, 80)),
        );
      expect(left).toEqual([]);
      for (const selector of ['.lesson__text > p', '.question__prompt', '.lead', '.quiet', '.key-point p']) {
        const ink = await style(page, `${selector}:visible`, 'color');
        expect(contrast(ink, 'rgb(255, 255, 255)'), `${selector} ${ink}`).toBeGreaterThan(4.5);
      }
      expect(await style(page, 'html', 'background-color')).toBe('rgb(255, 255, 255)');
    });
  }
}
