import { describe, expect, test } from 'vitest';
import { formatEnglishDate, formatKhmerDate, parseDay } from '../../../src/khmer/dates.ts';

describe('dates', () => {
  test('take the official Khmer form', () => {
    expect(formatKhmerDate('2026-11-22')).toBe('ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦');
    expect(formatKhmerDate('2007-02-01')).toBe('ថ្ងៃទី១ ខែកុម្ភៈ ឆ្នាំ២០០៧');
  });

  test('are written out in English', () => {
    expect(formatEnglishDate('2026-11-22')).toBe('22 November 2026');
    expect(formatEnglishDate('2024-02-29')).toBe('29 February 2024');
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-00',
    '22 Nov 2026',
    '2026-1-2',
  ])('that the calendar does not have are refused: %s', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => formatKhmerDate(text)).toThrow(RangeError);
  });
});
