import { create, part, parts } from '../site/dom.ts';

/** The reasons of a question, each with the id of the part that it belongs to. */
export const reasonsIn = (root: HTMLElement): HTMLElement[] => parts(root, '[data-feedback]', HTMLElement);

export const idOf = (reason: HTMLElement): string => reason.dataset['feedback'] ?? '';

/**
 * Moves the reasons out of the folded answer of the printed form to the part they belong to, so that they are in the
 * page only once. A part without a row of its own (`[data-option]`) has its reason under `[data-reasons]`.
 */
export function placeReasons(root: HTMLElement): void {
  for (const item of reasonsIn(root)) {
    const id = idOf(item);
    const row = root.querySelector(`[data-option="${id}"]`) ?? root.querySelector('[data-reasons]');
    if (!row) continue;
    const moved = create('div', { id: `${root.id}-${id}-why`, tabindex: '-1' });
    Object.assign(moved.dataset, item.dataset);
    moved.append(...Array.from(item.childNodes));
    moved.hidden = true;
    item.remove();
    row.append(moved);
  }
  part(root, '.question__answers', HTMLDetailsElement).hidden = true;
}

export interface Look {
  readonly hidden: boolean;
  readonly right: boolean;
  /** The verdict in words, where it is not the printed one. */
  readonly verdict?: string;
  /** What the reason is heard with. */
  readonly control: HTMLElement | null | undefined;
}

export function showReason(reason: HTMLElement, { hidden, right, verdict, control }: Look): void {
  reason.hidden = hidden;
  reason.className = `feedback feedback--${right ? 'right' : 'wrong'}`;
  if (verdict !== undefined) part(reason, '[data-verdict]', HTMLElement).textContent = verdict;
  describe(reason, control);
}

export function hideReason(reason: HTMLElement, control: HTMLElement | null | undefined): void {
  reason.hidden = true;
  describe(reason, control);
}

/** A reason that is hidden would still be read out with its control. */
function describe(reason: HTMLElement, control: HTMLElement | null | undefined): void {
  if (reason.hidden) {
    if (control?.getAttribute('aria-describedby') === reason.id) control.removeAttribute('aria-describedby');
  } else control?.setAttribute('aria-describedby', reason.id);
}
