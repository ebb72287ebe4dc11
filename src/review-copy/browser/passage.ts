import type { CopyHead, Decision } from './decisions.ts';

/** The text of a passage as its reviewer edits it: numbers in brackets for its markup (see marks.ts). */
export function editable(element: Element): string {
  let text = '';
  for (const node of Array.from(element.childNodes)) {
    if (!(node instanceof HTMLElement)) text += node.textContent ?? '';
    else if (node.dataset['s'] !== undefined) text += `[${node.dataset['s']}]`;
    else text += `[${node.dataset['c']}]${editable(node)}[/${node.dataset['c']}]`;
  }
  return text;
}

/** Marks of the passage that a new text lacks. */
export function missingMarks(before: string, after: string): string[] {
  const marks = (text: string): string[] => text.match(/\[\/?\d+\]/g) ?? [];
  const found = marks(after);
  return marks(before).filter((mark) => found.indexOf(mark) === -1);
}

/** One passage of the page with its controls. */
export class Passage {
  readonly n: string;
  readonly #article: HTMLElement;
  readonly #head: CopyHead;
  readonly #changed: () => void;
  #decision: Decision = {};

  constructor(article: HTMLElement, controls: HTMLTemplateElement, head: CopyHead, changed: () => void) {
    this.n = article.dataset['n'] ?? '';
    this.#article = article;
    this.#head = head;
    this.#changed = changed;
    article.appendChild(controls.content.cloneNode(true));
    this.#name();
    article.addEventListener('change', (event) => this.#onChange(event));
    article.addEventListener('input', (event) => this.#onInput(event));
    article.querySelector('.undo')?.addEventListener('click', () => this.#decide(undefined));
  }

  get decision(): Decision {
    return this.#decision;
  }

  show(decision: Decision): void {
    this.#decision = { ...decision };
    for (const radio of this.#radios()) radio.checked = radio.value === decision.decision;
    const kind = decision.decision;
    const edit = this.#find('.edit');
    edit.hidden = kind !== 'change' && kind !== 'comment';
    for (const box of Array.from(edit.querySelectorAll<HTMLElement>('[data-for]')))
      box.hidden = kind !== 'change';
    this.#find('.undo').hidden = kind === undefined;
    if (kind === undefined) delete this.#article.dataset['decision'];
    else this.#article.dataset['decision'] = kind;
    for (const area of this.#areas()) {
      const field = area.dataset['text'] as 'km' | 'en' | 'comment';
      area.value = decision[field] ?? (field === 'comment' ? '' : this.#before(field));
    }
    this.#hint();
    this.#fit();
  }

  accept(): void {
    this.#decide('accept');
  }

  #decide(kind: Decision['decision']): void {
    this.show({ ...this.#decision, decision: kind });
    this.#changed();
  }

  #onChange(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    this.#decide(target.value as Decision['decision']);
    if (target.value !== 'accept')
      this.#areas()
        .find((area) => area.offsetParent !== null)
        ?.focus();
  }

  #onInput(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    const field = target.dataset['text'] as 'km' | 'en' | 'comment';
    const isSame = field !== 'comment' && target.value === this.#before(field);
    this.#decision = { ...this.#decision, [field]: isSame ? undefined : target.value };
    this.#hint();
    this.#fit();
    this.#changed();
  }

  /** Boxes as high as their texts; a hidden one has no height yet. */
  #fit(): void {
    for (const area of this.#areas()) {
      if (area.offsetParent === null) continue;
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + 2}px`;
    }
  }

  /** Reminds of marks, and says which are gone. */
  #hint(): void {
    const hint = this.#find('.hint');
    const texts = this.#areas().filter((area) => area.dataset['text'] !== 'comment');
    const befores = texts.map((area) => this.#before(area.dataset['text'] ?? ''));
    const missing = texts.flatMap((area, i) => missingMarks(befores[i] ?? '', area.value));
    const { marks = '', marksMissing = '' } = this.#head.words;
    hint.hidden = this.#decision.decision !== 'change' || !befores.some((text) => /\[\d+\]/.test(text));
    hint.className = missing.length > 0 ? 'hint warn' : 'hint';
    hint.textContent = missing.length > 0 ? `${marksMissing} ${missing.join(' ')}` : marks;
  }

  #before(field: string): string {
    const shown = this.#article.querySelector(`[data-edit="${field}"]`);
    return shown === null ? '' : editable(shown);
  }

  #name(): void {
    const name = `decision-${this.n}`;
    for (const radio of this.#radios()) radio.name = name;
    this.#find('legend').textContent = `${this.#head.words['passage'] ?? ''} ${this.n}`;
  }

  #radios(): HTMLInputElement[] {
    return Array.from(this.#article.querySelectorAll<HTMLInputElement>('input[type=radio]'));
  }

  #areas(): HTMLTextAreaElement[] {
    return Array.from(this.#article.querySelectorAll('textarea'));
  }

  #find(selector: string): HTMLElement {
    const found = this.#article.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`passage ${this.n} has no ${selector}`);
    return found;
  }
}
