import type { Page } from '@playwright/test';

/** How far the page goes beyond the screen, and what sticks out; a box that scrolls by itself may. */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (el) => el.checkVisibility() && el.getBoundingClientRect().right > width + 1 && !el.closest('svg'),
    );
    const inner = out.filter((el) => !out.some((other) => other !== el && el.contains(other)));
    const over = document.documentElement.scrollWidth - width;
    return inner
      .slice(0, 4)
      .map(
        (el) =>
          `${over} px: ${el.tagName}.${el.getAttribute('class') ?? ''} ${(el.textContent ?? '').slice(0, 30)}`,
      );
  });
}

/** Text that its box cuts off: boxes that hide what does not fit, and do not scroll. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((el) => {
      const style = getComputedStyle(el);
      const hides = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
      // What is for ears only is one pixel on purpose; drawings are looked at elsewhere.
      if (!hides || el.clientWidth <= 1 || el.closest('svg') || el.tagName === 'PROGRESS') return [];
      const lost = el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1;
      return lost && el.innerText.trim() ? [`${el.className} ${el.innerText.slice(0, 40)}`] : [];
    }),
  );
}
