import { createBrowserRecord } from './adapters/browser.ts';
import { createMemoryRecord } from './adapters/memory.ts';
import { browserClock, browserIds, browserStorage, browserTimer, type RecordWindow } from './environment.ts';
import type { IdTable, Renames } from './id-table.ts';
import type { Clock, IdSource, LearningRecord, Snapshot, Timer } from './port.ts';

export type RecordKind = LearningRecord['adapter'];

/** What the learner has to be told about the record that could be opened. */
export type RecordNotice = 'no-lms' | 'lms-review' | 'storage-blocked' | 'storage-damaged';

export interface OpenedRecord {
  readonly record: LearningRecord;
  readonly snapshot: Snapshot;
  readonly notices: readonly RecordNotice[];
}

export interface OpenOptions {
  readonly kind: RecordKind;
  readonly module: string;
  /** Numbers and letters of the module's ids; an LMS record cannot do without, a browser record takes its renames. */
  readonly table?: IdTable;
  readonly renamed?: Renames;
  /** The window: its localStorage, clock and timers are used, and the search for an LMS starts there. */
  readonly win: RecordWindow;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly timer?: Timer;
  /** Makes the LMS record of this kind; passed in, so that a page of the site carries no SCORM code. */
  readonly lms?: LmsFactory;
}

export type LmsFactory = (tools: {
  readonly table: IdTable;
  readonly win: object;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly timer: Timer;
}) => LearningRecord;

/**
 * Opens the record of a kind, or the next one that works: an LMS's, else the browser's, else one in memory. Always
 * gives a record; what had to be given up is in the notices. The first attempt runs before the first await.
 */
export async function openRecord(options: OpenOptions): Promise<OpenedRecord> {
  const notices: RecordNotice[] = [];
  const wantsLms = options.kind === 'scorm12' || options.kind === 'scorm2004';
  const attempts = [
    ...(wantsLms ? [{ make: () => lmsRecord(options), otherwise: 'no-lms' as const }] : []),
    ...(options.kind === 'memory'
      ? []
      : [{ make: () => browserRecord(options), otherwise: 'storage-blocked' as const }]),
  ];
  for (const { make, otherwise } of attempts) {
    const record = make();
    const opened = await record?.open();
    if (record && opened?.ok)
      return { record, snapshot: opened.value, notices: [...notices, ...noticesOf(record)] };
    notices.push(otherwise);
  }
  const record = createMemoryRecord({ ids: options.ids ?? browserIds(options.win) });
  const opened = await record.open();
  return { record, snapshot: opened.ok ? opened.value : new Map(), notices };
}

function noticesOf(record: LearningRecord): RecordNotice[] {
  const damaged = record.problems.some(({ kind }) => kind === 'damaged');
  return [
    ...(damaged ? ['storage-damaged' as const] : []),
    ...(record.writable ? [] : ['lms-review' as const]),
  ];
}

function lmsRecord({ lms, table, win, clock, ids, timer }: OpenOptions): LearningRecord | undefined {
  if (!lms || !table) return undefined;
  return lms({
    table,
    win,
    clock: clock ?? browserClock(win),
    ids: ids ?? browserIds(win),
    timer: timer ?? browserTimer(win),
  });
}

function browserRecord({ module, win, ids, table, renamed }: OpenOptions): LearningRecord | undefined {
  const storage = browserStorage(win);
  if (!storage) return undefined;
  const names = renamed ?? table?.renamed;
  return createBrowserRecord({
    module,
    storage,
    ids: ids ?? browserIds(win, storage),
    ...(names && { renamed: names }),
  });
}
