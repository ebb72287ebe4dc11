import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionOptions } from '../../../scorm/lms/app/session.ts';
import { openSession } from '../../../scorm/lms/app/session.ts';
import { strictModel } from '../../../scorm/lms/app/strict.ts';
import type { ListedPackage, StoredRecord } from '../../../scorm/lms/protocol.ts';
import { recordUrl } from '../../../scorm/lms/protocol.ts';
import type { RunningLms } from '../../../scorm/lms/server.ts';
import { startLms } from '../../../scorm/lms/server.ts';
import { packAll } from '../../../scorm/pack.ts';
import { DIST, MODULE } from '../../fixtures/packages/good.ts';

describe('the strict model', () => {
  test.each([
    ['scorm12', 'cmi.suspend_data', 'x'.repeat(4096), true],
    ['scorm12', 'cmi.suspend_data', 'x'.repeat(4097), false],
    ['scorm12', 'cmi.suspend_data', 'ក', false],
    ['scorm12', 'cmi.core.lesson_status', 'not attempted', false],
    ['scorm12', 'cmi.core.session_time', '0001:02:03.50', true],
    ['scorm12', 'cmi.core.session_time', '00:00:10.5', false],
    ['scorm12', 'cmi.core.score.raw', '100', true],
    ['scorm12', 'cmi.core.score.raw', '101', false],
    ['scorm12', 'cmi.interactions.3.id', 'q 1', false],
    ['scorm12', 'cmi.interactions.3.result', 'incorrect', false],
    ['scorm2004', 'cmi.interactions.0.timestamp', '2026-11-22T10:11:12', true],
    ['scorm2004', 'cmi.interactions.0.timestamp', '2026-11-22T10:11:12.123Z', false],
    ['scorm2004', 'cmi.session_time', 'PT1H2M3.25S', true],
    ['scorm2004', 'cmi.session_time', 'PT3.567S', false],
    ['scorm2004', 'cmi.session_time', 'PT', false],
    ['scorm2004', 'cmi.score.scaled', '0.85', true],
    ['scorm2004', 'cmi.score.scaled', '-1', true],
    ['scorm2004', 'cmi.score.scaled', '.5', false],
    ['scorm2004', 'cmi.score.scaled', '1.5', false],
    ['scorm2004', 'cmi.interactions.0.description', 'a\nb', false],
  ] as const)('of %s: %s = %j is taken: %s', (standard, element, value, taken) => {
    expect(strictModel(standard)(element, value) === undefined).toBe(taken);
  });

  test.each([
    ['scorm12', 'student_response', 'a,b', 'opt-a'],
    ['scorm2004', 'learner_response', 'opt_a[,]opt_b', 'opt-a'],
  ] as const)('of %s judges a response by the type of its interaction', (standard, name, good, bad) => {
    const judge = strictModel(standard);
    expect(judge(`cmi.interactions.0.${name}`, bad)).toBeUndefined();
    judge('cmi.interactions.0.type', 'choice');
    expect(judge(`cmi.interactions.0.${name}`, good)).toBeUndefined();
    expect(judge(`cmi.interactions.0.${name}`, bad)?.reason).toContain('choice');
  });
});

describe.each([
  {
    standard: 'scorm12' as const,
    init: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
    error: 'LMSGetLastError',
    data: 'cmi.suspend_data',
    exit: 'cmi.core.exit',
    entry: 'cmi.core.entry',
    mode: 'cmi.core.lesson_mode',
    time: 'cmi.core.session_time',
    minute: '00:01:00.00',
    total: 'cmi.core.total_time',
    totals: ['00:01:00', '00:02:00'],
    over: '405',
  },
  {
    standard: 'scorm2004' as const,
    init: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
    error: 'GetLastError',
    data: 'cmi.suspend_data',
    exit: 'cmi.exit',
    entry: 'cmi.entry',
    mode: 'cmi.mode',
    time: 'cmi.session_time',
    minute: 'PT1M',
    total: 'cmi.total_time',
    totals: ['PT1M', 'PT2M'],
    over: '406',
  },
])('a session of $standard', (names) => {
  let stored: StoredRecord | null = null;
  const open = (more: Partial<SessionOptions> = {}) => {
    const { api, calls } = openSession({
      standard: names.standard,
      learner: 'learner-1',
      stored,
      keep: (record) => {
        stored = record;
        return true;
      },
      changed: () => undefined,
      ...more,
    });
    const call = (method: string, ...args: string[]) => api[method]?.(...args);
    return { call, calls };
  };
  const session = (data: string, more: Partial<SessionOptions> = {}) => {
    const opened = open(more);
    opened.call(names.init, '');
    opened.call(names.set, names.exit, 'suspend');
    opened.call(names.set, names.data, data);
    opened.call(names.set, names.time, names.minute);
    return opened;
  };

  test('resumes what an earlier one committed, and adds up its time', () => {
    stored = null;
    const first = session('one');
    expect(first.call(names.get, names.entry)).toBe('ab-initio');
    expect(first.call(names.finish, '')).toBe('true');
    expect(stored).toMatchObject({ finished: true });
    const second = session('two');
    expect(second.call(names.get, names.entry)).toBe('resume');
    expect(second.call(names.get, names.total)).toBe(names.totals[0]);
    second.call(names.commit, '');
    expect(stored).toMatchObject({ finished: false });
    const third = open();
    third.call(names.init, '');
    expect(third.call(names.get, names.data)).toBe('two');
    expect(third.call(names.get, names.total)).toBe(names.totals[0]);
    third.call(names.set, names.exit, 'suspend');
    third.call(names.set, names.time, names.minute);
    third.call(names.finish, '');
    const fourth = open();
    fourth.call(names.init, '');
    expect(fourth.call(names.get, names.total)).toBe(names.totals[1]);
  });

  test('says its mode', () => {
    stored = null;
    const { call } = open({ mode: 'review' });
    call(names.init, '');
    expect(call(names.get, names.mode)).toBe('review');
  });

  test('answers nothing after its end', () => {
    stored = null;
    const { call, calls } = session('x');
    expect(call(names.finish, '')).toBe('true');
    expect(call(names.finish, '')).toBe('false');
    expect(call(names.set, names.data, 'y')).toBe('false');
    expect(calls.at(-1)).toMatchObject({ method: names.set, args: [names.data, 'y'], result: 'false' });
  });

  test('refuses what is over the limits, and says so when asked', () => {
    stored = null;
    const { call, calls } = session('x'.repeat(64_001));
    expect(call(names.error)).toBe('0');
    expect(calls.find(({ args }) => args[0] === names.data)).toMatchObject({
      result: 'false',
      error: names.over,
    });
    call(names.set, names.data, 'x'.repeat(64_001));
    expect(call(names.error)).toBe(names.over);
    call(names.set, names.data, 'x');
    expect(call(names.error)).toBe('0');
  });

  test('fails commits when asked, and keeps nothing', () => {
    stored = null;
    const { call } = session('x', { commits: 'fail' });
    expect(call(names.commit, '')).toBe('false');
    expect(call(names.error)).not.toBe('0');
    expect(call(names.finish, '')).toBe('false');
    expect(stored).toBeNull();
  });

  test('answers every question with nothing when asked', () => {
    stored = null;
    const { call } = session('x', { values: 'empty' });
    expect(call(names.get, names.data)).toBe('');
  });
});

describe('the server of the local LMS', () => {
  let dist = '';
  let lms: RunningLms;

  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'sog-lms-'));
    cpSync(DIST, dist, { recursive: true });
    await packAll({
      dist,
      base: '/sog/',
      site: undefined,
      modules: [MODULE],
      early: {},
      report: () => undefined,
    });
    lms = await startLms({ dist, data: join(dist, 'records') });
  });
  afterAll(async () => {
    await lms.close();
    rmSync(dist, { recursive: true });
  });

  const get = (path: string) => fetch(new URL(path, lms.url));
  const packages = async () => (await (await get('/api/packages')).json()) as ListedPackage[];

  test('lists the packages and serves the page', async () => {
    expect(await packages()).toHaveLength(4);
    for (const path of ['/', '/lms.js', '/lms.css']) expect((await get(path)).status).toBe(200);
  });

  test('serves a package under a folder with spaces, without an index of folders', async () => {
    const [first] = await packages();
    expect(first?.launch.normal).toContain('%20');
    const document = await get(first?.launch.normal ?? '');
    expect(document.headers.get('content-type')).toContain('text/html');
    expect(await document.text()).toContain('data-record="scorm12"');
    expect((await get(first?.launch.normal.replace('index.html', '') ?? '')).status).toBe(404);
    expect((await get(first?.launch.normal.replace('index.html', 'assets/') ?? '')).status).toBe(404);
  });

  test('serves scripts with an unknown type when asked', async () => {
    const [first] = await packages();
    const html = await (await get(first?.launch.unknown ?? '')).text();
    const src = /src="(assets\/app[^"]*)"/.exec(html)?.[1] ?? '';
    const type = async (launch: string) =>
      (await get(launch.replace('index.html', src))).headers.get('content-type');
    expect(await type(first?.launch.unknown ?? '')).toBe('application/octet-stream');
    expect(await type(first?.launch.normal ?? '')).toBe('text/javascript');
  });

  test('keeps a record by package and learner until it is erased', async () => {
    const url = new URL(recordUrl('a.zip', '../សុខា'), lms.url);
    expect(await (await fetch(url)).json()).toBeNull();
    await fetch(url, { method: 'POST', body: '{"cmi":{},"finished":true,"commits":1}' });
    expect(await (await fetch(url)).json()).toEqual({ cmi: {}, finished: true, commits: 1 });
    expect(await (await get(recordUrl('a.zip', 'other'))).json()).toBeNull();
    await fetch(url, { method: 'DELETE' });
    expect(await (await fetch(url)).json()).toBeNull();
  });
});
