import { expect, type Page, test } from '@playwright/test';
import { plan, rule } from '../../support/curriculum.ts';
import { awaken, kinds, LANGS, pagesIn, visit, visitLesson, visitPackage } from './pages.ts';
import { noteCalmLook, reachable, type Stop, stopNow, walk } from './stops.ts';

const PHONE = { width: 360, height: 740 };

/** What a walk must show; each fault names the stop. */
function faults(stops: readonly Stop[]): string[] {
  return stops.flatMap(({ what, marked, cut, covered }) => [
    ...(marked ? [] : [`no focus mark: ${what}`]),
    ...(cut.length > 0 ? [`mark cut off at ${cut.join(', ')}: ${what}`] : []),
    ...(covered ? [`covered: ${what}`] : []),
  ]);
}

/** Stops of the text that come before one that stands higher up. */
function disorder(stops: readonly Stop[]): string[] {
  return stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    if (!next) return [];
    const backwards = next.order < stop.order || (stop.inMain && next.inMain && next.bottom < stop.top);
    return backwards ? [`${stop.what} → ${next.what}`] : [];
  });
}

const focused = (page: Page) => page.locator(':focus');

/** Tab until the focus is on the place looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

for (const lang of LANGS) {
  test(`a lesson in ${lang} is walked with Tab alone: every stop marked and uncovered, in reading order, to the end`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(PHONE);
    await visitLesson(page, lang);
    await noteCalmLook(page);
    const wanted = await reachable(page);
    const stops = await walk(page, 'Tab');
    expect(stops[0]?.what).toContain('.skip');
    expect(stops.length).toBe(wanted);
    expect(faults(stops)).toEqual([]);
    expect(disorder(stops)).toEqual([]);
  });

  test(`back through a lesson in ${lang} with Shift and Tab, the bar above covers no stop`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(PHONE);
    await visitLesson(page, lang, 'speaking-up');
    await noteCalmLook(page);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(faults(await walk(page, 'Shift+Tab'))).toEqual([]);
  });

  test(`each kind of page in ${lang} is walked with Tab on a wide screen: every stop marked, no trap`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 1366, height: 768 });
    const found: string[] = [];
    for (const path of kinds(lang)) {
      await visit(page, path);
      await awaken(page);
      await noteCalmLook(page);
      found.push(...faults(await walk(page, 'Tab')).map((fault) => `${path}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  test(`the skip link in ${lang} is the first stop, is seen, and leads past the masthead`, async ({
    page,
  }) => {
    for (const path of pagesIn(lang)) {
      await visit(page, path);
      await page.keyboard.press('Tab');
      await expect(focused(page), path).toHaveClass('skip');
      await expect(focused(page), path).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(page.locator('main'), path).toBeFocused();
      await page.keyboard.press('Tab');
      expect((await stopNow(page))?.what, path).not.toContain('masthead');
    }
  });

  test(`a question in ${lang} is answered by keyboard, and the focus is never lost`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await visitLesson(page, lang);
    const question = page.locator('#question-ask-first');
    const { options, correct } = rule('ask-first');
    const right = options.indexOf(correct[0] ?? '');
    const wrong = right === 0 ? 1 : 0;
    await tabTo(page, '#question-ask-first input');

    // Nothing chosen: told so, and back to the options.
    await page.keyboard.press('Enter');
    await expect(question.getByRole('status')).not.toBeEmpty();
    await expect(focused(page)).toHaveAttribute('type', 'radio');

    // Space chooses, arrows move the choice, Enter checks.
    await page.keyboard.press('Space');
    for (let n = 0; n < wrong; n++) await page.keyboard.press('ArrowDown');
    await expect(question.locator('input').nth(wrong)).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(question.locator('.feedback--wrong:visible')).toHaveCount(1);
    await expect(question.getByRole('button')).toBeFocused();

    // Try again, this time with the button.
    await page.keyboard.press('Enter');
    await expect(question.locator('input').first()).toBeFocused();
    await page.keyboard.press('Space');
    for (let n = 0; n < right; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect(question.getByRole('button')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(question.locator('.feedback--right')).toBeVisible();
    // The button has gone; its place is taken by the reason of the right answer.
    await expect(question.locator('.feedback--right')).toBeFocused();
  });

  test(`a question with several answers in ${lang} is answered with the space bar`, async ({ page }) => {
    await visitLesson(page, lang);
    const question = page.locator('#question-not-a-gift');
    await tabTo(page, '#question-not-a-gift input');
    for (const option of rule('not-a-gift').options) {
      if (rule('not-a-gift').correct.includes(option)) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(question.locator('[data-status]')).toHaveAttribute('data-kind', 'right');
  });

  test(`a dilemma in ${lang} is walked by keyboard: the focus goes to each new scene, back and restart too`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await visitLesson(page, lang);
    const scene = page.locator('#dilemma-the-basket [data-scene]:not([hidden])');
    await tabTo(page, '#dilemma-the-basket button.choice');
    let before = await scene.getAttribute('data-scene');
    while ((await scene.getAttribute('data-end')) === null) {
      await page.keyboard.press('Enter');
      await expect(scene).toBeFocused();
      expect(await scene.getAttribute('data-scene')).not.toBe(before);
      await expect(scene).toBeInViewport();
      expect((await stopNow(page))?.covered).toBe(false);
      before = await scene.getAttribute('data-scene');
      await page.keyboard.press('Tab');
    }
    // At the end the first stop is in the summary: another way from an earlier choice.
    expect(await focused(page).evaluate((button) => button.closest('[data-summary]') !== null)).toBe(true);
    await tabTo(page, '#dilemma-the-basket [data-action="back"]');
    await page.keyboard.press('Space');
    await expect(scene).toBeFocused();
    await tabTo(page, '#dilemma-the-basket [data-action="restart"]');
    await page.keyboard.press('Enter');
    await expect(scene).toBeFocused();
    await expect(scene).toHaveAttribute('data-scene', 'desk');
  });

  test(`a dilemma in ${lang} that comes late takes over the focus of the link that asked for it`, async ({
    page,
  }) => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/dilemmas/the-basket/', async (route) => {
      await held;
      await route.continue();
    });
    await visit(page, `${lang}/integrity/gifts-and-thanks/`);
    const dilemma = page.locator('#dilemma-the-basket');
    await dilemma.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => customElements.get('sog-dilemma') !== undefined);
    await dilemma.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await expect(dilemma.getByRole('status')).not.toBeEmpty();
    release();
    await expect(dilemma.locator('[data-scene="desk"]')).toBeFocused();
  });

  test(`a test in ${lang} is taken by keyboard alone, from the first question to the result`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await visit(page, `${lang}/integrity/final-test/`);
    await takeTestByKeyboard(page);
  });

  test(`a package in ${lang} is used by keyboard alone: contents, a lesson, the test, the way out`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await visitPackage(page, lang);
    await page.keyboard.press('Tab');
    await expect(focused(page)).toHaveClass('skip');
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();

    await page.reload();
    await tabTo(page, '[data-menu] summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-menu] a[href="#gifts-and-thanks"]');
    await page.keyboard.press('Enter');
    await expect(page.locator('h1#gifts-and-thanks')).toBeFocused();
    await noteCalmLook(page);
    expect(faults(await walk(page, 'Tab'))).toEqual([]);

    await page.locator('[data-menu] summary').focus();
    await page.keyboard.press('Space');
    await tabTo(page, '[data-menu] a[href="#final-test"]');
    await page.keyboard.press('Enter');
    await expect(page.locator('h1#test-post')).toBeFocused();
    await takeTestByKeyboard(page);

    await page.locator('[data-action="exit"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-closed]')).toBeFocused();
  });

  test(`the contents of a lesson in ${lang} open and close by keyboard, and cover nothing once left`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await visitLesson(page, lang);
    const contents = page.locator('[data-contents]');
    await tabTo(page, '[data-contents] summary');
    await page.keyboard.press('Enter');
    await expect(contents).toHaveAttribute('open');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(contents).not.toHaveAttribute('open');
    await expect(contents.locator('summary')).toBeFocused();

    await page.keyboard.press('Enter');
    await noteCalmLook(page);
    const stops: Stop[] = [];
    for (let n = 0; n < 14; n++) {
      await page.keyboard.press('Tab');
      const stop = await stopNow(page);
      if (stop) stops.push(stop);
    }
    expect(faults(stops)).toEqual([]);
    await expect(contents).not.toHaveAttribute('open');
  });

  test(`a heading reached through the address in ${lang} stands clear of the bars above`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    test.setTimeout(120_000);
    const isClear = (hash: string) =>
      page.evaluate((id) => {
        const el = document.getElementById(id);
        const box = el?.getBoundingClientRect();
        if (!el || !box) return false;
        const hit = document.elementFromPoint(box.left + 4, box.top + Math.min(12, box.height / 2));
        const bar = hit?.closest('aside, [data-quick-leave]');
        return hit !== null && !bar && (el.contains(hit) || hit.contains(el));
      }, hash);
    const covered: string[] = [];
    for (const { id } of plan.lessons) {
      await visit(page, `${lang}/integrity/${id}/`);
      const anchors = await page
        .locator('.lesson__text h2[id], .lesson__sources li[id]')
        .evaluateAll((all) => all.map((el) => el.id));
      for (const anchor of anchors) {
        await page.evaluate((hash) => {
          location.hash = '';
          location.hash = hash;
        }, anchor);
        if (!(await isClear(anchor))) covered.push(`${id}#${anchor}`);
      }
      // And when the page opens there.
      const last = anchors.find((anchor) => anchor.endsWith('key-points'));
      if (last === undefined) continue;
      await page.goto('about:blank');
      await visit(page, `${lang}/integrity/${id}/#${last}`);
      if (!(await isClear(last))) covered.push(`opened at ${id}#${last}`);
    }
    expect(covered).toEqual([]);
  });
}

async function takeTestByKeyboard(page: Page): Promise<void> {
  const total = plan.tests.post.length;
  await tabTo(page, '#final-test [data-action="begin"]');
  await page.keyboard.press('Enter');
  for (let n = 1; n <= total; n++) {
    const form = page.locator('#final-test form[data-question]');
    await expect(form.locator('legend')).toBeFocused();
    await expect(form).toBeInViewport();
    const id = (await form.getAttribute('data-question')) ?? '';
    await page.keyboard.press('Tab');
    if (n === 1) {
      // Without an answer the test waits, says so, and the options keep the focus.
      await page.keyboard.press('Enter');
      await expect(form.getByRole('status')).not.toBeEmpty();
      await expect(form.locator('input').first()).toBeFocused();
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(page.locator(`form[data-question="${id}"]`)).toHaveCount(0);
  }
  await expect(page.locator('#final-test [data-score]')).toBeFocused();
}
