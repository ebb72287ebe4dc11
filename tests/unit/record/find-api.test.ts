import { describe, expect, it } from 'vitest';
import { earlyHandle, startEarly } from '../../../src/record/cmi/early.ts';
import { findApi, hasHost } from '../../../src/record/cmi/find-api.ts';

interface Win {
  parent?: object;
  opener?: object | null;
  [name: string]: unknown;
}
const api = { LMSInitialize: () => 'true' };
const api2004 = { Initialize: () => 'true' };

/** A window whose every property but parent and opener belongs to another origin. */
function foreign(win: Win): object {
  return new Proxy(win, {
    get(target, name) {
      if (name === 'parent' || name === 'opener' || name === 'top') return Reflect.get(target, name);
      throw new DOMException('Blocked a frame with origin', 'SecurityError');
    },
  });
}
function top(win: Win = {}): Win {
  win.parent = win;
  return win;
}

describe('the search for an API', () => {
  it('climbs the parents', () => {
    const frame: Win = { parent: { parent: top({ API: api }) } };
    expect(findApi(frame, 'scorm12')).toBe(api);
  });

  it('climbs past a frame of another origin', () => {
    const frame: Win = { parent: foreign({ parent: top({ API: api }) }) };
    expect(findApi(frame, 'scorm12')).toBe(api);
  });

  it('goes on with the opener of a pop-up, and with the parents of that', () => {
    const popup = top({ opener: { parent: top({ API: api }) } });
    expect(findApi({ parent: popup }, 'scorm12')).toBe(api);
  });

  it('prefers parents to openers', () => {
    const nearer = { ...api };
    const frame: Win = { opener: top({ API: api }), parent: top({ API: nearer }) };
    expect(findApi(frame, 'scorm12')).toBe(nearer);
  });

  it('never touches the API of the other standard', () => {
    const touched: string[] = [];
    const watch = (win: Win) =>
      new Proxy(win, {
        get(target, name) {
          touched.push(String(name));
          return Reflect.get(target, name);
        },
      });
    const both = watch(top({ API: api, API_1484_11: api2004 }));
    expect(findApi({ parent: both }, 'scorm2004')).toBe(api2004);
    expect(touched).not.toContain('API');
  });

  it('does not take an element or a variable of the same name for an API', () => {
    expect(findApi(top({ API: { tagName: 'DIV' } }), 'scorm12')).toBeUndefined();
    expect(findApi(top({ API: 'LMSInitialize' }), 'scorm12')).toBeUndefined();
  });

  it('ends in circles and endless chains', () => {
    const a: Win = {};
    const b: Win = { parent: a, opener: a };
    a.parent = b;
    expect(findApi(a, 'scorm12')).toBeUndefined();
    let made = 0;
    const endless = (): object =>
      new Proxy(
        {},
        {
          get: (_, name) => {
            if (name !== 'parent') return undefined;
            made += 1;
            return endless();
          },
        },
      );
    expect(findApi(endless(), 'scorm12')).toBeUndefined();
    expect(made).toBeLessThan(200);
  });

  it('survives windows of which nothing may be read', () => {
    const walled = new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
      },
    );
    expect(findApi(walled, 'scorm12')).toBeUndefined();
    expect(findApi({ parent: walled }, 'scorm12')).toBeUndefined();
  });

  it('knows a window that nobody framed or opened', () => {
    expect(hasHost(top({ opener: null }))).toBe(false);
    expect(hasHost({ parent: top() })).toBe(true);
    expect(hasHost(top({ opener: top() }))).toBe(true);
  });
});

describe('the early start', () => {
  it('initialises and leaves a handle', () => {
    const calls: unknown[] = [];
    const lms = { LMSInitialize: (argument: unknown) => calls.push(argument) > 0 && 'true' };
    const win: Win = { parent: top({ API: lms }) };
    startEarly(win, 'scorm12', () => 123);
    expect(calls).toEqual(['']);
    expect(earlyHandle(win, 'scorm12')).toEqual({
      standard: 'scorm12',
      api: lms,
      initialized: true,
      startedAt: 123,
    });
    expect(earlyHandle(win, 'scorm2004')).toBeUndefined();
  });

  it.each([
    ['is not there', {}],
    ['refuses', { API: { LMSInitialize: () => 'false' } }],
    [
      'throws',
      {
        API: {
          LMSInitialize: () => {
            throw new Error('no');
          },
        },
      },
    ],
  ])('leaves a handle without a session when the API %s', (_, host) => {
    const win: Win = { parent: top(host) };
    startEarly(win, 'scorm12', () => 1);
    expect(earlyHandle(win, 'scorm12')?.initialized).toBe(false);
  });
});
