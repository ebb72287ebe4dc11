import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleLine } from '../../../src/record/cmi/text.ts';
import { duration, timeOfDay, timespan, timestamp } from '../../../src/record/cmi/time.ts';

describe('a timespan of SCORM 1.2', () => {
  it.each([
    [0, '0000:00:00.00'],
    [10_050, '0000:00:10.05'],
    [10_500, '0000:00:10.50'],
    [59_995, '0000:01:00.00'],
    [3_600_000 + 62_030, '0001:01:02.03'],
    [Number.POSITIVE_INFINITY, '0000:00:00.00'],
    [-5, '0000:00:00.00'],
    [Number.NaN, '0000:00:00.00'],
    [1e15, '9999:59:59.99'],
  ])('of %s ms is %s', (milliseconds, text) => {
    expect(timespan(milliseconds)).toBe(text);
  });

  it('always has four, two and two digits and a fraction of two', () => {
    fc.assert(
      fc.property(fc.double(), (milliseconds) => {
        expect(timespan(milliseconds)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
      }),
    );
  });
});

describe('a duration of SCORM 2004', () => {
  it.each([
    [0, 'PT0H0M0.00S'],
    [10_050, 'PT0H0M10.05S'],
    [25 * 3_600_000 + 60_000, 'PT25H1M0.00S'],
  ])('of %s ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it('never has more than two decimals, an exponent or an empty part', () => {
    fc.assert(
      fc.property(fc.double(), (milliseconds) => {
        expect(duration(milliseconds)).toMatch(/^PT\d{1,4}H[1-5]?\dM[1-5]?\d\.\d\dS$/);
      }),
    );
  });

  it('says the same as the timespan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), (milliseconds) => {
        const [hours, minutes, seconds] = timespan(milliseconds).split(':').map(Number);
        expect(duration(milliseconds)).toBe(`PT${hours}H${minutes}M${seconds?.toFixed(2)}S`);
      }),
    );
  });
});

describe('clock times', () => {
  it('are local, without zone and fraction', () => {
    const at = new Date(2026, 0, 2, 3, 4, 5, 678).getTime();
    expect(timeOfDay(at)).toBe('03:04:05');
    expect(timestamp(at)).toBe('2026-01-02T03:04:05');
  });

  it('are left out when the clock is outside what the standard allows', () => {
    expect(timestamp(new Date(2038, 5, 1).getTime())).toBeUndefined();
    expect(timestamp(new Date(1960, 5, 1).getTime())).toBeUndefined();
    expect(timestamp(Number.NaN)).toBeUndefined();
  });
});

describe('a line for a description', () => {
  it('has no breaks', () => {
    expect(singleLine('  one\n two\r\n\tthree ', 250)).toBe('one two three');
  });

  it('is cut to the limit, not inside a Khmer cluster or a surrogate pair', () => {
    const coeng = '្';
    const khmer = `${'ក'.repeat(8)}ស${coeng}ត្រ`;
    expect(singleLine(khmer, 10)).toBe(`${'ក'.repeat(8)}…`);
    expect(singleLine('😀'.repeat(6), 6)).toBe('😀😀…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        expect(singleLine(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
