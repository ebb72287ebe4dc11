import { describe, expect, test } from 'vitest';
import { isLeftAlone, pageKey, routeFile, routePage } from '../../../src/offline/route.ts';
import type { Saved } from '../../../src/offline/saved.ts';
import { unneeded } from '../../../src/offline/worker/answer.ts';
import { noConnection } from '../../../src/offline/worker/no-connection.ts';

const V1 = '1111111111111111';
const V2 = '2222222222222222';
const unit = (module: string, lang: 'km' | 'en', at: number, before: readonly string[] = []): Saved => ({
  ...{ module, lang, at, before, title: module, release: '1.0.0', version: V2, bytes: 1, wire: 1 },
});
const [old, fresh, english] = [unit('integrity', 'km', 1), unit('gifts', 'km', 3), unit('gifts', 'en', 2)];
const ALL = [old, fresh, english];

describe('a page', () => {
  test('of a saved module comes from its generation, in its language alone', () => {
    expect(routePage('km/gifts/first/', ALL)).toEqual({ kind: 'unit', saved: fresh });
    expect(routePage('km/gifts', ALL)).toEqual({ kind: 'unit', saved: fresh });
    expect(routePage('en/integrity/first/', ALL).kind).toBe('network');
    expect(routePage('km/gifts-and-thanks/', ALL).kind).toBe('network');
  });

  test('shared by all comes from the network, then from the newest copy, its own language first', () => {
    expect(routePage('km/glossary/', ALL)).toEqual({ kind: 'network', fallback: [fresh, old, english] });
    expect(routePage('en/', ALL)).toEqual({ kind: 'network', fallback: [english, fresh, old] });
  });

  test('with nothing saved comes from the network alone', () => {
    expect(routePage('km/gifts/', [])).toEqual({ kind: 'network', fallback: [] });
  });

  test.each([
    ['', ''],
    ['index.html', ''],
    ['km/', 'km/'],
    ['km/gifts', 'km/gifts/'],
    ['km/gifts/index.html', 'km/gifts/'],
    ['favicon.svg', 'favicon.svg'],
  ])('asked for as "%s" is kept as "%s"', (path, key) => {
    expect(pageKey(path)).toBe(key);
  });
});

describe('a file', () => {
  test('asked for by a saved page comes from the generation of that page, whatever else is saved', () => {
    expect(routeFile('km/in-place.json', 'km/integrity/a/', ALL)).toEqual({ kind: 'unit', saved: old });
    expect(routeFile('_astro/x.js', 'km/gifts/', ALL)).toEqual({ kind: 'unit', saved: fresh });
  });

  test('whose name carries a hash may come from any generation; another comes from the network first', () => {
    expect(routeFile('_astro/x.js', 'km/', ALL).kind).toBe('hashed');
    expect(routeFile('_astro/x.js', undefined, ALL).kind).toBe('hashed');
    expect(routeFile('km/in-place.json', 'km/glossary/', ALL).kind).toBe('network');
  });

  test('that tells of versions, and downloads, are never answered by the worker', () => {
    expect(['sw.js', 'offline/list.json', 'packages/a.zip'].map(isLeftAlone)).toEqual([true, true, true]);
    expect(['km/offline/', 'km/', '_astro/x.js'].map(isLeftAlone)).toEqual([false, false, false]);
  });
});

describe('a version that was replaced', () => {
  const updated = unit('integrity', 'km', 5, [V1]);

  test('goes when no page of the module is open, or only pages of the new one', () => {
    expect(unneeded(updated, [])).toEqual([V1]);
    expect(unneeded(updated, [{ path: 'km/', version: undefined }])).toEqual([V1]);
    expect(unneeded(updated, [{ path: 'km/integrity/a/', version: V2 }])).toEqual([V1]);
  });

  test('stays while a page of it is open, or one that nobody knows the version of', () => {
    expect(unneeded(updated, [{ path: 'km/integrity/a/', version: V1 }])).toEqual([]);
    expect(unneeded(updated, [{ path: 'km/integrity/a/', version: undefined }])).toEqual([]);
  });
});

test('the page that stands for a missing one shows titles and addresses as text', async () => {
  const words = { site: 's', title: 't', about: 'a', saved: 'l', nothing: 'n', again: 'g' };
  const at = { base: '/', address: '/km/"><script>', saved: [{ ...fresh, title: '<b>&"' }] };
  const response = noConnection('km', words, at);
  const html = await response.text();
  expect(response.status).toBe(503);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('lang="km"');
});
