import type { LaunchOptions, ListedPackage, LmsHandle, StoredRecord } from '../protocol.ts';
import { DEFAULT_LEARNER } from '../protocol.ts';
import { eraseRecord, keepOnServer, loadRecord } from './keep.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';

const API_NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' } as const;

interface Running {
  readonly frame: HTMLIFrameElement | undefined;
  readonly popup: Window | undefined;
}

/**
 * The LMS of this page. `place` receives the frame of a running SCO; `changed` is called after every call of a SCO and
 * every change of what runs or is kept.
 */
export function makeLms(
  packages: readonly ListedPackage[],
  place: HTMLElement,
  changed: () => void,
): LmsHandle {
  let session: Session | undefined;
  let running: Running | undefined;
  let store: StoredRecord | null = null;

  const close = async (): Promise<void> => {
    const { frame, popup } = running ?? {};
    // Moving on, unlike removing, lets the document run its last handlers in every browser.
    if (frame) {
      const gone = loaded(frame);
      frame.contentWindow?.location.replace('about:blank');
      await gone;
      frame.remove();
    }
    if (popup && !popup.closed) {
      popup.close();
      await until(() => popup.closed);
    }
    running = undefined;
    for (const name of Object.values(API_NAMES)) Reflect.deleteProperty(window, name);
    changed();
  };

  const launch = async (file: string, options: LaunchOptions = {}): Promise<void> => {
    await close();
    const found = packages.find((listed) => listed.file === file);
    if (!found) throw new Error(`no package ${file}`);
    const { learner = DEFAULT_LEARNER, mime = 'normal', where = 'frame' } = options;
    store = await loadRecord(file, learner);
    const keep = (record: StoredRecord): boolean => {
      const kept = keepOnServer(file, learner, record);
      if (kept) store = record;
      return kept;
    };
    session = openSession({ ...options, standard: found.standard, learner, stored: store, keep, changed });
    Reflect.set(window, API_NAMES[found.standard], session.api);
    running =
      where === 'popup' ? await openPopup(found.launch[mime]) : await openFrame(place, found.launch[mime]);
    changed();
  };

  return {
    packages,
    get calls() {
      return session?.calls ?? [];
    },
    get store() {
      return store;
    },
    get sco() {
      return running?.frame?.contentWindow ?? running?.popup ?? null;
    },
    launch,
    close,
    load: (file, learner = DEFAULT_LEARNER) => loadRecord(file, learner),
    erase: async (file, learner = DEFAULT_LEARNER) => {
      await eraseRecord(file, learner);
      store = null;
      changed();
    },
  };
}

async function openFrame(place: HTMLElement, url: string): Promise<Running> {
  const frame = document.createElement('iframe');
  frame.title = 'Running package';
  frame.id = 'sco';
  const ready = loaded(frame);
  frame.src = url;
  place.append(frame);
  await ready;
  return { frame, popup: undefined };
}

async function openPopup(url: string): Promise<Running> {
  const popup = window.open(url, 'sco', 'width=1000,height=700');
  if (!popup) throw new Error('the browser blocked the pop-up');
  await until(() => popup.document.readyState === 'complete' && popup.location.href !== 'about:blank');
  return { frame: undefined, popup };
}

const loaded = (frame: HTMLIFrameElement): Promise<void> =>
  new Promise((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));

async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 20));
}
