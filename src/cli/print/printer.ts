import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from '../browser.ts';
import { UsageError } from '../command.ts';
import { pagesOf, placesWanted, writePages } from './contents.ts';
import type { PrintView } from './views.ts';

/** Nothing is served: the browser asks this name, and gets the files of the folder. */
const ORIGIN = 'http://print.invalid';
const PAPER = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

export interface Printer {
  /** @throws UsageError if the page asks for a file that the folder does not have */
  print(view: PrintView): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * A browser that prints pages of a built edition. It reaches nothing but the files of that folder.
 *
 * @param base the sub-path the edition was built for: "/" or "/sog/"
 */
export async function openPrinter(dist: string, base: string, executablePath: string): Promise<Printer> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  // Printing must not depend on scripts: a reader may have none.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const missing: string[] = [];
  await page.route('**/*', (route) => {
    const file = fileOf(dist, base, route.request().url());
    if (file !== undefined && existsSync(file)) return route.fulfill({ path: file });
    missing.push(route.request().url().replace(ORIGIN, ''));
    return route.abort();
  });
  return {
    async print(view) {
      missing.length = 0;
      await page.goto(`${ORIGIN}${base}${view.path}`, { waitUntil: 'networkidle' }).catch(() => undefined);
      if (missing.length > 0) throw new UsageError(notThere(dist, view, missing));
      return withContents(page, view);
    },
    close: () => browser.close(),
  };
}

/** Prints twice where there is a list of contents: only the first print knows on which page things are. */
async function withContents(page: Page, { lang }: PrintView): Promise<Uint8Array> {
  const first = await page.pdf(PAPER);
  const places = await placesWanted(page);
  if (places.length === 0) return first;
  await writePages(page, await pagesOf(first, places), lang);
  return page.pdf(PAPER);
}

function fileOf(dist: string, base: string, url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== ORIGIN || !pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  return join(dist, path.endsWith('/') || path === '' ? `${path}index.html` : path);
}

const notThere = (dist: string, view: PrintView, missing: readonly string[]) =>
  `${dist}/${view.path} asks for ${missing[0]}, which is not there. Was it built with another BASE_PATH? ` +
  'Set BASE_PATH as for the build, or leave out --no-build.';
