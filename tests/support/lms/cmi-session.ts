import type { CmiOptions } from '../../../src/record/adapters/cmi-record.ts';
import { createScorm12Record, type FinalStatus } from '../../../src/record/adapters/scorm12.ts';
import { createScorm2004Record } from '../../../src/record/adapters/scorm2004.ts';
import type { Standard } from '../../../src/record/cmi/find-api.ts';
import type { IdTable } from '../../../src/record/id-table.ts';
import type { LearningRecord, Snapshot } from '../../../src/record/port.ts';
import { countingIds, type FakeTime, fakeTime, TABLE } from '../record.ts';
import type { Launch, StrictLms } from './strict-lms.ts';

/** One launch of a package on a strict LMS, its record opened. */
export interface CmiLaunch extends Launch {
  readonly record: LearningRecord;
  readonly snapshot: Snapshot;
  readonly time: FakeTime;
  /** Calls made since the last look, as `Name element=value`. */
  since(): string[];
}

export interface LaunchOptions {
  readonly table?: IdTable;
  readonly finalStatus?: FinalStatus;
  /** Puts something before the window the adapter looks at. */
  readonly prepare?: (win: object) => void;
}

export function recordFor(
  standard: Standard,
  options: CmiOptions,
  finalStatus?: FinalStatus,
): LearningRecord {
  if (standard === 'scorm2004') return createScorm2004Record(options);
  return createScorm12Record({ ...options, ...(finalStatus && { finalStatus }) });
}

export async function launchPackage(
  standard: Standard,
  lms: StrictLms,
  { table = TABLE, finalStatus, prepare }: LaunchOptions = {},
): Promise<CmiLaunch> {
  const launch = lms.launch();
  prepare?.(launch.win);
  const time = fakeTime();
  const record = recordFor(standard, { table, win: launch.win, ids: countingIds(), ...time }, finalStatus);
  const opened = await record.open();
  if (!opened.ok) throw new Error(opened.fault.detail);
  let looked = 0;
  const since = () => {
    const calls = launch.calls.slice(looked);
    looked = launch.calls.length;
    return calls.map(([name, element, value]) => {
      return value === undefined ? `${name} ${element}` : `${name} ${element}=${value}`;
    });
  };
  return { ...launch, record, snapshot: opened.value, time, since };
}
