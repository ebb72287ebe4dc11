import { lessonProgress } from '../../learning/progress.ts';
import { type Values, valueAt, valuesOf } from '../../learning/snapshot.ts';
import { openBrowserRecord } from '../../record/open-browser.ts';
import { create, dataIn, define, part } from '../site/dom.ts';
import { hasRecord } from './has-record.ts';
import { localDigits } from './session-data.ts';

/** What `ContinueCard.astro` writes into the page. */
export interface ContinueData {
  readonly words: {
    readonly title: string;
    readonly link: string;
    readonly read: string;
    readonly all: string;
  };
  readonly allHref: string;
  readonly modules: readonly ContinueModule[];
}
interface ContinueModule {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    /** Where it is not the page's own. */
    readonly lang: string | null;
    readonly href: string;
    readonly questions: readonly string[];
    readonly dilemmas: readonly string[];
  }[];
}

/** This page only reads: no name is made for the device. */
const NO_IDS = { device: () => 'read', seed: () => 0 };

class SogContinue extends HTMLElement {
  connectedCallback(): void {
    void this.#show(dataIn<ContinueData>(this, 'script[data-continue-data]'));
  }

  async #show({ words, modules, allHref }: ContinueData): Promise<void> {
    const cards: HTMLElement[] = [];
    const recorded = modules.filter(({ id }) => hasRecord(id));
    for (const module of recorded) {
      const { snapshot, record } = await openBrowserRecord({ module: module.id, win: window, ids: NO_IDS });
      const card = cardFor(module, valuesOf(snapshot), words);
      if (card) cards.push(card);
      await record.close();
    }
    if (recorded.length === 0) return;
    part(this, '[data-nothing-yet]', HTMLElement).hidden = true;
    this.append(...cards, create('p', {}, create('a', { href: allHref, class: 'continue-all' }, words.all)));
  }
}

function cardFor(
  module: ContinueModule,
  values: Values,
  words: ContinueData['words'],
): HTMLElement | undefined {
  const place = valueAt(values, 'place');
  if (!place || valueAt(values, 'outcome')?.completion === 'completed') return undefined;
  const lesson = module.lessons.find(({ id }) => id === place.lesson);
  const n = module.lessons.filter((each) => lessonProgress(each, values).read).length;
  const href = lesson ? `${lesson.href}${place.anchor ? `#${place.anchor}` : ''}` : module.href;
  const read = words.read.replace('{n}', String(n)).replace('{total}', String(module.lessons.length));
  const title = create('span', {}, lesson?.title ?? module.title);
  if (lesson?.lang) title.lang = lesson.lang;
  const [before = '', after = ''] = words.link.split('{lesson}');
  const heading = `continue-${module.id}`;
  return create(
    'section',
    { class: 'continue-card', 'aria-labelledby': heading },
    create('h2', { id: heading }, words.title),
    create('p', { class: 'continue-card__module' }, module.title),
    create('p', { class: 'quiet' }, localDigits(read)),
    create('p', {}, create('a', { class: 'button', href }, create('span', {}, before, title, after))),
  );
}

define('sog-continue', SogContinue);
