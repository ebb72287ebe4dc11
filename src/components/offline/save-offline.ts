import type { FailureKind } from '../../offline/failure.ts';
import { failureOf } from '../../offline/failure.ts';
import { fetchManifest } from '../../offline/fetch-offers.ts';
import { tellWorker } from '../../offline/messages.ts';
import { saveUnit } from '../../offline/save.ts';
import { letGo } from '../../offline/shelf.ts';
import type { Unit } from '../../offline/unit.ts';
import { define, part } from '../site/dom.ts';
import { askToKeep, browserSaving, canSave, startWorker } from './browser-saving.ts';
import { forgetOffers, look } from './look.ts';
import { type Action, buttonsOf, questionView, savingView, told, type View, viewOf } from './view.ts';

/** Fired on the document when what is saved has changed. */
const CHANGED = 'sog:offline-changed';

/**
 * One unit's control. The focus stays in it: on the button that follows the one pressed, or on what is told. Nothing is
 * told before somebody presses a button.
 */
class SogOffline extends HTMLElement {
  #running: AbortController | undefined;
  #asking = false;

  connectedCallback(): void {
    this.hidden = false;
    if (!canSave()) {
      this.#show({ state: told('offline.unsupported'), buttons: [] });
      return;
    }
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-action]') : null;
      if (button instanceof HTMLElement) void this.#act(button.dataset['action'] as Action);
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#asking) void this.#act('keep');
    });
    // Another control, another tab, or the network may have changed it.
    for (const [target, name] of [
      [document, CHANGED],
      [window, 'online'],
      [window, 'pageshow'],
    ] as const)
      target.addEventListener(name, () => void this.#refresh());
    void this.#refresh();
  }

  get #unit(): Unit {
    return { module: this.dataset['module'] ?? '', lang: this.dataset['lang'] === 'en' ? 'en' : 'km' };
  }

  async #refresh(): Promise<void> {
    if (this.#running || this.#asking) return;
    const found = await look(browserSaving(), this.#unit).catch((error: unknown) => failureOf(error).kind);
    if (this.#running || this.#asking) return;
    if (typeof found === 'string') this.#show({ state: told(`offline.failed.${found}`), buttons: [] });
    else {
      this.dataset['kind'] = found.kind;
      this.#show(viewOf(found));
    }
  }

  async #act(action: Action): Promise<void> {
    this.#asking = action === 'ask';
    if (action === 'stop') this.#running?.abort();
    else this.#tell('');
    if (action === 'save') await this.#save();
    if (action === 'ask') this.#show(questionView(), '[data-action="keep"]');
    if (action === 'keep') {
      await this.#refresh();
      this.querySelector<HTMLElement>('[data-action="ask"]')?.focus();
    }
    if (action === 'remove') await this.#remove();
  }

  async #save(): Promise<void> {
    if (this.#running) return;
    this.#running = new AbortController();
    const { signal } = this.#running;
    const bar = part(this, 'progress', HTMLProgressElement);
    bar.value = 0;
    bar.hidden = false;
    this.#show(savingView(), '[data-action="stop"]');
    const failed = await this.#saveNow(signal, (done) => {
      bar.value = done;
    });
    this.#running = undefined;
    bar.hidden = true;
    if (failed === 'changed') forgetOffers();
    await this.#finish(failed ? told(`offline.failed.${failed}`) : told('offline.told.saved'));
    // A browser that cannot be asked keeps what it keeps; the page says that it may not.
    if (!failed) await askToKeep().catch((error: unknown) => console.info(error));
  }

  async #saveNow(signal: AbortSignal, onShare: (share: number) => void): Promise<FailureKind | undefined> {
    const at = browserSaving();
    try {
      await startWorker().catch((error: unknown) => {
        throw failureOf(error, navigator.onLine === false ? 'offline' : 'blocked');
      });
      const manifest = await fetchManifest(at.fetch, at.base, this.#unit);
      await saveUnit(at, manifest, { signal, onProgress: ({ done, total }) => onShare(done / total) });
      return undefined;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'failed') console.error(error);
      return kind;
    }
  }

  async #remove(): Promise<void> {
    const failed = await letGo(browserSaving(), this.#unit).then(
      () => undefined,
      (error: unknown) => failureOf(error).kind,
    );
    await this.#finish(failed ? told(`offline.failed.${failed}`) : told('offline.told.removed'));
  }

  /** Shows how things stand now and says what came of it. */
  async #finish(text: string): Promise<void> {
    const held = this.contains(document.activeElement);
    tellWorker('changed', browserSaving().base, navigator.serviceWorker);
    await this.#refresh();
    this.#tell(text);
    if (held) part(this, '[data-told]', HTMLElement).focus();
    document.dispatchEvent(new CustomEvent(CHANGED));
  }

  #tell(text: string): void {
    part(this, '[data-told]', HTMLElement).textContent = text;
  }

  #show(view: View, focus?: string): void {
    const state = part(this, '[data-state]', HTMLElement);
    if (state.textContent !== view.state) state.textContent = view.state;
    const actions = part(this, '[data-actions]', HTMLElement);
    // Shown again after a change elsewhere, the same buttons stay, and so does the focus on them.
    const same = view.buttons.map(({ action, text }) => `${action} ${text}`).join('\n');
    if (actions.dataset['shown'] !== same) actions.replaceChildren(...buttonsOf(view));
    actions.dataset['shown'] = same;
    if (focus) part(this, focus, HTMLElement).focus();
  }
}

define('sog-offline', SogOffline);
