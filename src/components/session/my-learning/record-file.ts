import { changesBy, type ModuleChange } from '../../../record/file/changes.ts';
import type { Written } from '../../../record/file/device-records.ts';
import {
  FILE_MAX_BYTES,
  type ReadFile,
  type Records,
  readRecordFile,
  writeRecordFile,
} from '../../../record/file/record-file.ts';
import { create, define, part } from '../../site/dom.ts';
import { downloadText } from '../../site/download.ts';
import { today } from '../today.ts';
import { changeLine } from './change-line.ts';
import { word } from './learning-data.ts';

/** Fired on `<sog-record-file>` after a file was taken in. */
export const TAKEN_IN = 'sog:taken-in';

/** Where the record is that goes into a file, and into which one comes. */
export interface RecordHolder {
  /** Undefined where the browser allows no record. */
  read(): Promise<Records | undefined>;
  /** What of a file has a place here. */
  fitting(records: Records): Records;
  write(changes: readonly ModuleChange[]): Promise<Written>;
}

/** Defines `<sog-record-file>`; the focus goes to the question, back to the choice, or to the result. */
export function defineRecordFile(holder: RecordHolder): void {
  class SogRecordFile extends HTMLElement {
    #changes: readonly ModuleChange[] = [];

    connectedCallback(): void {
      this.hidden = false;
      this.addEventListener('click', (event) => {
        const action =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
        if (action) void this.#act(action.dataset['action'] ?? '');
      });
      this.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !this.#question.hidden) void this.#act('leave');
      });
      this.#choice.addEventListener('change', () => void this.#chosen());
    }

    get #choice(): HTMLInputElement {
      return part(this, 'input[type="file"]', HTMLInputElement);
    }

    get #question(): HTMLElement {
      return part(this, '[data-question]', HTMLElement);
    }

    async #act(action: string): Promise<void> {
      if (action === 'save') await this.#save();
      if (action === 'take') await this.#take();
      if (action === 'leave') {
        this.#close();
        this.#say(word('file.left'));
        this.#choice.focus();
      }
    }

    async #save(): Promise<void> {
      const records = await holder.read();
      if (!records) return this.#say(word('file.failed.blocked'));
      if (records.size === 0) return this.#say(word('file.nothing'));
      const name = `sog-record-${today()}.json`;
      downloadText(name, writeRecordFile(records), 'application/json');
      this.#say(word('file.saved', { name }));
    }

    async #chosen(): Promise<void> {
      const file = this.#choice.files?.[0];
      this.#close();
      this.#say('');
      if (!file) return;
      const read = await readChosen(file);
      // The same file may be chosen again, after it was mended.
      this.#choice.value = '';
      if (!read.ok) return this.#result(word(`file.refused.${read.reason}`));
      const current = await holder.read();
      if (!current) return this.#result(word('file.failed.blocked'));
      this.#changes = changesBy(current, holder.fitting(read.records));
      if (this.#changes.length === 0) return this.#result(word('file.same'));
      part(this, '[data-changes]', HTMLElement).replaceChildren(
        ...this.#changes.map((change) => create('li', {}, changeLine(change))),
      );
      this.#question.hidden = false;
      part(this, '#record-file-question', HTMLElement).focus();
    }

    async #take(): Promise<void> {
      // What another page wrote since the question was asked counts too.
      const current = await holder.read();
      const changes = current ? changesBy(current, incoming(this.#changes)) : [];
      const written = current ? await holder.write(changes) : 'blocked';
      this.#close();
      this.#result(word(written === 'done' ? 'file.done' : `file.failed.${written}`));
      if (written === 'done') this.dispatchEvent(new CustomEvent(TAKEN_IN, { bubbles: true }));
    }

    #close(): void {
      this.#question.hidden = true;
    }

    #say(text: string): void {
      part(this, '[data-status]', HTMLElement).textContent = text;
    }

    #result(text: string): void {
      this.#say(text);
      part(this, '[data-status]', HTMLElement).focus();
    }
  }
  define('sog-record-file', SogRecordFile);
}

function incoming(changes: readonly ModuleChange[]): Records {
  return new Map(changes.map(({ module, after }) => [module, after]));
}

async function readChosen(file: File): Promise<ReadFile> {
  if (file.size > FILE_MAX_BYTES) return { ok: false, reason: 'too-big' };
  try {
    return readRecordFile(await file.text());
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}
