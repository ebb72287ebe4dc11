import { parts } from '../../site/dom.ts';
import { READY, SAVED, save } from '../events.ts';
import { openSession, type SessionElement } from '../later/open-session.ts';
import { defineRecordFile } from './record-file.ts';

const moduleOf = (session: SessionElement | undefined) => session?.dataset['module'] ?? '';

/**
 * In a package a file holds its module. What comes in goes through the session: what stays on the device stays there,
 * the rest is saved with one commit, and the LMS is told an outcome that is better than its own.
 */
defineRecordFile({
  async read() {
    const session = openSession();
    const opened = await session?.record?.open();
    return opened?.ok ? new Map([[moduleOf(session), opened.value]]) : undefined;
  },
  fitting(records) {
    const module = moduleOf(openSession());
    return new Map(Array.from(records).filter(([id]) => id === module));
  },
  async write([change]) {
    const session = openSession();
    if (!session?.record?.writable) return 'blocked';
    if (!change) return 'done';
    const saved = new Promise((resolve) => session.addEventListener(SAVED, resolve, { once: true }));
    save(session, { entries: [...change.added, ...change.changed] });
    // A refused write is told by the session's own notice, and tried again.
    await saved;
    for (const element of parts(session, '[data-key]', HTMLElement)) {
      element.dispatchEvent(new CustomEvent(READY, { bubbles: true }));
    }
    return 'done';
  },
});
