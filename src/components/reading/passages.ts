/** A paragraph or the like, as it is read aloud. */
export interface Passage {
  readonly block: Element;
  readonly text: string;
  /** Of the text, e.g. `km`. */
  readonly lang: string;
}

const BLOCK =
  'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, blockquote, legend, label, div, article, section';
/** Ways around the page, controls, marks, drawings, lists of sources, and what is still to be opened. */
const SILENT =
  'nav, button, input, select, textarea, summary, details:not([open]), script, style, template, noscript, svg, ' +
  '[hidden], [aria-hidden="true"], [role="status"], .spoken, sup.cite, .anchor, .in-place, .study__bar, ' +
  '[data-quick-leave], .lesson__sources, .lesson__meta';

/** What one would read of this page from the top: its lesson or test, or all of its text. */
export function readable(page: Document): Element | null {
  return page.querySelector('[data-view]:not([hidden])') ?? page.querySelector('[data-lesson], main');
}

/** The visible text below an element, in order, in the paragraphs it stands in. */
export function passages(root: Element): Passage[] {
  const found: { block: Element; text: string; lang: string }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = node.parentElement?.closest(BLOCK);
    if (!block || !node.parentElement || node.parentElement.closest(SILENT)) continue;
    const lang = node.parentElement.closest<HTMLElement>('[lang]')?.lang ?? '';
    const last = found[found.length - 1];
    const text = (node.textContent ?? '').replace(/[\u200B\u00AD]/g, '');
    if (last?.block === block && last.lang === lang) last.text += text;
    else if (text.trim() !== '' && isShown(block)) found.push({ block, text, lang });
  }
  return found;
}

/** Whether it takes room on the page. */
export const isShown = (block: Element): boolean => block.getClientRects().length > 0;
