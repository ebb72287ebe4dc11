import type { Lang } from '../../curriculum/schema/common.ts';
import { KINDS } from '../../search/document.ts';
import type { SearchTexts } from '../../search/texts.ts';
import { create } from '../site/dom.ts';
import type { SearchMessages } from './messages.ts';
import { searchKeyOn } from './search-key.ts';

type Choice = readonly [value: string, text: string];

function radios(id: string, filter: string, legend: string, choices: readonly Choice[]): HTMLFieldSetElement {
  const labels = choices.map(([value, text], i) => {
    const input = create('input', { type: 'radio', name: id, value, 'data-filter': filter });
    input.checked = i === 0;
    return create('label', { class: 'search__choice' }, input, create('span', {}, text));
  });
  return create('fieldset', {}, create('legend', {}, legend), ...labels);
}

function form(id: (name: string) => string, t: SearchMessages): HTMLFormElement {
  const input = create('input', {
    id: id('input'),
    type: 'search',
    class: 'search__input',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '200',
    'aria-describedby': id('hint'),
  });
  return create(
    'form',
    { novalidate: '' },
    create('label', { for: id('input') }, t('search.label')),
    input,
    create('p', { id: id('hint'), class: 'quiet' }, t('search.hint')),
  );
}

function filters(
  id: (name: string) => string,
  t: SearchMessages,
  modules: SearchTexts['modules'],
): HTMLElement {
  const kinds: Choice[] = KINDS.map((kind): Choice => [kind, t(`search.kind.${kind}`)]);
  const all = create(
    'div',
    { class: 'search__filters' },
    radios(id('kind'), 'kind', t('search.kind'), [['', t('search.kind.all')], ...kinds]),
  );
  if (modules.length > 1) {
    const names: Choice[] = modules.map((module): Choice => [module.id, module.title]);
    all.append(radios(id('module'), 'module', t('search.module'), [['', t('search.module.all')], ...names]));
  }
  return all;
}

/** A single key must be one that can be turned off (WCAG 2.2, 2.1.4). */
function keyChoice(t: SearchMessages): HTMLElement {
  const input = create('input', { type: 'checkbox', 'data-search-key': '' });
  input.checked = searchKeyOn();
  return create('label', { class: 'search__choice search__key' }, input, create('span', {}, t('search.key')));
}

/** The panel, closed: field, filters, a status line that is read aloud, room for results, and the key. */
export function createPanel(lang: Lang, t: SearchMessages, modules: SearchTexts['modules']): HTMLElement {
  const id = (name: string): string => `search-${lang}-${name}`;
  const shut = create(
    'button',
    { type: 'button', class: 'button button--quiet', 'data-close': '' },
    t('search.close'),
  );
  return create(
    'dialog',
    { class: 'search__panel', 'aria-labelledby': id('title') },
    create('div', { class: 'search__head' }, create('h2', { id: id('title') }, t('search.title')), shut),
    form(id, t),
    filters(id, t, modules),
    create('p', { class: 'search__status', role: 'status', 'data-status': '' }),
    create('div', { class: 'search__results', 'data-results': '' }),
    keyChoice(t),
  );
}
