import { lessonProgress } from '../../../learning/progress.ts';
import { type Values, valuesOf } from '../../../learning/snapshot.ts';
import { type ModuleSummary, summaryOf } from '../../../learning/summary.ts';
import { create, define, part, parts } from '../../site/dom.ts';
import { showFacts } from './facts.ts';
import { type LearningModule, learningModule, word } from './learning-data.ts';
import { readDevice } from './on-device.ts';
import { TAKEN_IN } from './record-file.ts';

/** Shows what this device has noted of every module; again after a file was taken in or the page came back. */
class SogMyLearning extends HTMLElement {
  readonly #show = (): void => {
    const records = readDevice() ?? new Map();
    for (const section of parts(this, '[data-my-module]', HTMLElement)) {
      const module = learningModule(section.dataset['myModule'] ?? '');
      const snapshot = records.get(module?.id ?? '');
      if (module) showModule(section, module, snapshot ? valuesOf(snapshot) : new Map());
    }
  };

  connectedCallback(): void {
    this.#show();
    document.addEventListener(TAKEN_IN, this.#show);
    window.addEventListener('storage', this.#show);
    window.addEventListener('pageshow', this.#show);
  }
}

function showModule(section: HTMLElement, module: LearningModule, values: Values): void {
  const summary = summaryOf(module.lessons, values);
  part(section, '[data-state]', HTMLElement).textContent = word(stateOf(summary));
  part(section, '[data-read]', HTMLElement).textContent = word('module.lessonsRead', {
    n: summary.read,
    total: summary.total,
  });
  part(section, 'progress', HTMLProgressElement).value = summary.read;
  showFacts(section, summary);
  showWayOn(part(section, '[data-my-continue]', HTMLAnchorElement), module, summary);
  for (const lesson of module.lessons) {
    const mark = part(section, `[data-my-lesson="${lesson.id}"]`, HTMLElement);
    const { read, started } = lessonProgress(lesson, values);
    const state = read ? 'read' : started ? 'started' : 'notRead';
    mark.dataset['state'] = state;
    mark.textContent = word(`lesson.${state}`);
  }
}

function stateOf({ begun, completed }: ModuleSummary): string {
  if (completed) return 'module.complete';
  return begun ? 'module.incomplete' : 'my.notBegun';
}

/** To the heading that was last read; to the first lesson where nothing was. */
function showWayOn(link: HTMLAnchorElement, module: LearningModule, { place }: ModuleSummary): void {
  const lesson = module.lessons.find(({ id }) => id === place?.lesson);
  link.href = lesson?.href ?? module.lessons[0]?.href ?? module.href;
  if (lesson && place?.anchor) link.hash = place.anchor;
  if (!lesson) {
    link.textContent = word('module.start');
    return;
  }
  const title = create('span', lesson.lang ? { lang: lesson.lang } : {}, lesson.title);
  const [before = '', after = ''] = word('continue.link', { lesson: '{lesson}' }).split('{lesson}');
  link.replaceChildren(create('span', {}, before, title, after));
}

define('sog-my-learning', SogMyLearning);
