import { expect, test } from 'vitest';
import { byLetter, dictionaryOrder, firstLetter } from '../../../src/khmer/dictionary.ts';

test('sorts Khmer as a dictionary does, independent vowels in their places', () => {
  const words = ['អាយុ', 'រដ្ឋ', 'សង្កាត់', 'ឫស', 'ហេតុ', 'កម្មវិធី', 'គណនេយ្យភាព'];
  expect([...words].sort(dictionaryOrder('km'))).toEqual([
    'កម្មវិធី',
    'គណនេយ្យភាព',
    'រដ្ឋ',
    'ឫស',
    'សង្កាត់',
    'ហេតុ',
    'អាយុ',
  ]);
});

test('does not care which keyboard a word was typed with', () => {
  const order = dictionaryOrder('km');
  expect(order('ស្ដាប់', 'ស្តាប់')).toBe(0);
  expect(order('ការ\u200Bងារ', 'ការងារ')).toBe(0);
});

test('lists a text under its first letter', () => {
  expect(firstLetter('gift')).toBe('G');
  expect(firstLetter('\u200Bអំណោយ')).toBe('អ');
  expect(firstLetter('ឯកសារ')).toBe('ឯ');
});

test('cuts into letters, each once and in order, and loses nothing', () => {
  const groups = byLetter(['tip', 'gift', 'Bribe', 'good faith', 'bias'], 'en', (word) => word);
  expect(groups).toEqual([
    { letter: 'B', items: ['bias', 'Bribe'] },
    { letter: 'G', items: ['gift', 'good faith'] },
    { letter: 'T', items: ['tip'] },
  ]);
});
