import type { Hit } from '../../search/corpus.ts';
import { create } from '../site/dom.ts';
import { grouped, type HitGroup } from './hits.ts';
import { markedExcerpt, markedText } from './marked.ts';
import type { SearchMessages } from './messages.ts';

/** The address of a hit; on the site it carries the query, so that the page can highlight it. */
function address(box: HTMLElement, url: string, typed: string): string {
  if (box.dataset['scope'] === 'document') return url;
  const [path = '', fragment] = url.split('#');
  return `${path}?q=${encodeURIComponent(typed)}${fragment === undefined ? '' : `#${fragment}`}`;
}

function hitItem(box: HTMLElement, t: SearchMessages, typed: string, hit: Hit): HTMLLIElement {
  const { document, patterns } = hit;
  const name = document.kind === 'lesson' ? document.heading || t('search.opening') : document.title;
  // One box in the link's flex line: else each mark would stand apart from its word ("gift -giving").
  const title = create('span', {}, ...markedText(name, patterns));
  const link = create('a', { href: address(box, document.url, typed) }, title);
  const item = create('li', { class: 'search__hit' }, link);
  if (document.kind === 'term' && document.heading) {
    const other = document.lang === 'km' ? 'en' : 'km';
    item.append(
      ' ',
      create('span', { class: 'quiet', lang: other }, ...markedText(document.heading, patterns)),
    );
  }
  item.append(create('p', { class: 'search__excerpt' }, ...markedExcerpt(document.text, patterns)));
  if (document.kind === 'source') item.lastElementChild?.setAttribute('lang', 'en');
  return item;
}

function groupTitle(t: SearchMessages, group: HitGroup): string {
  if (group.kind === 'term') return t('search.glossary');
  return group.kind === 'source' ? t('search.sources') : group.title;
}

function groupSection(box: HTMLElement, t: SearchMessages, typed: string, group: HitGroup): HTMLElement {
  const list = create('ul', {}, ...group.hits.map((hit) => hitItem(box, t, typed, hit)));
  return create('section', { class: 'search__group' }, create('h3', {}, groupTitle(t, group)), list);
}

/** Results by lesson; those that only resemble the query stand apart under their own heading. */
export function renderHits(
  box: HTMLElement,
  t: SearchMessages,
  typed: string,
  hits: readonly Hit[],
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const sections = (some: readonly Hit[]): HTMLElement[] =>
    grouped(some).map((group) => groupSection(box, t, typed, group));
  const similar = hits.filter((hit) => hit.similar);
  fragment.append(...sections(hits.filter((hit) => !hit.similar)));
  if (similar.length > 0)
    fragment.append(create('p', { class: 'search__similar' }, t('search.similar')), ...sections(similar));
  return fragment;
}
