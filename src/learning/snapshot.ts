import type {
  CompletedState,
  DilemmaState,
  NoteState,
  Outcome,
  PathState,
  PlaceState,
  RatingState,
  ResponseState,
  TestForm,
  TestState,
  TimeState,
} from './types.ts';

/** Keys of a snapshot, and the shape of the value under each. */
export interface EntryValues {
  [key: `seen/${string}`]: true;
  [key: `answer/${string}`]: ResponseState;
  [key: `dilemma/${string}`]: DilemmaState;
  [key: `test/${string}`]: TestState;
  [key: `note/${string}`]: NoteState;
  [key: `rating/${string}`]: RatingState;
  [key: `path/${string}`]: PathState;
  [key: `time/${string}`]: TimeState;
  place: PlaceState;
  outcome: Outcome;
  completed: CompletedState;
}
export type EntryKey =
  | `seen/${string}`
  | `answer/${string}`
  | `dilemma/${string}`
  | `test/${TestForm}`
  | NoteKey
  | `rating/${string}`
  | `path/${string}`
  | `time/${string}`
  | 'place'
  | 'outcome'
  | 'completed';
/** A note has one entry a device, `note/<id>/<device>`: merging two devices' records loses no text. */
export type NoteKey = `note/${string}/${string}`;
export type EntryValue =
  | true
  | ResponseState
  | DilemmaState
  | TestState
  | PlaceState
  | Outcome
  | NoteState
  | RatingState
  | PathState
  | TimeState
  | CompletedState;

/**
 * What stays on the device even inside an LMS, which is often the employer's: free text, attitudes, and the path of a
 * dilemma; time and day of completion, of which an LMS has its own.
 */
export function staysOnDevice(key: EntryKey): boolean {
  return /^(?:note|rating|path|time|completed)\b/.test(key);
}

/** One fact about the learner. Merging two snapshots is per key by revision, then device, then value. */
export interface Entry {
  readonly key: EntryKey;
  readonly value: EntryValue;
  /** Counts the changes of this key, from 1. */
  readonly revision: number;
  /** Short random ASCII name of the device that wrote it. */
  readonly device: string;
}

/** The restorable state of one learner in one module. */
export type Snapshot = ReadonlyMap<EntryKey, Entry>;

/** A snapshot without its bookkeeping: what the rules read. */
export type Values = ReadonlyMap<EntryKey, EntryValue>;

export function valuesOf(snapshot: Snapshot): Map<EntryKey, EntryValue> {
  const values = new Map<EntryKey, EntryValue>();
  for (const [key, entry] of snapshot) values.set(key, entry.value);
  return values;
}

/** The value under a key; stores check on reading that each value has the shape of its key. */
export function valueAt<K extends EntryKey>(values: Values, key: K): EntryValues[K] | undefined {
  return values.get(key) as EntryValues[K] | undefined;
}
