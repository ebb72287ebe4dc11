import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../../src/i18n/t.ts';
import { rule, wrongOptions } from '../../support/curriculum.ts';
import { answer, answerRight, walkDilemma } from '../../support/learner.ts';
import { awaken, LANGS, visit, visitLesson } from './pages.ts';

declare global {
  interface Window {
    __heard?: string[];
  }
}

/** Notes what a screen reader would be told by itself: text that appears in a live region that is on. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    window.__heard = heard;
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const said = new WeakMap<Element, string>();
    const check = (region: Element) => {
      if (region.getAttribute('aria-live') === 'off' || !region.checkVisibility()) return;
      const text = (region instanceof HTMLElement ? region.innerText : '').trim();
      if (text !== '' && text !== said.get(region)) heard.push(text);
      said.set(region, text);
    };
    // A region that comes with its text is not told; what changes in it later is.
    const watch = (root: ParentNode) => {
      for (const region of root.querySelectorAll(live)) {
        if (said.has(region)) continue;
        said.set(region, region instanceof HTMLElement ? region.innerText.trim() : '');
      }
    };
    new MutationObserver((changes) => {
      watch(document);
      const regions = changes.map(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest(live) ?? null;
      });
      for (const region of new Set(regions)) if (region) check(region);
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden'],
    });
  });
}

const heard = (page: Page) => page.evaluate(() => window.__heard ?? []);
const forget = (page: Page) =>
  page.evaluate(() => {
    if (window.__heard) window.__heard.length = 0;
  });

for (const lang of LANGS) {
  const t = translator(lang);

  test(`a verdict in ${lang} is told once, and nothing else with it`, async ({ page }) => {
    await listen(page);
    await visitLesson(page, lang);
    await forget(page);
    const [wrong = ''] = wrongOptions('ask-first');
    await answer(page, 'ask-first', [wrong]);
    await expect.poll(() => heard(page)).toEqual([t('question.wrong')]);
    await page.locator('#question-ask-first button').click();
    await forget(page);
    await page.locator(`#question-ask-first input[value="${rule('ask-first').correct[0]}"]`).check();
    await page.locator('#question-ask-first button').click();
    await expect.poll(() => heard(page)).toEqual([t('question.right')]);
  });

  test(`a question in ${lang} that is checked without an answer says what is missing`, async ({ page }) => {
    await listen(page);
    await visitLesson(page, lang);
    await forget(page);
    await page.locator('#question-ask-first button').click();
    await expect.poll(() => heard(page)).toEqual([t('question.choose')]);
  });

  test(`a lesson in ${lang} opens in silence, also when much was done in it before`, async ({ page }) => {
    await listen(page);
    await visitLesson(page, lang);
    expect(await heard(page)).toEqual([]);
    await answerRight(page, 'ask-first');
    await answer(page, 'not-a-gift', wrongOptions('not-a-gift'));
    await walkDilemma(page, 'the-basket');
    await page.reload();
    await awaken(page);
    await expect(page.locator('#question-ask-first [data-status]')).toHaveText(t('question.right'));
    await expect(page.locator('#dilemma-the-basket [data-status]')).toContainText(t('dilemma.resumed'));
    expect(await heard(page)).toEqual([]);
    // And speaks again once the learner goes on.
    await page.locator('#dilemma-the-basket [data-action="restart"]').click();
    await walkDilemma(page, 'the-basket');
    await expect
      .poll(async () => (await heard(page)).at(-1))
      .toContain(t('dilemma.endsFound', { n: 1, total: await page.locator('[data-end]').count() }));
  });

  test(`a choice in ${lang} tells what it changed, and the end of a dilemma how many outcomes were seen, once`, async ({
    page,
  }) => {
    await listen(page);
    await visitLesson(page, lang);
    await forget(page);
    await walkDilemma(page, 'the-basket');
    const total = await page.locator('#dilemma-the-basket [data-end]').count();
    const end = t('dilemma.endsFound', { n: 1, total });
    await expect.poll(async () => (await heard(page)).at(-1)).toContain(end);
    const told = await heard(page);
    expect(told.filter((text) => text.includes(end))).toHaveLength(1);
    expect(told[0]).toContain(t('dilemma.down', { what: t('dilemma.trust'), n: 1 }));
  });

  test(`a test in ${lang} says what is missing, and leaves the rest to the focus`, async ({ page }) => {
    await listen(page);
    await visit(page, `${lang}/integrity/final-test/`);
    await page.locator('[data-action="begin"]').click();
    await page.locator('form[data-question] button').click();
    await expect.poll(() => heard(page)).toEqual([t('question.choose')]);
    await forget(page);
    await page.locator('form[data-question] input').first().check();
    await page.locator('form[data-question] button').click();
    await expect(page.locator('form[data-question] legend')).toBeFocused();
    expect(await heard(page)).toEqual([]);
  });

  test(`a notice in ${lang} about storage is told when it comes up`, async ({ page }) => {
    await listen(page);
    await visitLesson(page, lang);
    await forget(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await answerRight(page, 'ask-first');
    await expect.poll(() => heard(page)).toContain(t('notice.storage-full'));
    expect((await heard(page)).filter((text) => text === t('notice.storage-full'))).toHaveLength(1);
  });
}
