import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEnglishNumber, formatKhmerNumber } from '../../../src/khmer/digits.ts';
import { readNumber, writeNumber } from '../../../src/khmer/read-number.ts';

test.each([
  ['២៥', 'km', '25'],
  ['25', 'km', '25'],
  ['៤០.០០០', 'km', '40000'],
  ['40,000', 'km', '40000'],
  ['១.២៣៤.៥៦៧,៥', 'km', '1234567.5'],
  ['១,៥', 'km', '1.5'],
  ['១.៥', 'km', '1.5'],
  ['៤០ ០០០', 'km', '40000'],
  ['40,000', 'en', '40000'],
  ['1.500', 'en', '1.5'],
  ['1,234,567.50', 'en', '1234567.5'],
  ['1.234.567', 'en', '1234567'],
  ['០០៧', 'km', '7'],
  ['0.250', 'km', '0.25'],
  ['−3', 'en', '-3'],
  ['-0', 'en', '0'],
  [' 12\u200b ', 'km', '12'],
] as const)('%j in %s is %s', (typed, lang, number) => {
  expect(readNumber(typed, lang)).toBe(number);
});

test.each(['', ' ', 'ដប់', '12a', '1..2', '1e3', '--1', '.5', '5.', '1,2,3', '1234567890123', '0.1234567'])(
  '%j is no number',
  (typed) => {
    expect(readNumber(typed, 'km')).toBeUndefined();
    expect(readNumber(typed, 'en')).toBeUndefined();
  },
);

test('what is printed as a number reads as the same number', () => {
  const value = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(value, ([whole, hundredths]) => {
      const number = Number(`${whole}.${String(hundredths).padStart(2, '0')}`);
      expect(Number(readNumber(formatKhmerNumber(number), 'km'))).toBe(number);
      expect(Number(readNumber(formatEnglishNumber(number), 'en'))).toBe(number);
    }),
  );
});

test('what was read reads again as itself, so that a stored answer can be shown and checked again', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^-?\d{1,6}([.,]\d{1,4})?$/),
      fc.constantFrom('km', 'en'),
      (typed, lang) => {
        const read = readNumber(typed, lang);
        if (read === undefined) return;
        expect(readNumber(writeNumber(read, lang), lang)).toBe(read);
      },
    ),
    { numRuns: 2000, examples: [['1.2340', 'km']] },
  );
});
