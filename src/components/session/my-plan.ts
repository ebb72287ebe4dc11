import { valuesOf } from '../../learning/snapshot.ts';
import { openBrowserRecord } from '../../record/open-browser.ts';
import { NOTED, type NoteChange } from '../notes/field.ts';
import type { PlanData } from '../notes/plan-data.ts';
import { type PlanModule, showPlan } from '../notes/plan-view.ts';
import { type NoteStore, sessionNotes } from '../notes/store.ts';
import { noteWords, type Say } from '../notes/words.ts';
import { dataIn, define } from '../site/dom.ts';
import { READY } from './events.ts';
import { hasRecord } from './has-record.ts';

/**
 * `<sog-plan>`: what a learner wrote, in all modules. On its page of the site it opens their records itself; in a
 * package it shows the session's.
 */
class SogPlan extends HTMLElement {
  connectedCallback(): void {
    if (this.closest('sog-session')) this.#inPackage();
    else void this.#onSite();
  }

  /** Called once the record of the session is open. */
  restore(): void {
    const store = sessionNotes(this);
    const [module] = this.#data.modules;
    if (store && module) void noteWords().then((say) => showPlan(this, [{ module, store }], say));
  }

  #inPackage(): void {
    this.dataset['key'] = 'place';
    this.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
    document.addEventListener(NOTED, (event) => {
      const by = event instanceof CustomEvent ? (event.detail as NoteChange).by : this;
      if (!this.contains(by)) this.restore();
    });
  }

  async #onSite(): Promise<void> {
    const say: Say = await noteWords();
    const begun = this.#data.modules.filter(({ id }) => hasRecord(id));
    const modules = await Promise.all(
      begun.map(async (module): Promise<PlanModule> => ({ module, store: await openNotes(module.id) })),
    );
    showPlan(this, modules, say);
  }

  get #data(): PlanData {
    return dataIn<PlanData>(this, 'script[data-plan-data]');
  }
}

async function openNotes(module: string): Promise<NoteStore> {
  const { record, snapshot } = await openBrowserRecord({ module, win: window });
  const values = valuesOf(snapshot);
  return {
    values: () => values,
    device: record.device,
    keeps: record.keepsOnDevice,
    inLms: false,
    put: (key, value, done) => {
      values.set(key, value);
      void record.put({ entries: [{ key, value }] }).then(done);
    },
    whenLeaving: (run) => window.addEventListener('pagehide', run),
  };
}

define('sog-plan', SogPlan);
