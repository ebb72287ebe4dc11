import { SAVE, SAVED, type SaveDetail } from '../../src/components/session/events.ts';
import { showNotice } from '../../src/components/session/notices-view.ts';
import { staysOnDevice } from '../../src/learning/snapshot.ts';

/** A tiny file every package carries. What an LMS answers to a commit says nothing about the network. */
const PROBE = 'assets/online.txt';
const OUTAGE_AFTER_MS = 4000;
const TRY_AGAIN_MS = 5000;

/** After each save asks whether the network is there; during an outage says so, and sends again when it is over. */
export function watchConnection(): void {
  // From a file there is no network to lose.
  if (location.protocol === 'file:') return;
  let probing = false;
  let forLms = false;
  document.addEventListener(SAVE, (event) => {
    if (event instanceof CustomEvent && isForLms(event.detail as SaveDetail)) forLms = true;
  });
  document.addEventListener(SAVED, (event) => {
    const adapter = event instanceof CustomEvent ? String(event.detail) : '';
    if (!adapter.startsWith('scorm') || !forLms || probing) return;
    probing = true;
    forLms = false;
    void untilOnline(event.target).then(() => {
      probing = false;
    });
  });
}

/** The time studied, which is saved every half minute, asks nothing of the network. */
function isForLms({ entries }: SaveDetail): boolean {
  return entries.some(({ key }) => !staysOnDevice(key));
}

async function untilOnline(session: EventTarget | null): Promise<void> {
  if (await isOnline()) return;
  showNotice('lms-offline', true);
  do {
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  } while (!(await isOnline()));
  if (session && 'resend' in session && typeof session.resend === 'function') await session.resend();
  showNotice('lms-offline', false);
}

async function isOnline(): Promise<boolean> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), OUTAGE_AFTER_MS);
  try {
    const answer = await fetch(PROBE, { cache: 'no-store', signal: limit.signal });
    return answer.ok;
  } catch {
    return false; // Refused, cut off or too slow: all the same to the learner.
  } finally {
    clearTimeout(timer);
  }
}
