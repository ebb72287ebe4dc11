import { canonicalJson, mergeSnapshots } from '../../learning/merge.ts';
import type { Entry, EntryKey, Snapshot } from '../../learning/snapshot.ts';
import { entryFrom, isEntryKey } from '../guard.ts';
import { checksum } from '../packing.ts';

/**
 * A learner's record as a file to keep or to take to another device. Text (JSON, UTF-8):
 *
 *     { "format": "school-of-governance-record", "version": 1, "checksum": "Ab3-_9",
 *       "modules": { "integrity": { "seen/first-lesson": { "v": true, "r": 1, "d": "k3x9" } } } }
 *
 * An entry is its value, revision and device, as in the browser's storage. The checksum (`checksum` of packing.ts) is
 * over the canonical JSON of `modules`: it notices damage, not malice. Nothing in the file says who the learner is,
 * unless the learner wrote it into a note.
 */
export const FILE_FORMAT = 'school-of-governance-record';
export const FILE_VERSION = 1;
/** Several times what a browser stores for a site. */
export const FILE_MAX_BYTES = 16 * 1024 * 1024;

/** Snapshots by module. */
export type Records = ReadonlyMap<string, Snapshot>;

/** Why a file is not taken; the words are `file.refused.<reason>` in src/i18n. */
export const FILE_REFUSALS = ['too-big', 'unreadable', 'foreign', 'newer', 'damaged'] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

export type ReadFile =
  | { readonly ok: true; readonly records: Records }
  | { readonly ok: false; readonly reason: FileRefusal };

/** Of a module in this project; also of one that this release does not have. */
export const MODULE_ID = /^[a-z][a-z0-9-]{0,99}$/;
const DEVICE = /^[a-z0-9]{1,16}$/;
const KEY_CHARS = 300;
/** Far more than anybody reaches; counting on from here stays exact. */
const COUNT_MAX = 2 ** 50;

export function writeRecordFile(records: Records): string {
  const modules = Object.fromEntries(
    Array.from(records, ([module, snapshot]) => [module, Object.fromEntries(storedEntries(snapshot))]),
  );
  const sum = checksum(canonicalJson(modules));
  return JSON.stringify({ format: FILE_FORMAT, version: FILE_VERSION, checksum: sum, modules }, null, 1);
}

/** Reads what `writeRecordFile` wrote, whole or not at all. Never throws. */
export function readRecordFile(text: string): ReadFile {
  if (text.length > FILE_MAX_BYTES) return refused('too-big');
  try {
    return read(text);
  } catch {
    // Not JSON, or nested deeper than a record can be: ours if it begins like ours.
    return refused(text.slice(0, 200).includes(FILE_FORMAT) ? 'damaged' : 'foreign');
  }
}

function read(text: string): ReadFile {
  const found: unknown = JSON.parse(text);
  if (!isObject(found) || own(found, 'format') !== FILE_FORMAT) return refused('foreign');
  const version = own(found, 'version');
  if (typeof version === 'number' && version > FILE_VERSION) return refused('newer');
  const modules = own(found, 'modules');
  if (version !== FILE_VERSION || !isObject(modules)) return refused('damaged');
  if (own(found, 'checksum') !== checksum(canonicalJson(modules))) return refused('damaged');
  const records = new Map<string, Snapshot>();
  for (const [module, stored] of Object.entries(modules)) {
    const snapshot = MODULE_ID.test(module) && isObject(stored) ? snapshotFrom(stored) : undefined;
    if (!snapshot) return refused('damaged');
    records.set(module, snapshot);
  }
  return { ok: true, records };
}

/** Undefined as soon as one entry is not one. */
function snapshotFrom(stored: object): Snapshot | undefined {
  const snapshot = new Map<EntryKey, Entry>();
  for (const [key, kept] of Object.entries(stored)) {
    const entry = fileEntry(key, kept);
    if (!entry) return undefined;
    snapshot.set(entry.key, entry);
  }
  return snapshot;
}

/**
 * An entry that a file may hold: `{ v, r, d }` under its key. Refuses also what no honest record holds and what would
 * break the counting after it.
 */
export function fileEntry(key: string, stored: unknown): Entry | undefined {
  const entry = key.length <= KEY_CHARS && isEntryKey(key) ? entryFrom(key, stored) : undefined;
  return entry && isPlausible(entry) ? entry : undefined;
}

function isPlausible({ value, revision, device }: Entry): boolean {
  const seconds = typeof value === 'object' && 'seconds' in value ? value.seconds : 0;
  return revision <= COUNT_MAX && seconds <= COUNT_MAX && DEVICE.test(device);
}

/** What both hold together; commutative, associative and idempotent, as `mergeSnapshots` is. */
export function mergeRecords(a: Records, b: Records): Map<string, Snapshot> {
  const merged = new Map(a);
  for (const [module, snapshot] of b) {
    const mine = merged.get(module);
    merged.set(module, mine ? mergeSnapshots(mine, snapshot) : snapshot);
  }
  return merged;
}

function* storedEntries(snapshot: Snapshot): Iterable<[string, object]> {
  for (const [key, { value: v, revision: r, device: d }] of snapshot) yield [key, { v, r, d }];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own properties only: a file may name `__proto__`. */
function own(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function refused(reason: FileRefusal): ReadFile {
  return { ok: false, reason };
}
