import { globSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SITE } from '../../support/addresses.ts';
import { feedbacks, plan, source } from '../../support/curriculum.ts';

const LANGS = ['km', 'en'] as const;
const lessons = plan.lessons.map((lesson) => lesson.id);
const pages = globSync('**/*.html', { cwd: 'dist' }).map((file) =>
  file.replace(/index\.html$/, '').replaceAll('\\', '/'),
);

test('no page asks any other host for anything, and every request it makes succeeds', async ({ page }) => {
  test.setTimeout(120_000);
  const bad: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(SITE) && !request.url().startsWith('data:'))
      bad.push(`outside: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) bad.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => bad.push(`error: ${error.message}`));
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) await page.goto(SITE + path, { waitUntil: 'networkidle' });
  expect(bad).toEqual([]);
});

for (const lang of LANGS) {
  test(`a learner finds a lesson from the home page in ${lang}`, async ({ page }) => {
    await page.goto(`${SITE}${lang}/`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await page.getByRole('link', { name: source.module.title[lang], exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(source.module.title[lang]);
    const title = source.lessons[0]?.texts[lang]?.front.title ?? '';
    await page.locator('.way').getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test(`every page in ${lang} fits a phone of 360 px without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const wide: string[] = [];
    for (const path of pages.filter((p) => p.startsWith(`${lang}/`))) {
      await page.goto(SITE + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${path}: ${over} px`);
    }
    expect(wide).toEqual([]);
  });

  test(`the text of every figure in ${lang} stays inside its drawing`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const outside: string[] = [];
    for (const lesson of lessons) {
      await page.goto(`${SITE}${lang}/integrity/${lesson}/`);
      await page.evaluate(() => document.fonts.ready);
      outside.push(
        ...(await page.evaluate(() =>
          [...document.querySelectorAll<SVGTextElement>('.figure svg text')].flatMap((text) => {
            const frame = text.ownerSVGElement?.getBoundingClientRect();
            const box = text.getBoundingClientRect();
            const fits =
              frame &&
              box.left >= frame.left - 1 &&
              box.right <= frame.right + 1 &&
              box.bottom <= frame.bottom + 1;
            return fits ? [] : [`${location.pathname}: ${text.textContent}`];
          }),
        )),
      );
    }
    expect(outside).toEqual([]);
  });

  test(`without JavaScript a lesson in ${lang} reads fully, its questions with a folded answer`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const lesson of plan.lessons) {
      await page.goto(`${SITE}${lang}/integrity/${lesson.id}/`);
      for (const id of lesson.questions) {
        const question = source.questions.get(id);
        const element = page.locator(`#question-${id}`);
        await expect(element.locator('[data-prompt]')).toHaveText(question?.prompt[lang] ?? '');
        await expect(element.locator('input').first()).toBeHidden();
        await expect(element.getByRole('button')).toHaveCount(0);
        // What is matched, sorted or put in order is there to read.
        for (const part of await element.locator('[data-option], [data-choice]').all())
          await expect(part).toBeVisible();
        const answers = element.locator('.question__answers');
        await expect(answers.locator('li').first()).toBeHidden();
        await answers.locator('summary').click();
        for (const reason of feedbacks(id, lang)) await expect(answers).toContainText(reason);
      }
      for (const id of lesson.dilemmas) {
        const url = page.url();
        await page.locator(`#dilemma-${id} a.button`).click();
        const scenes = Object.keys(source.dilemmas.get(id)?.scenes ?? {}).length;
        await expect(page.locator('[data-scene]').filter({ visible: true })).toHaveCount(scenes);
        await page.goto(url);
      }
    }
    await context.close();
  });

  test(`the words of the test are nowhere to be read without JavaScript in ${lang}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ['pre-test', 'final-test']) {
      await page.goto(`${SITE}${lang}/integrity/${path}/`);
      const text = await page.locator('body').innerText();
      const leaked = [...source.questions.values()].filter(
        (q) => q.pool !== 'practice' && text.includes(q.prompt[lang]),
      );
      expect(leaked.map((q) => q.id)).toEqual([]);
    }
    await context.close();
  });
}

test('switching the language keeps the lesson and the place in it', async ({ page }) => {
  const third = source.lessons[1]?.texts.km?.headings[2];
  await page.goto(`${SITE}km/integrity/${lessons[1]}/#${third?.id}`);
  await expect(page.locator(`[id="${third?.id}"]`)).toBeInViewport();
  await page.locator('.study__bar a[data-twin]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).pathname).toBe(`/sog/en/integrity/${lessons[1]}/`);
  await expect(page.locator(`[id="${third?.id}"]`)).toBeInViewport();
});

test('no document has a DOM id twice', async ({ page }) => {
  const twice: string[] = [];
  for (const path of pages) {
    await page.goto(SITE + path);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map((element) => element.id),
    );
    twice.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}: ${id}`));
  }
  expect(twice).toEqual([]);
});

test('a wrong address gets a page in both languages', async ({ page }) => {
  await page.goto(`${SITE}km/nothing-here/`);
  await expect(page.locator('[lang="en"] h2')).toBeVisible();
});

/** How far below the top of the window a heading stands. */
const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN;
const putOff = () =>
  [...document.querySelectorAll('.lesson__text > *, .lesson__sources, .footer')].filter(
    (block) => getComputedStyle(block).contentVisibility !== 'visible',
  ).length;

test('whatever is laid out late is laid out in the end, so that nothing far down is cut off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${SITE}km/integrity/conflict-of-interest/`);
  await expect.poll(() => page.evaluate(putOff)).toBe(0);
});

test('a lesson opened at a heading far down stands there, and stays there while the rest is laid out', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const id = 'conflict-of-interest--key-points';
  await page.goto(`${SITE}km/integrity/conflict-of-interest/#${id}`);
  await expect.poll(() => page.evaluate(putOff)).toBe(0);
  const top = await page.evaluate(topOf, id);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(320);
});

test('a lesson read to its middle is there again after a reload, within half a screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const id = 'conflict-of-interest--declare-step-out-record';
  await page.goto(`${SITE}km/integrity/conflict-of-interest/`);
  await expect.poll(() => page.evaluate(putOff)).toBe(0);
  await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView());
  const before = await page.evaluate(topOf, id);
  await page.reload();
  await expect.poll(() => page.evaluate(putOff)).toBe(0);
  expect(Math.abs((await page.evaluate(topOf, id)) - before)).toBeLessThan(320);
});
