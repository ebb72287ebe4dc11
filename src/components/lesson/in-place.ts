import { create, parts } from '../site/dom.ts';
import type { InPlaceData } from './in-place-data.ts';

const TRIGGER = 'a.term[data-term], sup.cite a';
/** What the panel comes after; inside the others, it comes at their end. */
const AFTER = 'p, h2, h3, h4, h5, h6, ul, ol, table, figure';
const INSIDE = 'li, td, th, dd, blockquote, figcaption';

let data: InPlaceData;
let open: { readonly trigger: HTMLAnchorElement; readonly panel: HTMLElement } | undefined;

/**
 * Terms and sources of a lesson open where they stand: a panel below the paragraph, which moves the text down and
 * covers none of it. Without this script they are links to the glossary and to the list of sources.
 */
export function openInPlace(words: InPlaceData, root: ParentNode & EventTarget = document): void {
  data = words;
  for (const trigger of parts(root, TRIGGER, HTMLAnchorElement)) {
    // It opens and closes something on this page, so it is no longer announced as a link.
    trigger.setAttribute('role', 'button');
    trigger.setAttribute('aria-expanded', 'false');
    if (trigger.dataset['term'] === undefined) {
      trigger.setAttribute('aria-label', sourceName(trigger, data.labels));
    }
  }
  root.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const trigger = event.target.closest(TRIGGER);
    if (trigger instanceof HTMLAnchorElement && toggle(trigger)) event.preventDefault();
  });
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
    if (event.key === 'Escape' && open && isNear(event.target)) close(true);
    const trigger = event.target.closest(TRIGGER);
    // A button answers to the space bar too; Enter comes as a click.
    if (event.key !== ' ' || !(trigger instanceof HTMLAnchorElement)) return;
    if (toggle(trigger)) event.preventDefault();
  });
}

function isNear(target: Element): boolean {
  return open !== undefined && (open.panel.contains(target) || open.trigger.contains(target));
}

/** @returns false if there is nothing to show, and the link should be followed. */
function toggle(trigger: HTMLAnchorElement): boolean {
  const again = open?.trigger === trigger;
  close(again);
  if (again) return true;
  const content = contentFor(trigger);
  if (!content) return false;
  const panel = create('div', { class: 'in-place', role: 'group', tabindex: '-1', id: 'in-place' });
  panel.setAttribute('aria-label', content.name);
  panel.append(...content.children, actions(trigger, content.more));
  put(panel, trigger);
  trigger.setAttribute('aria-expanded', 'true');
  trigger.setAttribute('aria-controls', panel.id);
  open = { trigger, panel };
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
  return true;
}

function close(returnFocus: boolean): void {
  if (!open) return;
  const { trigger, panel } = open;
  open = undefined;
  panel.remove();
  trigger.setAttribute('aria-expanded', 'false');
  trigger.removeAttribute('aria-controls');
  if (returnFocus) trigger.focus();
}

function put(panel: HTMLElement, trigger: HTMLElement): void {
  const inside = trigger.closest(INSIDE);
  const after = trigger.closest(AFTER);
  // The nearest of the two counts: a paragraph in a list entry, or a list entry without one.
  if (inside && (!after || after.contains(inside))) inside.append(panel);
  else (after ?? trigger).after(panel);
}

function actions(trigger: HTMLAnchorElement, more: string): HTMLElement {
  const { labels } = data;
  const button = create('button', { type: 'button', class: 'in-place__close' }, labels.close);
  button.addEventListener('click', () => close(true));
  const link = create('a', { href: trigger.href }, more);
  // In a package the glossary is another view of this document: the panel would stay open behind it.
  link.addEventListener('click', () => close(false));
  return create('p', { class: 'in-place__actions' }, link, button);
}

interface Content {
  readonly name: string;
  readonly children: readonly Node[];
  /** Words of the link to where the trigger itself leads. */
  readonly more: string;
}

function contentFor(trigger: HTMLAnchorElement): Content | undefined {
  const term = trigger.dataset['term'];
  return term === undefined ? sourceContent(trigger, data) : termContent(trigger, term, data);
}

function termContent(trigger: HTMLAnchorElement, id: string, data: InPlaceData): Content | undefined {
  const children = termFromData(id, data) ?? copyOf(document.getElementById(`term-${id}`));
  const { term, glossary } = data.labels;
  return children && { name: `${term}: ${trigger.textContent?.trim() ?? ''}`, children, more: glossary };
}

function termFromData(id: string, { terms, other }: InPlaceData): Node[] | undefined {
  const found = terms[id];
  if (!found) return undefined;
  const [term, otherTerm, definition, from] = found;
  return [
    create(
      'p',
      {},
      create('strong', {}, term),
      ' ',
      create('span', { lang: other, class: 'quiet' }, otherTerm),
    ),
    create('p', {}, definition),
    create('p', { class: 'quiet' }, from),
  ];
}

function sourceContent(trigger: HTMLAnchorElement, { labels }: InPlaceData): Content | undefined {
  const source = document.getElementById(decodeURIComponent(trigger.hash.slice(1)));
  const children = copyOf(source);
  return children && { name: sourceName(trigger, labels), children, more: labels.sources };
}

/** "Source 3": its number alone says little to ears. */
function sourceName(trigger: HTMLAnchorElement, labels: InPlaceData['labels']): string {
  return labels.source.replace('{n}', (trigger.textContent ?? '').replace(/[[\]\s]/g, ''));
}

/** The words of an entry elsewhere in this document, without its ids. */
function copyOf(entry: Element | null): Node[] | undefined {
  if (!entry) return undefined;
  const copy = create('div');
  copy.append(...Array.from(entry.childNodes, (node) => node.cloneNode(true)));
  for (const element of parts(copy, '[id]', HTMLElement)) element.removeAttribute('id');
  return [copy];
}
