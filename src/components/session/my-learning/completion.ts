import { formatEnglishDate, formatKhmerDate, parseDay } from '../../../khmer/dates.ts';
import { lessonProgress } from '../../../learning/progress.ts';
import type { Values } from '../../../learning/snapshot.ts';
import { type ModuleSummary, summaryOf } from '../../../learning/summary.ts';
import { create, define, part } from '../../site/dom.ts';
import { pageLang } from '../session-data.ts';
import { type LearnerName, learnerName } from './learner-name.ts';
import { type LearningModule, timeInWords, word } from './learning-data.ts';

/** What `<sog-completion>` shows: a module and what is recorded of it. */
export interface Completion {
  readonly module: LearningModule;
  readonly values: Values;
  /** Whom the LMS knows; '' on the site. */
  readonly learner: string;
}

class SogCompletion extends HTMLElement {
  #name: LearnerName | undefined;

  connectedCallback(): void {
    const form = part(this, '[data-controls]', HTMLFormElement);
    this.#field.addEventListener('input', () => this.#keepName());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.print();
    });
  }

  show({ module, values, learner }: Completion): void {
    const summary = summaryOf(module.lessons, values);
    part(this, '[data-done]', HTMLElement).hidden = !summary.completed;
    part(this, '[data-to-do]', HTMLElement).hidden = summary.completed;
    if (!summary.completed) {
      this.#showToDo(module, values);
      return;
    }
    this.#name ??= learnerName(learner);
    if (document.activeElement !== this.#field) this.#field.value = this.#name.read();
    this.#showRows(module, summary);
  }

  get #field(): HTMLInputElement {
    return part(this, '[name="name"]', HTMLInputElement);
  }

  #keepName(): void {
    const name = this.#field.value.trim();
    const kept = this.#name?.write(name) ?? false;
    part(this, '[data-status]', HTMLElement).textContent = kept ? '' : word('completion.name.failed');
    this.#row('person', name);
  }

  #showRows(module: LearningModule, summary: ModuleSummary): void {
    const { final, seconds, completedOn } = summary;
    this.#row('person', this.#field.value.trim());
    this.#row('module', module.title);
    this.#row('date', dayInWords(completedOn));
    this.#row('result', final === null ? word('completion.noTest') : word('my.score', { score: final }));
    this.#row('time', timeInWords(seconds));
    this.#row('version', module.version);
  }

  #row(name: string, text: string): void {
    part(this, `[data-row="${name}"]`, HTMLElement).textContent = text;
  }

  #showToDo(module: LearningModule, values: Values): void {
    const left = module.lessons
      .filter((lesson) => !lessonProgress(lesson, values).read)
      .map(({ title, lang, href }) => {
        const [before = '', after = ''] = word('completion.toDo.lesson', { lesson: '{lesson}' }).split(
          '{lesson}',
        );
        return item(create('a', lang ? { href, lang } : { href }, title), before, after);
      });
    const { final } = summaryOf(module.lessons, values);
    const passed = final !== null && final >= module.passMark;
    if (module.finalHref !== null && !passed) {
      const text = word('completion.toDo.test', { n: module.passMark });
      left.push(item(create('a', { href: module.finalHref }, text)));
    }
    part(this, '[data-title]', HTMLElement).textContent = module.title;
    part(this, '[data-left]', HTMLElement).replaceChildren(...left);
  }
}

function item(link: HTMLAnchorElement, before = '', after = ''): HTMLLIElement {
  return create('li', {}, before, link, after);
}

function dayInWords(day: string | undefined): string {
  if (day === undefined || !parseDay(day)) return word('completion.noDate');
  return pageLang() === 'km' ? formatKhmerDate(day) : formatEnglishDate(day);
}

/** Shows a completion in the page's `<sog-completion>`. */
export function showCompletion(completion: Completion): void {
  define('sog-completion', SogCompletion);
  part(document, 'sog-completion', SogCompletion).show(completion);
}
