import type { Entry, EntryKey, EntryValue } from './port.ts';

/** Checks what comes back from a store: anybody may have written there. Own properties only, no prototypes needed. */

const KEY =
  /^(?:(?:seen|answer|dilemma|rating|path)\/[a-z][a-z0-9-]*|note\/[a-z][a-z0-9-]*\/[a-z0-9]+|time\/[a-z0-9]+|test\/(?:pre|post)|place|outcome|completed)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function isEntryKey(key: string): key is EntryKey {
  return KEY.test(key);
}

export function isEntryValue(key: EntryKey, value: unknown): value is EntryValue {
  if (key.startsWith('seen/')) return value === true;
  if (typeof value !== 'object' || value === null) return false;
  const field = (name: string): unknown => Reflect.get(value, name);
  if (key.startsWith('answer/')) {
    return isIds(field('options')) && isBoolean(field('correct')) && isCount(field('tries'));
  }
  if (key.startsWith('dilemma/')) return typeof field('scene') === 'string' && isIds(field('ends'));
  if (key.startsWith('test/')) {
    const counted =
      isCount(field('count')) && Number.isSafeInteger(field('seed')) && isBoolean(field('open'));
    return counted && isScore(field('best')) && isScore(field('last'));
  }
  if (key.startsWith('note/')) return typeof field('text') === 'string' && isDay(field('on'));
  if (key.startsWith('rating/')) return typeof field('option') === 'string';
  if (key.startsWith('path/')) return isIds(field('choices'));
  if (key.startsWith('time/')) return isTime(field('seconds'));
  if (key === 'completed') return isDay(field('on'));
  if (key === 'place') return typeof field('lesson') === 'string' && isText(field('anchor'));
  const completion = field('completion');
  const success = field('success');
  return (
    (completion === 'incomplete' || completion === 'completed') &&
    (success === 'unknown' || success === 'failed' || success === 'passed') &&
    isScore(field('score'))
  );
}

/** An entry as a store keeps it apart from its key: `{ v, r, d }`; undefined if it is not one. */
export function entryFrom(key: EntryKey, stored: unknown): Entry | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const value: unknown = Reflect.get(stored, 'v');
  const revision: unknown = Reflect.get(stored, 'r');
  const device: unknown = Reflect.get(stored, 'd');
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 1) return undefined;
  if (typeof device !== 'string' || !isEntryValue(key, value)) return undefined;
  return { key, value, revision, device };
}

function isIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && DAY.test(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9;
}

function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isScore(value: unknown): boolean {
  return value === null || (typeof value === 'number' && value >= 0 && value <= 100);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
