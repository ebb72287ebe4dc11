import type { Page } from '@playwright/test';

/**
 * Controls whose pressable area holds no square of `least` × `least` CSS px. The area is found by asking the browser
 * what a press would hit, so labels and areas stretched over a card count. Left out, as WCAG 2.5.8 allows: links
 * within running text, whose height is that of the line.
 */
export async function smallTargets(page: Page, within = 'body', least = 44): Promise<string[]> {
  return page.evaluate(
    ([root, side]) => {
      const inRunningText = (el: Element): boolean => {
        if (el.tagName !== 'A' || getComputedStyle(el).display !== 'inline') return false;
        let block = el.parentElement;
        while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
        const links = [...(block?.querySelectorAll('a') ?? [])].map((a) => (a.textContent ?? '').length);
        const own = (block?.textContent ?? '').trim().length - links.reduce((sum, n) => sum + n, 0);
        return own > 1;
      };
      const hits = (el: Element, x: number, y: number): boolean => {
        const hit = document.elementFromPoint(x, y);
        if (!hit) return false;
        if (el.contains(hit)) return true;
        const label = hit.closest('label');
        return label !== null && label.control === el && !hit.closest('a, button');
      };
      /** How far the area goes from a point in one direction, at most `side`. */
      const reach = (el: Element, x: number, y: number, dx: number, dy: number): number => {
        let n = 0;
        while (n < side && hits(el, x + dx * (n + 1), y + dy * (n + 1))) n += 1;
        return n;
      };
      const fits = (el: Element): boolean => {
        // A link over two lines is looked at line by line; one line must do.
        return [...el.getClientRects()].some((box) => {
          const x = Math.round(box.left + box.width / 2);
          const y = Math.round(box.top + box.height / 2);
          if (!hits(el, x, y)) return false;
          const wide = 1 + reach(el, x, y, -1, 0) + reach(el, x, y, 1, 0);
          const high = 1 + reach(el, x, y, 0, -1) + reach(el, x, y, 0, 1);
          // Half a pixel may be lost to rounding at each edge.
          return wide >= side - 1 && high >= side - 1;
        });
      };
      const controls = document.querySelectorAll(
        'a[href], button, summary, input, select, textarea, [role="button"]',
      );
      return [...controls].flatMap((el) => {
        if (!el.closest(root)) return [];
        if (!el.checkVisibility() || inRunningText(el)) return [];
        el.scrollIntoView({ block: 'center', inline: 'nearest' });
        const box = el.getBoundingClientRect();
        // The skip link stands outside the page until it has the focus.
        if (box.right <= 0 || fits(el)) return [];
        const words = (el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 30);
        const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
        return [`${el.tagName.toLowerCase()}.${el.getAttribute('class') ?? ''} ${size} ${words}`];
      });
    },
    [within, least] as const,
  );
}
