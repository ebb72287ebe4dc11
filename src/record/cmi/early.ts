import { peek } from '../peek.ts';
import { API_NAMES, findApi, isRefusal, type Standard } from './find-api.ts';

/** What the first script of a package leaves for the adapter, as `window.__sogApi`. */
export interface EarlyHandle {
  readonly standard: Standard;
  readonly api: object | undefined;
  readonly initialized: boolean;
  /** `performance.now()` when Initialize returned. */
  readonly startedAt: number;
}
export const EARLY_NAME = '__sogApi';

/**
 * Initialize before fonts and images load: an LMS gives a SCO 20 seconds by default. Nothing is written here: a SCO
 * whose adapter never loads must not end with a status (Moodle turns "not attempted" into "completed" at Finish).
 */
export function startEarly(win: object, standard: Standard, now: () => number): void {
  const api = findApi(win, standard);
  const initialize = api && peek(api, API_NAMES[standard].initialize);
  let initialized = false;
  try {
    if (api && typeof initialize === 'function')
      initialized = !isRefusal(Reflect.apply(initialize, api, ['']));
  } catch {
    // The adapter tries again and tells the learner.
  }
  const handle: EarlyHandle = { standard, api, initialized, startedAt: now() };
  Reflect.set(win, EARLY_NAME, handle);
}

/** The handle of an early start for this standard, if there was one. */
export function earlyHandle(win: object, standard: Standard): EarlyHandle | undefined {
  const found = peek(win, EARLY_NAME);
  if (typeof found !== 'object' || found === null || peek(found, 'standard') !== standard) return undefined;
  return found as EarlyHandle;
}
