import {
  actAt,
  beginStudy,
  LOOK_EVERY_MS,
  type Look,
  lookAt,
  takeSeconds,
} from '../../../learning/study-time.ts';
import { browserClock, browserIds, browserStorage } from '../../../record/environment.ts';
import type { LearningRecord } from '../../../record/port.ts';
import { recordName } from '../../../record/record-name.ts';
import { createStoredTime } from '../../../record/stored-time.ts';
import { createStudyTurn } from '../../../record/study-turn.ts';
import { save } from '../events.ts';
import { openSession, type SessionElement, whenOpen } from './open-session.ts';

const SAVE_EVERY_MS = 30_000;
/** What a learner does while studying; reading on without any of it counts for a minute. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'focusin'] as const;
/** Noting each of them would be for nothing. */
const SIGN_EVERY_MS = 5_000;

/**
 * Keeps the time studied in the session of this page (`time/<device>`). A killed page loses at most what came after
 * the last save, half a minute.
 */
export function keepTime(): void {
  whenOpen(() => {
    const session = openSession();
    if (session?.record?.writable) start(session, session.record);
  });
}

function start(session: SessionElement, record: LearningRecord): void {
  const storage = browserStorage(window);
  const clock = browserClock(window);
  const turn = createStudyTurn(storage, browserIds(window).device());
  const name = recordName(session.dataset['module'] ?? '', record);
  const time = createStoredTime(storage, name, record.device);
  const look = (): Look => ({ now: clock.monotonic(), visible: !document.hidden, mine: turn.mine() });
  turn.take();
  let study = beginStudy(look());
  let left = false;

  function store(): void {
    const { seconds, rest } = takeSeconds(study);
    if (seconds === 0) return;
    study = rest;
    const value = { seconds: time.seconds() + seconds };
    save(session, { entries: [{ key: `time/${record.device}`, value }] });
  }
  function act(): void {
    study = actAt(study, look());
    turn.take();
  }

  setInterval(() => {
    study = lookAt(study, look());
    if (study.milliseconds >= SAVE_EVERY_MS) store();
  }, LOOK_EVERY_MS);
  for (const sign of SIGNS) {
    document.addEventListener(
      sign,
      () => {
        if (!turn.mine() || clock.monotonic() - study.active > SIGN_EVERY_MS) act();
      },
      { capture: true, passive: true },
    );
  }
  document.addEventListener('visibilitychange', () => {
    // After `pagehide` nothing is written any more: the learner may just have erased everything.
    if (left) return;
    if (!document.hidden) return act();
    study = lookAt(study, look());
    store();
  });
  window.addEventListener('pagehide', () => {
    // The session's own listener came first and closed the record.
    const { seconds, rest } = takeSeconds(lookAt(study, look()));
    if (seconds > 0 && !left && time.add(seconds)) study = rest;
    left = true;
    turn.give();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    left = false;
    act();
  });
}
