import { peek } from '../peek.ts';

export type Standard = 'scorm12' | 'scorm2004';

/** Where each standard's API object hangs, and how it is greeted. SCORM 1.2 RTE 3.3.6.1, SCORM 2004 RTE 3.3.2. */
export const API_NAMES = {
  scorm12: { api: 'API', initialize: 'LMSInitialize' },
  scorm2004: { api: 'API_1484_11', initialize: 'Initialize' },
} as const satisfies Record<Standard, { api: string; initialize: string }>;

/** ADL's sample stops at 7 parents; some LMSs nest deeper, and a broken chain must still end. */
const MAX_DEPTH = 50;

/**
 * The API object of one standard: up the parents, then up the parents of whatever opened any of those windows.
 * The other standard's object is never touched (the SCORM 2004 conformance test ends there).
 */
export function findApi(win: object, standard: Standard): object | undefined {
  const seen: object[] = [];
  const queue: unknown[] = [win];
  while (queue.length > 0 && seen.length < MAX_DEPTH) {
    const next = queue.shift();
    if (!isObject(next) || seen.includes(next)) continue;
    seen.push(next);
    const api = peek(next, API_NAMES[standard].api);
    if (isObject(api) && typeof peek(api, API_NAMES[standard].initialize) === 'function') return api;
    queue.unshift(peek(next, 'parent'));
    queue.push(peek(next, 'opener'));
  }
  return undefined;
}

/** A window of a page that could hold an API: framed or opened by another. */
export function hasHost(win: object): boolean {
  return peek(win, 'parent') !== win || isObject(peek(win, 'opener'));
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** "false" in its spellings. Some LMSs answer undefined, "" or null to calls that worked, so only this is a no. */
export function isRefusal(answer: unknown): boolean {
  return /^(?:false|0)$/i.test(String(answer));
}
