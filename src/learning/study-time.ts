/**
 * Time spent studying, told from looks at a clock: when the learner did something, every few seconds, and when the
 * page is hidden or shown. Times are monotonic milliseconds; the clock is the caller's.
 */
export interface StudyTime {
  /** The last look. */
  readonly at: number;
  /** When the learner last did something. */
  readonly active: number;
  /** Whether the time from `at` on may count: the page is seen, and no other page of this device is being studied. */
  readonly counting: boolean;
  readonly milliseconds: number;
}

/** What a look finds. */
export interface Look {
  readonly now: number;
  readonly visible: boolean;
  /** Whether this page is still the one being studied (see study-turn.ts). */
  readonly mine: boolean;
}

/** How often somebody has to look; a longer gap is a sleeping device or a clock that jumped, and counts no more. */
export const LOOK_EVERY_MS = 10_000;
/** Reading without touching anything counts this long. */
export const ACTIVE_FOR_MS = 60_000;

/** Opening the page is a thing done. */
export function beginStudy({ now, visible, mine }: Look): StudyTime {
  return { at: now, active: now, counting: visible && mine, milliseconds: 0 };
}

/**
 * Counts the stretch since the last look: never negative, never more than has passed nor more than `LOOK_EVERY_MS`.
 * A stretch whose turn went to another page is that page's, all of it: two pages never count the same time.
 */
export function lookAt(study: StudyTime, { now, visible, mine }: Look): StudyTime {
  const until = Math.min(now, study.at + LOOK_EVERY_MS, study.active + ACTIVE_FOR_MS);
  const counted = study.counting && mine ? Math.max(0, until - study.at) : 0;
  return {
    ...study,
    at: now,
    counting: visible && mine,
    milliseconds: study.milliseconds + counted,
  };
}

/** The learner did something, which makes it this page's turn: look with `mine` as it was before. */
export function actAt(study: StudyTime, look: Look): StudyTime {
  return { ...lookAt(study, look), active: look.now, counting: look.visible };
}

/** Takes out the whole seconds to be stored. */
export function takeSeconds(study: StudyTime): { readonly seconds: number; readonly rest: StudyTime } {
  const seconds = Math.floor(study.milliseconds / 1000);
  return { seconds, rest: { ...study, milliseconds: study.milliseconds - seconds * 1000 } };
}
