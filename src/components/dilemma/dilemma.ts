import {
  choose,
  type DilemmaPlan,
  goBack,
  restart,
  startWalk,
  stateOf,
  sumEffects,
  type Walk,
} from '../../learning/dilemma.ts';
import type { DilemmaState } from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { READY, save } from '../session/events.ts';
import { localDigits, say } from '../session/session-data.ts';
import { create, define, part, parts } from '../site/dom.ts';
import { planFrom } from './plan-from.ts';

const NEAR = '800px';

/**
 * `<sog-dilemma>`: shows one scene at a time, and the thread of choices that led to it. Where the scenes stand on
 * another page (`data-src`), it fetches them when the learner comes near; until then, and if that fails, the link to
 * that page stays.
 */
class SogDilemma extends HTMLElement {
  #plan: DilemmaPlan = { start: '', scenes: {} };
  #walk: Walk = startWalk(this.#plan);

  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    if (this.dataset['src'] === undefined) this.#goLive();
    else this.#fetchWhenNear();
  }

  restore(value: EntryValue | undefined): void {
    if (!isDilemma(value) || this.dataset['live'] === undefined) return;
    this.#walk = startWalk(this.#plan, value);
    this.#render();
    if (this.#walk.fromStart) return;
    // Old news: it is written, but not called out while the page opens.
    const status = part(this, '[data-status]', HTMLElement);
    status.setAttribute('aria-live', 'off');
    status.textContent = `${say('dilemma.resumed')} ${this.#endsText()}`;
  }

  #fetchWhenNear(): void {
    const watch = new IntersectionObserver(
      (changes) => {
        if (!changes.some((change) => change.isIntersecting)) return;
        watch.disconnect();
        void this.#fetch(false);
      },
      { rootMargin: NEAR },
    );
    watch.observe(this);
    part(this, '[data-open] a', HTMLAnchorElement).addEventListener('click', (event) => {
      event.preventDefault();
      void this.#fetch(true);
    });
  }

  /** @param asked The learner pressed the link, and is told how it goes; coming near happens in silence. */
  async #fetch(asked: boolean): Promise<void> {
    const src = this.dataset['src'];
    if (src === undefined || this.dataset['live'] !== undefined) return;
    if (asked) this.#say(say('dilemma.loading'));
    try {
      const answer = await fetch(src);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (this.dataset['live'] !== undefined) return;
      const whole = part(page, `[data-id="${this.dataset['id'] ?? ''}"]`, Element);
      const focused = this.contains(document.activeElement);
      this.replaceChildren(...Array.from(whole.childNodes).map((node) => document.importNode(node, true)));
      this.#goLive();
      // The link that had the focus is gone.
      if (focused) this.#scene(this.#walk.scene)?.focus();
    } catch {
      // The link to the page of the dilemma still stands.
      if (asked) this.#say(say('dilemma.unreachable'));
    }
  }

  #goLive(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    this.#plan = planFrom(this, this.dataset['start'] ?? '');
    for (const link of parts(this, 'a[data-goto]', HTMLAnchorElement)) this.#makeButton(link);
    for (const scene of parts(this, '[data-scene]', HTMLElement)) {
      // It takes the focus, so it needs a name: its number, which is hidden from now on.
      scene.setAttribute('role', 'group');
      scene.setAttribute('aria-label', part(scene, '.scene__number', HTMLElement).textContent?.trim() ?? '');
    }
    this.#action('back').addEventListener('click', () => this.#go(goBack(this.#walk)));
    this.#action('restart').addEventListener('click', () => this.#go(restart(this.#plan, this.#walk)));
    this.#walk = startWalk(this.#plan);
    this.#render();
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
  }

  #go(walk: Walk): void {
    this.#walk = walk;
    this.#render();
    this.#say(this.#atEnd() ? this.#endsText() : '');
    this.#scene(walk.scene)?.focus();
    const key: EntryKey = `dilemma/${this.dataset['id'] ?? ''}`;
    save(this, { entries: [{ key, value: stateOf(walk) }] });
  }

  #render(): void {
    const { scene: current, path, fromStart } = this.#walk;
    for (const scene of parts(this, '[data-scene]', HTMLElement))
      scene.hidden = scene.dataset['scene'] !== current;
    const thread = part(this, '[data-path]', HTMLElement);
    thread.hidden = path.length === 0;
    const words = path.map(({ scene, choice }) => this.#wordsOf(scene, choice));
    part(thread, 'ol', HTMLOListElement).replaceChildren(...words.map((text) => create('li', {}, text)));
    this.#action('back').hidden = path.length === 0;
    this.#action('restart').hidden = current === this.#plan.start;
    if (this.#atEnd() && fromStart) this.#showEffects(current);
  }

  #showEffects(end: string): void {
    const scene = this.#scene(end);
    scene?.querySelector('[data-sum]')?.remove();
    const sums = Object.entries(sumEffects(this.#plan, this.#walk)).map(([name, total]: [string, number]) => {
      const sign = total > 0 ? '+' : total < 0 ? '−' : '';
      const figure = create('b', {}, `${sign}${localDigits(String(Math.abs(total)))}`);
      return create('li', {}, `${say(`dilemma.${name}`)} `, figure);
    });
    const title = create('p', {}, say('dilemma.effects'));
    scene?.append(create('div', { 'data-sum': '', class: 'scene__sum' }, title, create('ul', {}, ...sums)));
  }

  #makeButton(link: HTMLAnchorElement): void {
    const choice = link.dataset['choice'] ?? '';
    const text = (link.textContent ?? '').trim();
    const button = create('button', { type: 'button', class: 'choice', 'data-choice': choice }, text);
    button.addEventListener('click', () => this.#go(choose(this.#plan, this.#walk, choice)));
    link.replaceWith(button);
  }

  #wordsOf(scene: string, choice: string): string {
    const button = this.#scene(scene)?.querySelector(`[data-choice="${choice}"]`);
    return button?.textContent ?? '';
  }

  #endsText(): string {
    const total = this.querySelectorAll('[data-end]').length;
    const { ends } = this.#walk;
    return ends.length > 0 ? say('dilemma.endsFound', { n: ends.length, total }) : '';
  }

  #say(text: string): void {
    const status = part(this, '[data-status]', HTMLElement);
    status.removeAttribute('aria-live');
    status.textContent = text;
  }

  #atEnd = () => this.#plan.scenes[this.#walk.scene]?.end !== undefined;
  #action = (name: string) => part(this, `[data-action="${name}"]`, HTMLButtonElement);
  #scene = (name: string): HTMLElement | undefined =>
    parts(this, '[data-scene]', HTMLElement).find((scene) => scene.dataset['scene'] === name);
}

function isDilemma(value: EntryValue | undefined): value is DilemmaState {
  return typeof value === 'object' && 'scene' in value && 'ends' in value;
}

define('sog-dilemma', SogDilemma);
