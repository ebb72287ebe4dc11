import { staysOnDevice } from '../learning/snapshot.ts';
import { createBrowserRecord } from './adapters/browser.ts';
import { createMemoryRecord } from './adapters/memory.ts';
import { browserIds, browserStorage } from './environment.ts';
import type { Batch, LearningRecord, RecordFault, Result, Snapshot } from './port.ts';
import { DONE, ok } from './result.ts';

/** Makes the part of a record that stays on the device, once the LMS has said whose it is. */
export type OwnPart = (learner: string) => LearningRecord;

/** In the browser's storage, apart for each module and learner; where that is blocked, as long as the page lasts. */
export function devicePart(module: string, win: object): OwnPart {
  return (learner) => {
    const storage = browserStorage(win);
    const ids = browserIds(win, storage);
    return storage
      ? createBrowserRecord({ module: `${module}@${learner}`, storage, ids })
      : createMemoryRecord({ ids });
  };
}

/**
 * A record in two places: `lms` has what an LMS may know, the other part what stays on the device (`staysOnDevice`).
 * A device that keeps nothing does not stop the LMS's part.
 */
export function withDevicePart(lms: LearningRecord, makeOwn: OwnPart): LearningRecord {
  let own: LearningRecord | undefined;
  let problems: readonly RecordFault[] = [];

  async function open(): Promise<Result<Snapshot>> {
    const opened = await lms.open();
    if (!opened.ok) return opened;
    own ??= makeOwn(lms.learner);
    const kept = await own.open();
    problems = [...lms.problems, ...own.problems, ...(kept.ok ? [] : [kept.fault])];
    const device = kept.ok ? Array.from(kept.value).filter(([key]) => staysOnDevice(key)) : [];
    return ok(new Map([...opened.value, ...device]));
  }

  return {
    adapter: lms.adapter,
    limits: lms.limits,
    get writable() {
      return lms.writable;
    },
    get device() {
      return own?.device ?? '';
    },
    get learner() {
      return lms.learner;
    },
    get keepsOnDevice() {
      return own?.keepsOnDevice ?? false;
    },
    get problems() {
      return problems;
    },
    open,
    // Both parts begin before the first await: in `pagehide` nothing runs after it.
    put: (batch) =>
      worse(isForLms(batch) ? lms.put(toLms(batch)) : Promise.resolve(DONE), own?.put(toDevice(batch))),
    flush: (how) => worse(lms.flush(how), own?.flush(how)),
    close: () => worse(lms.close(), own?.close()),
  };
}

/** What the LMS answered, unless it is well and the device is not. */
async function worse(lms: Promise<Result<void>>, own = Promise.resolve(DONE)): Promise<Result<void>> {
  const [told, kept] = [await lms, await own];
  return told.ok ? kept : told;
}

const toDevice = ({ entries }: Batch): Batch => ({
  entries: entries.filter(({ key }) => staysOnDevice(key)),
});

const toLms = (batch: Batch): Batch => ({
  ...batch,
  entries: batch.entries.filter(({ key }) => !staysOnDevice(key)),
});

/** What is written while somebody types is not the LMS's business: not even that something was written. */
const isForLms = ({ entries, responses, outcome }: Batch): boolean =>
  entries.some(({ key }) => !staysOnDevice(key)) || responses !== undefined || outcome !== undefined;
