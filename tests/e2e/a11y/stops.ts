import type { Page } from '@playwright/test';

/** A place where Tab stops, as a person sees it. */
export interface Stop {
  /** Tag, id or class, and the first words. */
  readonly what: string;
  /** Position among all elements of the document. */
  readonly order: number;
  readonly inMain: boolean;
  /** Distance from the top of the document, in CSS px. */
  readonly top: number;
  readonly bottom: number;
  /** An outline of at least 2 px, or a shadow, that is not there without focus. */
  readonly marked: boolean;
  /** Sides of the outline that a box around it cuts off. */
  readonly cut: readonly string[];
  /** Something else lies over all of it (WCAG 2.4.11). */
  readonly covered: boolean;
}

declare global {
  interface Window {
    __calm?: Map<Element, string>;
  }
}

/** Notes how everything looks without focus; called before a walk. */
export async function noteCalmLook(page: Page): Promise<void> {
  await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    const look = (el: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(el);
      return `${outlineStyle} ${outlineWidth} ${boxShadow}`;
    };
    window.__calm = new Map([...document.querySelectorAll('*')].map((el) => [el, look(el)]));
  });
}

/** The element that has the focus now; undefined if none has. */
export async function stopNow(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const el = document.activeElement;
    if (!el || el === document.body) return undefined;
    const style = getComputedStyle(el);
    const look = `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}`;
    const width = Number.parseFloat(style.outlineWidth);
    const outlined = style.outlineStyle !== 'none' && width >= 2;
    const reach = outlined ? width + Number.parseFloat(style.outlineOffset) : 0;
    const box = el.getBoundingClientRect();

    const cut: string[] = [];
    const clip = (left: number, top: number, right: number, bottom: number) => {
      if (box.left - reach < left - 0.5) cut.push('left');
      if (box.right + reach > right + 0.5) cut.push('right');
      if (box.top - reach < top - 0.5) cut.push('top');
      if (box.bottom + reach > bottom + 0.5) cut.push('bottom');
    };
    for (let up = el.parentElement; up && up !== document.documentElement; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const frame = up.getBoundingClientRect();
      clip(frame.left, frame.top, frame.right, frame.bottom);
    }
    clip(0, Number.NEGATIVE_INFINITY, document.documentElement.clientWidth, Number.POSITIVE_INFINITY);

    // A link may run over two lines: its boxes are looked at one by one.
    const shown = [...el.getClientRects()].some((part) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const hit = document.elementFromPoint(part.left + part.width * x, part.top + part.height * y);
          return hit !== null && (el.contains(hit) || hit.contains(el));
        }),
      ),
    );
    const words = (el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 40);
    return {
      what: `${el.tagName.toLowerCase()}${el.id ? `#${el.id}` : ''}.${el.getAttribute('class') ?? ''} ${words}`,
      order: [...document.querySelectorAll('*')].indexOf(el),
      inMain: el.closest('main') !== null && el.closest('aside') === null,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      marked: (outlined || style.boxShadow !== 'none') && look !== window.__calm?.get(el),
      cut,
      covered: !shown,
    };
  });
}

/** Presses a key until the focus has left the page; fails when it has gone round without leaving. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  const limit = await page.evaluate(() => document.querySelectorAll('a, button, input, summary').length + 20);
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press(key);
    const stop = await stopNow(page);
    // Past the last stop comes the browser's own frame, or the first stop again where there is none.
    if (!stop || stop.order === stops[0]?.order) return stops;
    stops.push(stop);
  }
  const last = stops.slice(-3).map((stop) => `${stop.order} ${stop.what}`);
  throw new Error(`the focus does not leave the page after ${limit} stops: ${last.join(' | ')}`);
}

/** How many stops a walk must have: what can be reached, a group of radio buttons counted once. */
export async function reachable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select, textarea'),
    ];
    const seen = new Set<string>();
    return all.filter((el) => {
      if (!el.checkVisibility() || el.tabIndex < 0 || ('disabled' in el && el.disabled)) return false;
      if (!(el instanceof HTMLInputElement) || el.type !== 'radio') return true;
      if (seen.has(el.name)) return false;
      seen.add(el.name);
      return true;
    }).length;
  });
}
