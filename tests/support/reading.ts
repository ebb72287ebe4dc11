import { expect, type Frame, type Page } from '@playwright/test';

type Screen = Page | Frame;

/** Opens the panel of reading help, on the site and in a package alike. */
export async function openReading(screen: Screen): Promise<void> {
  const button = screen.locator('.reading__open');
  await button.click();
  await expect(screen.locator('#reading')).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
}

/** The radio button of a step, e.g. `pick(page, 'size', '150')`. */
export const step = (screen: Screen, choice: string, value: string) =>
  screen.locator(`#reading [data-choice="${choice}"] input[value="${value}"]`);

/** What a reader sees of the choices. */
export function look(screen: Screen) {
  return screen.evaluate(() => {
    const html = getComputedStyle(document.documentElement);
    const text = [...document.querySelectorAll('.lesson__text > p')].find(
      (p) => p.getClientRects().length > 0,
    );
    const paragraph = getComputedStyle(text ?? document.body);
    return {
      size: Number.parseFloat(html.fontSize),
      lines: Number.parseFloat(paragraph.lineHeight) / Number.parseFloat(paragraph.fontSize),
      font: paragraph.fontFamily,
      ground: html.backgroundColor,
      scheme: html.colorScheme,
      bar: document.querySelector('meta[name="theme-color"]')?.getAttribute('content'),
      stored: (() => {
        try {
          return localStorage.getItem('sog/1/reading');
        } catch {
          return 'refused';
        }
      })(),
    };
  });
}

export const LIGHT = 'rgb(251, 250, 246)';
export const DARK = 'rgb(16, 24, 46)';
