/** Style: src/styles/base.css. */
const MARK = 'data-not-printed';

/** Prints one element of the page without what stands around it. */
export function printAlone(element: HTMLElement): void {
  const around: Element[] = [];
  for (let inner: Element = element; inner.parentElement && inner !== document.body; ) {
    const parent: Element = inner.parentElement;
    around.push(...Array.from(parent.children).filter((child) => child !== inner));
    inner = parent;
  }
  for (const other of around) other.setAttribute(MARK, '');
  const restore = () => {
    for (const other of around) other.removeAttribute(MARK);
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
