import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { plan, source, wayThrough } from '../../support/curriculum.ts';
import { answerRight, studyLesson, takeTest } from '../../support/learner.ts';
import { type Stick, sticks } from '../../support/usb.ts';
import { smallTargets } from '../a11y/targets.ts';

const { id: module, title } = source.module;
const [first] = plan.lessons;
const lesson = first?.id ?? '';
const one = first?.questions[0] ?? '';
const withDilemma = plan.lessons.find(({ dilemmas }) => dilemmas.length > 0);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const { stick, removeAll } = sticks();
test.afterAll(removeAll);

/** Everything that goes wrong on a page from now on, and every request that leaves the folder. */
function faultsOf(page: Page, { folder }: Stick): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!decodeURI(request.url()).startsWith(`file://${folder}/`)) faults.push(`outside: ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  return faults;
}

for (const lang of ['km', 'en'] as const) {
  test(`in ${lang} a learner opens the first page, studies the module, and finds it all again`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const { url } = stick(lang);
    const faults = faultsOf(page, stick(lang));
    await page.goto(url('index.html'));
    await expect(page.locator('[data-progress-of]')).toBeHidden();
    await page.getByRole('link', { name: title[lang] }).click();
    await expect(page.getByRole('heading', { level: 1, name: title[lang] })).toBeVisible();
    for (const { id } of plan.lessons) {
      await page.locator(`[data-view="overview"] a[data-lesson-link="${id}"]`).click();
      await expect(page.locator(`[data-view="${id}"]`)).toBeVisible();
      await studyLesson(page, id);
      await page.goto(url(`${module}.html#${module}`));
    }
    await page.goto(url(`${module}.html#final-test`));
    await takeTest(page, 'post', plan.tests.post.length);
    await page.reload();
    await page.goto(url(`${module}.html#${lesson}`));
    await expect(page.locator(`#question-${one} [data-status]`)).toHaveAttribute('data-kind', 'right');
    await page.locator('.sco__home').click();
    await expect(page.locator('[data-progress-of]')).toContainText(lang === 'km' ? '៥' : '5 of 5');
    await expect(page.locator('[data-progress-of]')).toContainText(lang === 'km' ? '១០០%' : '100%');
    expect(faults).toEqual([]);
  });

  test(`in ${lang} the first page searches the whole edition and leads to the place found`, async ({
    page,
  }) => {
    const faults = faultsOf(page, stick(lang));
    await page.goto(stick(lang).url('index.html'));
    await page.locator('.search__open').click();
    await page.locator('.search__input').fill(lang === 'km' ? 'សំណូក' : 'bribe');
    await expect(page.locator('.search__hit mark').first()).toBeVisible();
    const link = page.locator(`.search__hit a[href^="${module}.html"]`).first();
    const id = ((await link.getAttribute('href')) ?? '').split('#')[1] ?? '';
    await link.click();
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('sog-search')?.size ?? 0))
      .toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}

test('inside a module, search finds a Khmer word and its glossary entry', async ({ page }) => {
  await page.goto(stick('km').url(`${module}.html`));
  await page.locator('.search__open').click();
  await page.locator('.search__input').fill('សំណូក');
  await page.locator('.search__hit a[href^="#term-"]').first().click();
  await expect(page.locator('[data-view="glossary"]')).toBeVisible();
});

test('a term opens in place; the whole glossary and the sources lead back to the lessons', async ({
  page,
}) => {
  const { url } = stick('km');
  await page.goto(url(`${module}.html#${lesson}`));
  await page.locator(`[data-lesson="${lesson}"] a.term`).first().click();
  await expect(page.locator('.in-place')).toBeFocused();
  await page.goto(url('glossary.html'));
  await page.locator('.letters a').first().click();
  await expect(page.locator(':target')).toBeInViewport();
  await page.goto(url('sources.html'));
  await page.locator(`.cited a[href="${module}.html#${lesson}"]`).first().click();
  await expect(page.locator(`[data-view="${lesson}"] h1`)).toBeVisible();
});

test('a dilemma is walked, and stands where it was after a reload', async ({ page }) => {
  const dilemma = withDilemma?.dilemmas[0] ?? '';
  await page.goto(stick('km').url(`${module}.html#${withDilemma?.id}`));
  const element = page.locator(`#dilemma-${dilemma}`);
  for (const choice of wayThrough(dilemma)) {
    await element.locator('[data-scene]:not([hidden]) button.choice').nth(choice).click();
  }
  const end = await element.locator('[data-scene]:not([hidden])').getAttribute('data-scene');
  await page.reload();
  await expect(element.locator('[data-scene]:not([hidden])')).toHaveAttribute('data-scene', end ?? '');
});

test('the module goes on where the learner stopped, from the first page too', async ({ page }) => {
  const { url } = stick('km');
  await page.goto(url(`${module}.html#${lesson}`));
  await answerRight(page, one);
  await page.goto(url('index.html'));
  await page.getByRole('link', { name: title.km }).click();
  await expect(page.locator(`[data-view="${lesson}"]`)).toBeVisible();
});

test('icons are drawn, and Khmer is shown in the font that came along', async ({ page }) => {
  await page.goto(stick('km').url('index.html'));
  const font = () => [...document.fonts].find(({ family }) => family.includes('Noto Sans Khmer'))?.status;
  await expect.poll(() => page.evaluate(font)).toBe('loaded');
  const icon = page.locator('.facts .icon').first();
  // An empty drawing and a drawn one differ: the path of the symbol has a length.
  const drawn = await icon.evaluate((svg) => {
    const use = svg.querySelector('use');
    const symbol = use && document.querySelector(use.getAttribute('href') ?? '');
    return symbol?.querySelector('path, circle, rect') !== null && (use?.getBBox().width ?? 0) > 0;
  });
  expect(drawn).toBe(true);
});

test('a lesson prints without the bar, search and navigation, and alone', async ({ page }) => {
  await page.goto(stick('km').url(`${module}.html#${lesson}`));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sco__bar')).toBeHidden();
  await expect(page.locator(`[data-view="${lesson}"] .lesson-nav`)).toBeHidden();
  const printed = await page.locator('body').innerText();
  expect(printed).toContain(source.lessons.find(({ id }) => id === lesson)?.texts.km?.front.title ?? '?');
  const other = plan.lessons[1]?.id ?? '';
  expect(printed).not.toContain(
    source.lessons.find(({ id }) => id === other)?.texts.km?.front.description ?? '',
  );
});

test('nothing speaks of a learning system, and there is no button to leave one', async ({ page }) => {
  await page.goto(stick('en').url(`${module}.html`));
  await expect(page.locator('sog-session')).toHaveAttribute('data-open', 'browser');
  await expect(page.locator('[data-action="exit"], [data-notice]')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Home', exact: true })).toBeFocused();
});

test('every control of the edition is at least 44 px high and wide', async ({ page }) => {
  for (const place of ['index.html', 'glossary.html', 'sources.html', `${module}.html#kept`]) {
    await page.goto(stick('km').url(place));
    await page.evaluate(() => document.fonts.ready);
    expect(await smallTargets(page), place).toEqual([]);
  }
});

for (const place of [
  'index.html',
  'glossary.html',
  'sources.html',
  `${module}.html#${lesson}`,
  `${module}.html#kept`,
]) {
  test(`axe finds nothing on ${place}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(stick('km').url(place));
    await page.evaluate(() => document.fonts.ready);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}`))).toEqual([]);
  });
}

test('no page of the edition scrolls sideways at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ['index.html', 'glossary.html', 'sources.html', `${module}.html#kept`]) {
    await page.goto(stick('km').url(place));
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(320);
  }
});
