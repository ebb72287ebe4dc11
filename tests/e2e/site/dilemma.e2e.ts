import { expect, type Page, test } from '@playwright/test';
import { must } from '../../../src/curriculum/current.ts';
import { translator } from '../../../src/i18n/t.ts';
import { SITE } from '../../support/addresses.ts';
import { source } from '../../support/curriculum.ts';

const url = (lang: string) => `${SITE}${lang}/integrity/dilemmas/the-basket/`;
const dilemma = (page: Page) => page.locator('#dilemma-the-basket');
const shown = (page: Page) => dilemma(page).locator('[data-scene]:not([hidden])');
const WALK = ['cut-fruit', 'put-right', 'stay-away', 'both-hands'];

async function walk(page: Page, choices: readonly string[]): Promise<void> {
  for (const choice of choices) await shown(page).locator(`button[data-choice="${choice}"]`).click();
}

async function open(page: Page, lang: string): Promise<void> {
  await page.goto(url(lang));
  await live(page);
}

async function live(page: Page): Promise<void> {
  await expect(page.locator('sog-session')).toHaveAttribute('data-open', /./);
  await expect(dilemma(page)).toHaveAttribute('data-live', '');
}

for (const lang of ['km', 'en'] as const) {
  const t = translator(lang);
  const { characters, roles, scenes } = must(source.dilemmas.get('the-basket'), 'the-basket');

  test(`the people of a dilemma in ${lang} are introduced before the walk, and who speaks is said`, async ({
    page,
  }) => {
    await open(page, lang);
    const people = dilemma(page).locator('[data-people]');
    for (const who of Object.keys(characters)) {
      await expect(people).toContainText(characters[who]?.[lang] ?? '—');
      await expect(people).toContainText(roles?.[who]?.[lang] ?? '—');
    }
    const who = characters['colleague']?.[lang] ?? '';
    await expect(shown(page).locator('.scene__who')).toHaveText(t('dilemma.says', { who }));
  });

  test(`the end of a dilemma in ${lang} sums up every choice, what it led to, the rule and source behind it`, async ({
    page,
  }) => {
    await open(page, lang);
    await walk(page, ['phone-him', 'give-way', 'take-hers-too']);
    const items = dilemma(page).locator('[data-summary] > ol > li');
    await expect(items).toHaveCount(3);
    const choices = [
      ['desk', 'phone-him', t('dilemma.same')],
      ['called', 'give-way', t('dilemma.down', { what: t('dilemma.trust'), n: 1 })],
      ['eaten', 'take-hers-too', t('dilemma.down', { what: t('dilemma.fairness'), n: 2 })],
    ] as const;
    for (const [n, [scene, id, effect]] of choices.entries()) {
      const choice = scenes[scene]?.choices?.find((each) => each.id === id);
      await expect(items.nth(n)).toContainText(choice?.text[lang] ?? '—');
      await expect(items.nth(n)).toContainText(effect);
      await expect(items.nth(n)).toContainText(choice?.why?.text[lang] ?? '—');
    }
    await expect(items.nth(2).locator('.source-note')).toBeVisible();
    await expect(dilemma(page).locator('[data-sum] li')).toHaveCount(3);
    await expect(dilemma(page).locator('[data-sum]')).toContainText(lang === 'km' ? '−៣' : '−3');
    await expect(dilemma(page).locator('[data-summary]')).toContainText(
      t('dilemma.endsFound', { n: 1, total: 4 }),
    );
  });
}

test('the standing adds up during the walk, and goes back with it', async ({ page }) => {
  await open(page, 'en');
  const standing = dilemma(page).locator('[data-standing]');
  await expect(standing).toContainText('Public trust 0');
  await walk(page, ['cut-fruit']);
  await expect(standing).toContainText('Public trust −1 ▼');
  await walk(page, ['put-right', 'go-quietly']);
  await expect(standing).toContainText('Public trust −2 ▼▼');
  await dilemma(page).locator('[data-path] li button').nth(1).click();
  await expect(shown(page)).toHaveAttribute('data-scene', 'eaten');
  await expect(shown(page)).toBeFocused();
  await expect(standing).toContainText('Public trust −1 ▼');
  await expect(dilemma(page).locator('[data-path] li')).toHaveCount(1);
});

test('from the end one tries another way at any earlier choice', async ({ page }) => {
  await open(page, 'en');
  await walk(page, WALK);
  await dilemma(page).locator('[data-summary] li').nth(2).getByRole('button').click();
  await expect(shown(page)).toHaveAttribute('data-scene', 'shared');
  await walk(page, ['go-quietly', 'say-nothing']);
  await expect(shown(page)).toHaveAttribute('data-end', 'harm');
  await expect(dilemma(page).locator('[data-summary]')).toContainText('You have seen 2 of 4 outcomes');
  await expect(dilemma(page).locator('[data-summary] > ol > li')).toHaveCount(4);
});

test('the path is there after a reload; without it the walk goes on and says that the beginning is unknown', async ({
  page,
}) => {
  await open(page, 'en');
  await walk(page, WALK.slice(0, 3));
  await page.reload();
  await live(page);
  await expect(dilemma(page).locator('[data-path] li')).toHaveCount(3);
  await expect(dilemma(page).locator('[data-standing]')).toBeVisible();
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage)) if (name.includes('/path/')) localStorage.removeItem(name);
  });
  await page.reload();
  await live(page);
  await expect(shown(page)).toHaveAttribute('data-scene', 'envelope');
  await expect(dilemma(page).locator('[data-standing]')).toBeHidden();
  await expect(dilemma(page).locator('[data-status]')).toContainText('not known here');
  await walk(page, ['both-hands']);
  await expect(dilemma(page).locator('[data-summary] > ol > li')).toHaveCount(1);
  await expect(dilemma(page).locator('[data-sum]')).toHaveCount(0);
});

test('a stored path with a choice that is gone is cut there', async ({ page }) => {
  await open(page, 'en');
  await walk(page, WALK.slice(0, 3));
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.includes('/path/')) ?? '';
    localStorage.setItem(name, (localStorage.getItem(name) ?? '').replace('put-right', 'gone'));
  });
  await page.reload();
  await live(page);
  await expect(shown(page)).toHaveAttribute('data-scene', 'eaten');
  await expect(dilemma(page).locator('[data-path] li')).toHaveCount(1);
});

test('the summary prints alone, without controls', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () =>
      Object.assign(window, { printed: document.querySelectorAll('[data-not-printed]').length });
  });
  await open(page, 'en');
  await walk(page, WALK);
  await page.locator('[data-print]').click();
  expect(await page.evaluate(() => Number(Reflect.get(window, 'printed')))).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeHidden();
  await expect(dilemma(page).locator('[data-summary]')).toBeVisible();
  for (const button of await dilemma(page).getByRole('button').all()) await expect(button).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('h1')).toBeVisible();
});

test('without scripts the reason behind a choice can be opened', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url('en'));
  const why = dilemma(page).locator('[data-why="take-hers-too"]');
  await why.locator('summary').click();
  await expect(why).toContainText('unofficial fee');
  await context.close();
});
