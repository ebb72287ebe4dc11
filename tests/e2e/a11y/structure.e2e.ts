import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { show } from '../../support/lms.ts';
import { awaken, kinds, LANGS, pages, visit, visitAnswered, visitPackage } from './pages.ts';

/** Headings that are shown: exactly one of level 1, first, and none that skips a level. */
async function headingFaults(page: Page): Promise<string[]> {
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.filter((el) => el.checkVisibility()).map((el) => Number(el.tagName[1])));
  const faults = levels.flatMap((level, i) => {
    const before = levels[i - 1] ?? 0;
    return level > before + 1 ? [`h${before} → h${level}`] : [];
  });
  const ones = levels.filter((level) => level === 1).length;
  return ones === 1 ? faults : [...faults, `${ones} headings of level 1`];
}

/**
 * Text in letters of a language that its element does not claim: Khmer letters outside `lang="km"`, and five or more
 * Latin words in a row inside it. Fewer are names and terms, which WCAG 3.1.2 leaves out; so are addresses.
 */
async function strayText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!element || element.closest('script, style, noscript')) continue;
      const lang = element.closest('[lang]')?.getAttribute('lang');
      const text = node.textContent ?? '';
      const khmer = text.match(/[\u1780-\u17d3\u17e0-\u17e9]+/);
      const latin = text.match(/(?:[A-Za-z][\p{L}'’.-]*[\s,:]+){4,}[A-Za-z]\p{L}*/u);
      if (lang === 'en' && khmer) found.push(`Khmer in English: ${text.trim().slice(0, 60)}`);
      if (lang === 'km' && latin) found.push(`English in Khmer: ${latin[0].slice(0, 60)}`);
    }
    // A label that is only heard counts like text.
    for (const element of document.querySelectorAll('[aria-label], [alt], [title]')) {
      const lang = element.closest('[lang]')?.getAttribute('lang');
      for (const name of ['aria-label', 'alt', 'title']) {
        const text = element.getAttribute(name) ?? '';
        if (lang === 'en' && /[\u1780-\u17d3]/.test(text)) found.push(`Khmer in English ${name}: ${text}`);
        if (lang === 'km' && /(?:[A-Za-z]+\s+){4,}/.test(text))
          found.push(`English in Khmer ${name}: ${text}`);
      }
    }
    return found;
  });
}

for (const group of ['km/', 'en/', '']) {
  const own = pages.filter((path) => (group === '' ? !/^(km|en)\//.test(path) : path.startsWith(group)));

  test(`every page of /${group} has one main heading, no skipped level, one main part and a title`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    for (const path of own) {
      await visit(page, path);
      await awaken(page);
      faults.push(...(await headingFaults(page)).map((fault) => `${path}: ${fault}`));
      await expect(page.getByRole('main'), path).toHaveCount(1);
      await expect(page, path).toHaveTitle(/\S.* – \S/);
    }
    expect(faults).toEqual([]);
  });

  test(`every page of /${group} names the language of each part of its text`, async ({ page }) => {
    test.setTimeout(180_000);
    const stray: string[] = [];
    for (const path of own) {
      await visit(page, path);
      await awaken(page);
      stray.push(...(await strayText(page)).map((text) => `${path}: ${text}`));
    }
    expect(stray).toEqual([]);
  });
}

for (const lang of LANGS) {
  test(`a package in ${lang} has one main heading in each view, and names the language of each part`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await visitPackage(page, lang);
    const views = await page
      .locator('[data-view]')
      .evaluateAll((all) => all.map((el) => el.querySelector('h1')?.id ?? ''));
    expect(views.length).toBeGreaterThan(6);
    for (const view of views) {
      await show(page.mainFrame(), view);
      await expect(page.locator(`h1[id="${view}"]`)).toBeVisible();
      expect(await headingFaults(page), view).toEqual([]);
    }
    expect(await strayText(page)).toEqual([]);
  });

  test(`what appears after answering in ${lang} keeps the order of headings and names its language`, async ({
    page,
  }) => {
    await visitAnswered(page, lang);
    expect(await headingFaults(page)).toEqual([]);
    expect(await strayText(page)).toEqual([]);
  });
}

for (const lang of LANGS) {
  test(`each kind of page in ${lang} has nothing to say to axe on a wide screen`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 1366, height: 768 });
    const found: string[] = [];
    for (const path of kinds(lang)) {
      await visit(page, path);
      await awaken(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      for (const { id, nodes } of violations) {
        found.push(...nodes.map((node) => `${path}: ${id} ${node.target.join(' ')}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test('every test that docs/accessibility.md names exists', () => {
  const doc = readFileSync('docs/accessibility.md', 'utf8');
  const named = [...doc.matchAll(/`((?:site\/|package\/)?[a-z-]+): ([^`]+)`/g)];
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(([, file = '', words = '']) => {
    const path = `tests/e2e/${file.includes('/') ? file : `a11y/${file}`}.e2e.ts`;
    return file !== 'file' && !readFileSync(path, 'utf8').includes(words);
  });
  expect(missing.map(([whole]) => whole)).toEqual([]);
});
