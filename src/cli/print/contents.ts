import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { number } from '../../i18n/t.ts';

/** Page of each place that is linked to within a PDF, counted from 1; a place that is nowhere is left out. */
export async function pagesOf(pdf: Uint8Array, places: readonly string[]): Promise<Map<string, number>> {
  // The reader takes the bytes away from whoever gives them.
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const pages = new Map<string, number>();
  for (const place of places) {
    const [page] = (await document.getDestination(place)) ?? [];
    if (page) pages.set(place, (await document.getPageIndex(page)) + 1);
  }
  await document.loadingTask.destroy();
  return pages;
}

/** The places whose page the list of contents wants to name. */
export function placesWanted(page: Page): Promise<string[]> {
  return page
    .locator('[data-page-of]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-page-of') ?? ''));
}

/** Writes page numbers into the list of contents; its lines keep their height, so no page moves. */
export async function writePages(
  page: Page,
  pages: ReadonlyMap<string, number>,
  lang: 'km' | 'en',
): Promise<void> {
  const written = Object.fromEntries([...pages].map(([place, n]) => [place, number(lang, n)]));
  await page.locator('[data-page-of]').evaluateAll((marks, texts) => {
    for (const mark of marks) mark.textContent = texts[mark.getAttribute('data-page-of') ?? ''] ?? '';
  }, written);
}
