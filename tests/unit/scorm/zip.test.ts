import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeZip, readDirectory, unpackZip, ZipError } from '../../../scorm/zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = new Map([
  ['index.html', bytes('<p>សួស្តី</p>'.repeat(50))],
  ['assets/b.js', bytes('b')],
  ['assets/a.css', bytes('a')],
]);

describe('a zip', () => {
  test('gives back what went in', () => {
    expect(Object.fromEntries(unpackZip(makeZip(FILES)))).toEqual(Object.fromEntries(FILES));
  });

  test('has sorted entries, one date, no folders and no data descriptors', () => {
    const entries = readDirectory(makeZip(FILES));
    expect(entries.map(({ name }) => name)).toEqual(['assets/a.css', 'assets/b.js', 'index.html']);
    // 1 January 2020, 00:00:00 (APPNOTE §4.4.6).
    expect(new Set(entries.map(({ modified }) => modified))).toEqual(
      new Set([((40 << 25) | (1 << 21) | (1 << 16)) >>> 0]),
    );
    expect(entries.every(({ flags }) => (flags & 8) === 0)).toBe(true);
  });

  test('says that a Khmer name is UTF-8', () => {
    const [entry] = readDirectory(makeZip(new Map([['រូប.txt', bytes('x')]])));
    expect(entry).toMatchObject({ name: 'រូប.txt', flags: 0x800 });
  });

  test('does not depend on the order in which files were added', () => {
    expect(makeZip(new Map([...FILES].reverse()))).toEqual(makeZip(FILES));
  });

  test('is the same in every time zone and on every day', { timeout: 60_000 }, () => {
    const zip = fileURLToPath(new URL('../../../scorm/zip.ts', import.meta.url));
    const code = `
      import { createHash } from 'node:crypto';
      import { makeZip } from ${JSON.stringify(zip)};
      const real = Date; const day = Number(process.env.DAY);
      globalThis.Date = class extends real { constructor(...a) { a.length ? super(...a) : super(day); } static now() { return day; } };
      const files = new Map([['index.html', new TextEncoder().encode('x'.repeat(999))], ['a.txt', new Uint8Array(3)]]);
      process.stdout.write(createHash('sha256').update(makeZip(files)).digest('hex') + ' ' + new real(2020, 0, 1).getTimezoneOffset());`;
    const runs = ['UTC', 'Asia/Phnom_Penh', 'America/St_Johns', 'Pacific/Kiritimati'].map((TZ, i) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', code], {
        env: { ...process.env, TZ, DAY: String(1_600_000_000_000 + i * 86_400_000) },
        encoding: 'utf8',
      }).split(' '),
    );
    expect(new Set(runs.map(([hash]) => hash)).size).toBe(1);
    expect(new Set(runs.map(([, offset]) => offset)).size).toBe(4);
    expect(runs[0]?.[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of damaged bytes is refused', () => {
    expect(() => readDirectory(bytes('not a zip'))).toThrow(ZipError);
    const cut = makeZip(FILES).slice(40);
    expect(() => readDirectory(cut)).toThrow(ZipError);
  });
});
