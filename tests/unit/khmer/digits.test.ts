import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatEnglishNumber,
  formatKhmerNumber,
  toAsciiDigits,
  toKhmerDigits,
} from '../../../src/khmer/digits.ts';

describe('digits', () => {
  test('change script and nothing else', () => {
    expect(toKhmerDigits('0123456789 riel')).toBe('០១២៣៤៥៦៧៨៩ riel');
    expect(toAsciiDigits('ប្រកាសលេខ ១៤៤៧')).toBe('ប្រកាសលេខ 1447');
  });

  test('survive the way there and back', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(toAsciiDigits(toKhmerDigits(String(n)))).toBe(String(n));
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    [0, '០', '0'],
    [999, '៩៩៩', '999'],
    [1234, '១.២៣៤', '1,234'],
    [1234567.5, '១.២៣៤.៥៦៧,៥', '1,234,567.5'],
    [-12500, '-១២.៥០០', '-12,500'],
    [0.12345, '០,១២៣៤៥', '0.12345'],
  ])('%d is written %s in Khmer and %s in English', (value, khmer, english) => {
    expect(formatKhmerNumber(value)).toBe(khmer);
    expect(formatEnglishNumber(value)).toBe(english);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7])('%d is refused', (value) => {
    expect(() => formatKhmerNumber(value)).toThrow(RangeError);
  });
});
