import { expect, type Page } from '@playwright/test';

/** As `npm run print` and a browser's own window print it. */
export function printed(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

/** Inner width and height of a sheet in CSS pixels: A4 less the margins of styles/print.css. */
export const SHEET = { width: Math.floor((174 / 25.4) * 96), height: Math.floor((259 / 25.4) * 96) };

/** What must not be cut: drawings, a question with its options, a form of lines, a row of a table. */
const WHOLE =
  'figure, .brief, .key-point, .written:not(.written--long), .written__block, .lines, tr, .reflection';

/** Things that are too tall for one sheet, or that the style allows to be cut. */
export async function cutThings(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  const shown = page.locator(WHOLE).filter({ visible: true });
  expect(await shown.count()).toBeGreaterThan(0);
  return shown.evaluateAll((things, height) => {
    return things.flatMap((thing) => {
      const { breakInside } = getComputedStyle(thing);
      const tall = thing.getBoundingClientRect().height;
      if (breakInside === 'avoid' && tall <= height) return [];
      return [`${thing.className || thing.tagName} ${Math.round(tall)} px, break-inside: ${breakInside}`];
    });
  }, SHEET.height);
}
