import {
  choose,
  type DilemmaPlan,
  goBack,
  goBackTo,
  pathOf,
  restart,
  type Step,
  startWalk,
  stateOf,
  sumEffects,
  type Walk,
} from '../../learning/dilemma.ts';
import type { DilemmaState } from '../../learning/types.ts';
import type { EntryKey, EntryValue } from '../../record/port.ts';
import { READY, save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { storedAt } from '../session/stored-values.ts';
import { create, define, part, parts } from '../site/dom.ts';
import { printAlone } from '../site/print-alone.ts';
import { planFrom } from './plan-from.ts';
import { summaryOf, totalItems } from './summary.ts';
import { changeText, type Say, wordsIn } from './words.ts';

const NEAR = '800px';

/**
 * `<sog-dilemma>`: shows one scene at a time, what the choices add up to, and the thread of choices that led to it,
 * each a way back. An end sums them up. Where the scenes stand on
 * another page (`data-src`), it fetches them when the learner comes near; until then, and if that fails, the link to
 * that page stays.
 */
class SogDilemma extends HTMLElement {
  #plan: DilemmaPlan = { start: '', scenes: {} };
  #walk: Walk = startWalk(this.#plan);
  /** Its own words; they come with the scenes. */
  #tell: Say = () => '';

  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    if (this.dataset['src'] === undefined) this.#goLive();
    else this.#fetchWhenNear();
  }

  restore(value: EntryValue | undefined): void {
    if (!isDilemma(value) || this.dataset['live'] === undefined) return;
    this.#walk = startWalk(this.#plan, value, storedAt(this, this.#pathKey));
    this.#render();
    if (this.#walk.scene === this.#plan.start) return;
    // Old news: it is written, but not called out while the page opens.
    const status = part(this, '[data-status]', HTMLElement);
    status.setAttribute('aria-live', 'off');
    const unknown = this.#walk.fromStart ? '' : this.#tell('dilemma.unknownStart');
    status.textContent = [this.#tell('dilemma.resumed'), unknown, this.#endsText()].filter(Boolean).join(' ');
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
    this.#tell = wordsIn(this);
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

  /** @param changed What the step just taken did. */
  #go(walk: Walk, changed = ''): void {
    this.#walk = walk;
    this.#render();
    this.#say([changed, this.#atEnd() ? this.#endsText() : ''].filter(Boolean).join(' '));
    this.#scene(walk.scene)?.focus();
    const key: EntryKey = `dilemma/${this.dataset['id'] ?? ''}`;
    const path = { key: this.#pathKey, value: pathOf(walk) };
    save(this, { entries: [{ key, value: stateOf(walk) }, path] });
  }

  #take(choice: string): void {
    const walk = choose(this.#plan, this.#walk, choice);
    const effects = this.#plan.scenes[walk.scene]?.effects;
    this.#go(walk, effects && changeText(this.#tell, effects));
  }

  #render(): void {
    const { scene: current, path, fromStart } = this.#walk;
    const end = this.#atEnd();
    for (const scene of parts(this, '[data-scene]', HTMLElement))
      scene.hidden = scene.dataset['scene'] !== current;
    for (const people of parts(this, '[data-people]', HTMLDetailsElement))
      people.open = current === this.#plan.start;
    const thread = part(this, '[data-path]', HTMLElement);
    // The summary at the end lists the same steps.
    thread.hidden = path.length === 0 || end;
    part(thread, 'ol', HTMLOListElement).replaceChildren(...path.map((step, n) => this.#threadItem(step, n)));
    const standing = part(this, '[data-standing]', HTMLElement);
    standing.hidden = !fromStart || end;
    const sums = sumEffects(this.#plan, this.#walk);
    part(standing, 'ul', HTMLUListElement).replaceChildren(...totalItems(this.#tell, sums));
    this.#action('back').hidden = path.length === 0;
    this.#action('restart').hidden = current === this.#plan.start;
    this.querySelector('[data-summary]')?.remove();
    if (end) this.#scene(current)?.append(this.#summary());
  }

  #threadItem({ scene, choice }: Pick<Step, 'scene' | 'choice'>, n: number): HTMLElement {
    const back = create('button', { type: 'button', class: 'thread-step' }, this.#wordsOf(scene, choice));
    back.addEventListener('click', () => this.#go(goBackTo(this.#walk, n)));
    return create('li', {}, back);
  }

  #summary(): HTMLElement {
    return summaryOf(this.#plan, this.#walk, this.#endsText(), {
      say: this.#tell,
      wordsOf: ({ scene, choice }) => this.#wordsOf(scene, choice),
      reasonOf: ({ scene, choice }) => this.#reasonOf(scene, choice),
      goBackTo: (n) => this.#go(goBackTo(this.#walk, n)),
      print: () => printAlone(this),
    });
  }

  #makeButton(link: HTMLAnchorElement): void {
    const choice = link.dataset['choice'] ?? '';
    const text = (link.textContent ?? '').trim();
    const button = create('button', { type: 'button', class: 'choice', 'data-choice': choice }, text);
    button.addEventListener('click', () => this.#take(choice));
    link.replaceWith(button);
  }

  #wordsOf(scene: string, choice: string): string {
    const button = this.#scene(scene)?.querySelector(`[data-choice="${choice}"]`);
    return button?.textContent ?? '';
  }

  #reasonOf(scene: string, choice: string): Node[] {
    const why = this.#scene(scene)?.querySelector(`[data-why="${choice}"]`);
    return parts(why ?? document.createElement('p'), 'p', HTMLElement).map((text) => text.cloneNode(true));
  }

  #endsText(): string {
    const total = this.querySelectorAll('[data-end]').length;
    const { ends } = this.#walk;
    return ends.length > 0 ? this.#tell('dilemma.endsFound', { n: ends.length, total }) : '';
  }

  #say(text: string): void {
    const status = part(this, '[data-status]', HTMLElement);
    status.removeAttribute('aria-live');
    status.textContent = text;
  }

  get #pathKey(): `path/${string}` {
    return `path/${this.dataset['id'] ?? ''}`;
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
