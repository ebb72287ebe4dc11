import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDist } from '../../src/built/dist.ts';
import { BROWSER_ARGS, findBrowser } from '../../src/cli/browser.ts';
import { BASE } from '../support/addresses.ts';
import { plan, source } from '../support/curriculum.ts';
import { studyLesson, takeTest } from '../support/learner.ts';
import { type Nginx, startNginx } from '../support/nginx.ts';

/** The content policy as a browser enforces it: nothing on any page may break it, and everything still works. */
const pages = readDist('dist').paths.filter((path) => path.endsWith('.html'));
let nginx: Nginx;
let browser: Browser;

beforeAll(async () => {
  nginx = await startNginx('docs/nginx.conf', 'dist');
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('No Chromium was found; set CHROMIUM_PATH to one.');
  browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
});
afterAll(async () => {
  await browser?.close();
  await nginx?.stop();
});

/** What goes wrong in a page from now on: broken policy, errors, failed or foreign requests. */
async function watched(): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage();
  const faults: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => faults.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') report(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${nginx.origin}${BASE}`)) faults.push(`outside: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, faults };
}

const address = (path: string) => `${nginx.origin}${BASE}${path.replace(/index\.html$/, '')}`;

test('no page breaks the policy, fails or asks for anything outside the site', async () => {
  const { page, faults } = await watched();
  for (const path of pages) {
    const before = faults.length;
    await page.goto(address(path), { waitUntil: 'networkidle' });
    for (let i = before; i < faults.length; i += 1) faults[i] = `${path}: ${faults[i]}`;
  }
  await page.close();
  expect(pages.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('the policy is enforced: a script written into a page does not run, and is reported', async () => {
  const { page, faults } = await watched();
  await page.goto(address(pages.find((path) => path.startsWith('km/')) ?? ''));
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.head.append(script);
    return document.documentElement.dataset['ran'] ?? 'no';
  });
  expect(ran).toBe('no');
  await expect
    .poll(() => faults.some((fault) => fault.startsWith('policy: script-src-elem inline')))
    .toBe(true);
  await page.close();
});

for (const lang of ['km', 'en'] as const) {
  test(`every activity works under the policy in ${lang}`, async () => {
    const { page, faults } = await watched();
    for (const { id } of plan.lessons) {
      await page.goto(address(`${lang}/${source.module.id}/${id}/`));
      await studyLesson(page, id);
    }
    await page.goto(address(`${lang}/${source.module.id}/final-test/`));
    await takeTest(page, 'post', plan.tests.post.length);
    await page.close();
    expect(faults).toEqual([]);
  });
}

test('a saved module works under the policy without a network', async () => {
  const { page, faults } = await watched();
  await page.goto(address(`km/${source.module.id}/index.html`));
  await page.locator('[data-action="save"]').click();
  await page.locator('sog-offline[data-kind="saved"]').waitFor();
  await page.context().setOffline(true);
  const [lesson] = plan.lessons;
  await page.goto(address(`km/${source.module.id}/${lesson?.id}/`));
  await studyLesson(page, lesson?.id ?? '');
  const policy = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  await page.close();
  expect(policy).toContain("script-src 'self'");
  expect(faults).toEqual([]);
});

/** Without search in the build there is nothing to try; a build that has it must pass. */
const searchIsBuilt = readDist('dist').paths.includes('search/pagefind-entry.json');
test.runIf(searchIsBuilt).each([
  ['km', 'អំណោយ'],
  ['en', 'gift'],
])('search in %s finds %s under the policy', async (lang, query) => {
  const { page, faults } = await watched();
  await page.goto(address(`${lang}/index.html`), { waitUntil: 'networkidle' });
  const results = await page.evaluate(async (words): Promise<number> => {
    const search: unknown = Reflect.get(window, 'sogSearch');
    return typeof search === 'function' ? (await search(words)).length : -1;
  }, query);
  await page.close();
  expect(results).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
