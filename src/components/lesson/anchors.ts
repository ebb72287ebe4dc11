import { create, parts } from '../site/dom.ts';
import type { InPlaceData } from './in-place-data.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Two links of a chain, from the Lucide set (ISC). */
const CHAIN = [
  'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71',
  'M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71',
];

/**
 * A link mark beside each heading of a lesson, so that its address can be copied. Beside and not inside it: a
 * heading is read aloud, indexed and listed by its own words alone. Not for packages, where an address is of no use.
 */
export function markHeadings({ labels }: InPlaceData, root: ParentNode = document): void {
  for (const heading of parts(root, '.lesson__text h2[id], .lesson__text h3[id]', HTMLElement)) {
    const label = labels.anchor.replace('{title}', heading.textContent ?? '');
    const link = create('a', { class: 'anchor', href: `#${heading.id}`, 'aria-label': label }, chain());
    heading.after(create('div', { class: 'anchor-row' }, link));
  }
}

function chain(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const look = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
  for (const [name, value] of Object.entries(look)) svg.setAttribute(name, value);
  svg.setAttribute('aria-hidden', 'true');
  for (const d of CHAIN) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
