import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { browserIds } from '../../../src/record/environment.ts';
import { openBrowserRecord } from '../../../src/record/open-browser.ts';
import { openScorm12Record } from '../../../src/record/open-scorm12.ts';
import { openScorm2004Record } from '../../../src/record/open-scorm2004.ts';
import { type FakeStorage, fakeStorage } from '../../support/fake-storage.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { fakeTime, TABLE } from '../../support/record.ts';

/** A top-level window, with a storage or one that throws on the very mention of it. */
function fakeWindow(storage: FakeStorage | 'forbidden', more: object = {}) {
  const time = fakeTime();
  const win = {
    performance: { now: () => time.clock.monotonic() },
    setTimeout: (run: () => void, milliseconds: number) => {
      time.timer(run, milliseconds);
      return 0;
    },
    clearTimeout: () => {},
    get localStorage() {
      if (storage === 'forbidden') throw new DOMException('denied', 'SecurityError');
      return storage;
    },
    parent: {},
    ...more,
  };
  if (!('API' in more || 'API_1484_11' in more)) win.parent = win;
  return win;
}
const SEEN = { entries: [{ key: 'seen/first-lesson' as const, value: true as const }] };
const open = { module: 'integrity', table: TABLE };

describe('opening a record', () => {
  it('in a browser uses its storage', async () => {
    const storage = fakeStorage();
    const { record, notices } = await openBrowserRecord({ ...open, win: fakeWindow(storage) });
    expect([record.adapter, notices]).toEqual(['browser', []]);
    await record.put(SEEN);
    const again = await openBrowserRecord({ ...open, win: fakeWindow(storage) });
    expect(again.snapshot.has('seen/first-lesson')).toBe(true);
    expect(again.snapshot.get('seen/first-lesson')?.device).toBe(storage.items.get('sog/1/device'));
  });

  it.each([
    ['is forbidden', () => 'forbidden' as const],
    ['throws on use', () => Object.assign(fakeStorage(), { trouble: 'blocked' as const })],
  ])('goes on in memory when the storage %s, and says so', async (_, storage) => {
    const { record, notices } = await openBrowserRecord({ ...open, win: fakeWindow(storage()) });
    expect([record.adapter, notices]).toEqual(['memory', ['storage-blocked']]);
    expect((await record.put(SEEN)).ok).toBe(true);
  });

  it('says that something was damaged', async () => {
    const storage = fakeStorage();
    storage.items.set('sog/1/integrity/place', '?');
    const { notices } = await openBrowserRecord({ ...open, win: fakeWindow(storage) });
    expect(notices).toEqual(['storage-damaged']);
  });

  it.each([
    ['scorm12', openScorm12Record],
    ['scorm2004', openScorm2004Record],
  ] as const)(
    'in a %s package uses the LMS, and without one the browser, with a notice',
    async (kind, openPackage) => {
      const lms = createStrictLms(kind);
      const inLms = await openPackage({ ...open, win: fakeWindow(fakeStorage(), lms.launch().win) });
      expect([inLms.record.adapter, inLms.notices]).toEqual([kind, []]);
      const alone = await openPackage({ ...open, win: fakeWindow(fakeStorage()) });
      expect([alone.record.adapter, alone.notices]).toEqual(['browser', ['no-lms']]);
      const nowhere = await openPackage({ ...open, win: fakeWindow('forbidden') });
      expect([nowhere.record.adapter, nowhere.notices]).toEqual(['memory', ['no-lms', 'storage-blocked']]);
    },
  );

  it('says that an LMS shows a finished attempt', async () => {
    const lms = createStrictLms('scorm12');
    lms.mode = 'review';
    const { notices } = await openScorm12Record({
      ...open,
      win: fakeWindow(fakeStorage(), lms.launch().win),
    });
    expect(notices).toEqual(['lms-review']);
  });
});

describe('names and seeds', () => {
  it('are four letters or digits, and 32 bits', () => {
    const crypto = { getRandomValues: (into: Uint32Array) => into.fill(0xffffffff) };
    expect(browserIds({ crypto }).device()).toMatch(/^[a-z0-9]{4}$/);
    expect(browserIds({ crypto }).seed()).toBe(0xffffffff);
    expect(browserIds({}).device()).toMatch(/^[a-z0-9]{4}$/);
  });

  it('keep the name of the device, unless somebody wrote another there', () => {
    const storage = fakeStorage();
    const name = browserIds({}, storage).device();
    expect(browserIds({}, storage).device()).toBe(name);
    storage.items.set('sog/1/device', '<b>');
    expect(browserIds({}, storage).device()).toMatch(/^[a-z0-9]{4}$/);
  });
});

describe('what is shipped', () => {
  async function bundle(entry: string): Promise<string> {
    const { outputFiles } = await build({
      entryPoints: [`src/record/${entry}.ts`],
      bundle: true,
      minify: true,
      write: false,
      format: entry.startsWith('early') ? 'iife' : 'esm',
      target: ['chrome87', 'firefox115', 'safari15'],
    });
    return outputFiles[0]?.text ?? '';
  }

  it('to pages of the site has no SCORM in it', async () => {
    expect(await bundle('open-browser')).not.toMatch(/LMS[A-Z]|cmi\.|1484|suspend/);
  });

  it.each([
    ['12', 'cmi.core.lesson_status', 'cmi.completion_status'],
    ['2004', 'cmi.completion_status', 'cmi.core.lesson_status'],
  ])(
    'with SCORM %s speaks that alone, and starts early with less than 1.5 KB',
    async (standard, own, other) => {
      const early = await bundle(`early-scorm${standard}`);
      expect(early).toContain('__sogApi');
      expect(early.length).toBeLessThan(1500);
      const whole = await bundle(`open-scorm${standard}`);
      expect([whole.includes(own), whole.includes(other)]).toEqual([true, false]);
    },
  );

  it('keeps to the language of the oldest browsers', async () => {
    const all = await Promise.all(['open-browser', 'open-scorm12', 'open-scorm2004'].map(bundle));
    expect(all.join('')).not.toMatch(
      /\.(at|findLast|toSorted|hasOwn|replaceAll)\(|structuredClone|randomUUID|\(\?<[=!]/,
    );
  });
});
