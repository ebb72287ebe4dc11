import { SUCCESS } from '../learning/outcome.ts';
import type { Entry, EntryKey, EntryValue } from './port.ts';

/** Checks what comes back from a store: anybody may have written there. Own properties only, no prototypes needed. */

const KEY =
  /^(?:(?:seen|answer|dilemma|rating|path)\/[a-z][a-z0-9-]*|note\/[a-z][a-z0-9-]*\/[a-z0-9]+|time\/[a-z0-9]+|(?:test|result)\/(?:pre|post)|place|outcome|completed)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function isEntryKey(key: string): key is EntryKey {
  return KEY.test(key);
}

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isCount: Check = (value) => isWhole(value) && value >= 0 && value <= 9;
const isScore: Check = (value) => value === null || (isNumber(value) && value >= 0 && value <= 100);
const isCredit: Check = (value) => value === undefined || (isWhole(value) && value > 0 && value < 100);
const isDay: Check = (value) => isText(value) && DAY.test(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

/** What the value under each kind of key consists of. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  answer: { options: listOf(isText), correct: isFlag, tries: isCount, credit: isCredit },
  dilemma: { scene: isText, ends: listOf(isText) },
  test: { seed: isWhole, count: isCount, open: isFlag, best: isScore, last: isScore },
  result: { seed: isWhole, right: listOf(isNumber), wrong: listOf(isNumber) },
  note: { text: isText, on: isDay },
  rating: { option: isText },
  path: { choices: listOf(isText) },
  time: { seconds: (value) => isWhole(value) && value >= 0 },
  completed: { on: isDay },
  place: { lesson: isText, anchor: (value) => value === undefined || isText(value) },
  outcome: {
    completion: oneOf('incomplete', 'completed'),
    success: oneOf(...SUCCESS),
    score: isScore,
  },
};

export function isEntryValue(key: EntryKey, value: unknown): value is EntryValue {
  if (key.startsWith('seen/')) return value === true;
  if (typeof value !== 'object' || value === null) return false;
  const shape = SHAPES[key.replace(/\/.*/, '')] ?? {};
  return Object.entries(shape).every(([name, check]) => check(Reflect.get(value, name)));
}

/** An entry as a store keeps it apart from its key: `{ v, r, d }`; undefined if it is not one. */
export function entryFrom(key: EntryKey, stored: unknown): Entry | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { v: value, r: revision, d: device } = stored as Readonly<Record<string, unknown>>;
  if (!isWhole(revision) || revision < 1 || !isText(device)) return undefined;
  return isEntryValue(key, value) ? { key, value, revision, device } : undefined;
}
