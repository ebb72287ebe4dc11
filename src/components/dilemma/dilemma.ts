import type { DilemmaState } from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { READY, save } from '../session/events.ts';
import { localDigits, say } from '../session/session-data.ts';
import { create, define, part, parts } from '../site/dom.ts';

const EFFECTS = ['trust', 'safety', 'fairness'] as const;

/** `<sog-dilemma>`: shows one scene at a time, and the thread of choices that led to it. */
class SogDilemma extends HTMLElement {
  /** Scenes of this walk with the words of the choice that left each; a resumed walk starts where it stopped. */
  #walk: { scene: string; chose?: string }[] = [];
  #ends: string[] = [];
  #whole = true;

  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    for (const link of parts(this, 'a[data-goto]', HTMLAnchorElement)) this.#makeButton(link);
    this.#action('back').addEventListener('click', () => this.#back());
    this.#action('restart').addEventListener('click', () => this.#restart());
    this.#walk = [{ scene: this.#start() }];
    this.#render();
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  restore(value: EntryValue | undefined): void {
    if (!isDilemma(value)) return;
    this.#ends = value.ends.filter((end) => this.#scene(end));
    if (value.scene !== this.#start() && this.#scene(value.scene)) {
      this.#walk = [{ scene: value.scene }];
      this.#whole = false;
      this.#render();
      this.#say(`${say('dilemma.resumed')} ${this.#endsText()}`);
    }
  }

  #choose(words: string, goto: string): void {
    const here = this.#walk[this.#walk.length - 1];
    if (here) here.chose = words;
    this.#walk.push({ scene: goto });
    if (this.#scene(goto)?.dataset['end'] && !this.#ends.includes(goto)) this.#ends = [...this.#ends, goto];
    this.#arrive();
  }

  #back(): void {
    this.#walk.pop();
    const here = this.#walk[this.#walk.length - 1];
    if (here) delete here.chose;
    this.#arrive();
  }

  #restart(): void {
    this.#walk = [{ scene: this.#start() }];
    this.#whole = true;
    this.#arrive();
  }

  #arrive(): void {
    this.#render();
    const scene = this.#current();
    this.#say(this.#scene(scene)?.dataset['end'] ? this.#endsText() : '');
    this.#scene(scene)?.focus({ preventScroll: false });
    const key: EntryKey = `dilemma/${this.dataset['id'] ?? ''}`;
    save(this, { entries: [{ key, value: { scene, ends: this.#ends } }] });
  }

  #render(): void {
    const current = this.#current();
    for (const scene of parts(this, '[data-scene]', HTMLElement))
      scene.hidden = scene.dataset['scene'] !== current;
    const path = part(this, '[data-path]', HTMLElement);
    const chosen = this.#walk.flatMap((step) => step.chose ?? []);
    path.hidden = chosen.length === 0;
    part(path, 'ol', HTMLOListElement).replaceChildren(...chosen.map((words) => create('li', {}, words)));
    this.#action('back').hidden = this.#walk.length < 2;
    this.#action('restart').hidden = current === this.#start();
    if (this.#scene(current)?.dataset['end'] && this.#whole) this.#showEffects(current);
  }

  /** Sums what the scenes of this walk did; only when the walk is known from its start. */
  #showEffects(end: string): void {
    const scene = this.#scene(end);
    scene?.querySelector('[data-sum]')?.remove();
    const steps = this.#walk.map((step) => this.#scene(step.scene)?.dataset['effects']);
    const sums = EFFECTS.map((name) => {
      const total = steps.reduce((sum, step) => sum + (step ? Number(JSON.parse(step)[name]) : 0), 0);
      const sign = total > 0 ? '+' : total < 0 ? '−' : '';
      return create('li', {}, `${say(`dilemma.${name}`)}: ${sign}${localDigits(String(Math.abs(total)))}`);
    });
    scene?.append(
      create(
        'div',
        { 'data-sum': '', class: 'scene__sum' },
        create('p', {}, say('dilemma.effects')),
        create('ul', {}, ...sums),
      ),
    );
  }

  #makeButton(link: HTMLAnchorElement): void {
    const button = create('button', { type: 'button', class: 'choice' }, (link.textContent ?? '').trim());
    button.dataset['choice'] = link.dataset['choice'] ?? '';
    const goto = link.dataset['goto'] ?? '';
    button.addEventListener('click', () => this.#choose(button.textContent ?? '', goto));
    link.replaceWith(button);
  }

  #endsText(): string {
    const total = this.querySelectorAll('[data-end]').length;
    return this.#ends.length > 0 ? say('dilemma.endsFound', { n: this.#ends.length, total }) : '';
  }

  #say(text: string): void {
    part(this, '[data-status]', HTMLElement).textContent = text;
  }

  #start = () => this.dataset['start'] ?? '';
  #current = () => this.#walk[this.#walk.length - 1]?.scene ?? this.#start();
  #action = (name: string) => part(this, `[data-action="${name}"]`, HTMLButtonElement);
  #scene = (name: string): HTMLElement | undefined =>
    parts(this, '[data-scene]', HTMLElement).find((scene) => scene.dataset['scene'] === name);
}

function isDilemma(value: EntryValue | undefined): value is DilemmaState {
  return typeof value === 'object' && 'scene' in value && 'ends' in value;
}

define('sog-dilemma', SogDilemma);
