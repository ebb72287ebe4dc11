import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST, sentences } from '../../../src/components/reading/sentences.ts';

const bare = (text: string) => text.replace(/\s/g, '');

describe('a text cut into sentences to be read aloud', () => {
  test('ends a Khmer sentence at ។ and ៕, with or without a space behind', () => {
    expect(sentences('លោកមកដល់។គាត់អង្គុយចាំ។ តើយ៉ាងណា? ចប់៕')).toEqual([
      'លោកមកដល់។',
      'គាត់អង្គុយចាំ។',
      'តើយ៉ាងណា?',
      'ចប់៕',
    ]);
  });

  test('keeps a list cut short with ។ល។ whole, and a repeated word with its ៗ', () => {
    expect(sentences('ផ្លែឈើ ម្ហូប ។ល។ មានផ្សេងៗ។ ចប់។')).toEqual(['ផ្លែឈើ ម្ហូប ។ល។ មានផ្សេងៗ។', 'ចប់។']);
  });

  test('keeps quotation marks with their sentence', () => {
    expect(sentences('គាត់ថា៖ «សូមអរគុណ។» គាត់ចេញទៅ។')).toEqual(['គាត់ថា៖ «សូមអរគុណ។»', 'គាត់ចេញទៅ។']);
    expect(sentences('"It is only fruit." She laughs!')).toEqual(['"It is only fruit."', 'She laughs!']);
  });

  test('ends no English sentence within a number, an address or an abbreviation with letters behind', () => {
    expect(sentences('It costs 3.50 at sog.example/km. Pay later…')).toEqual([
      'It costs 3.50 at sog.example/km.',
      'Pay later…',
    ]);
  });

  test('has no piece of nothing', () => {
    expect(sentences('')).toEqual([]);
    expect(sentences(' \n ')).toEqual([]);
    expect(sentences('...')).toEqual(['...']);
  });

  test('cuts a long sentence behind a comma, else at a space', () => {
    const half = 'word '.repeat(20).trim();
    const [first, second] = sentences(`${half}, ${half} ${half}.`);
    expect(first).toBe(`${half},`);
    expect(second?.endsWith(' word') || second?.endsWith('word')).toBe(true);
  });

  const letter = fc.constantFrom(
    'ក',
    'ខ្មែ',
    'ស្ត្រី',
    'ញ៉ាំ',
    'ន្ទ',
    'a',
    'b',
    ' ',
    '។',
    '. ',
    ',',
    '?',
    '«',
    '»',
    '5',
  );
  const text = fc.array(letter, { maxLength: 400 }).map((letters) => letters.join(''));

  test('loses nothing, adds nothing and keeps the order', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(bare(sentences(given).join(''))).toBe(bare(given));
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (given) => {
        expect(bare(sentences(given).join(''))).toBe(bare(given));
      }),
    );
  });

  test('has no piece that lasts too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (given) => {
        for (const piece of sentences(given)) expect(piece.length).toBeLessThanOrEqual(LONGEST);
      }),
    );
  });

  test('never begins a piece with what hangs on the letter before: subscript, vowel or sign', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const piece of sentences(given)) expect(piece).not.toMatch(/^[\u17B6-\u17D3\u17DD]/);
      }),
    );
  });
});
