import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canon } from '../../../src/khmer/canon.ts';
import { fold } from '../../../src/khmer/fold.ts';
import { khmerText } from './khmer-text.ts';

describe('fold', () => {
  test.each([
    ['តំលៃ', 'តម្លៃ'],
    ['កំរៃ', 'កម្រៃ'],
    ['បំរើ', 'បម្រើ'],
    ['ទំរង់', 'ទម្រង់'],
    ['ឲ្យ', 'ឱ្យ'],
    ['អោយ', 'ឱ្យ'],
    ['២០១០', '2010'],
    ['ប្រយោជន៍', 'ប្រយោជន'],
    ['ស៉ីវិល', 'ស៊ីវិល'],
    ['OECD', 'oecd'],
  ])('takes %s and %s for the same word', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test.each([
    ['កា', 'ការ'],
    ['ប៉ា', 'បា'],
    ['ដី', 'ដឺ'],
    ['តា', 'ដា'],
    ['ស្ត្រី', 'ស្តី'],
    ['ថ្លៃ', 'ថ្លា'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  test('turns Khmer punctuation into spaces', () => {
    expect(fold('ចប់។ «ថ្លៃ»៖')).toBe('ចប់   ថ្លៃ  ');
  });

  test('is idempotent where one fold makes room for the next', () => {
    const stacked = '\u1780\u1798\u17D2\u1798\u17D2\u179B';
    expect(fold(fold(stacked))).toBe(fold(stacked));
  });

  test('is idempotent, and blind to how the text was encoded', () => {
    fc.assert(
      fc.property(khmerText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(canon(text))).toBe(fold(text));
      }),
      { numRuns: 3000 },
    );
  });
});
