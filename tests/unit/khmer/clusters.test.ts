import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusters } from '../../../src/khmer/clusters.ts';
import { khmerText } from './khmer-text.ts';

test('a Khmer text is cut into bases with all that hangs on them', () => {
  expect(clusters('ស្ត្រីខ្មែរ')).toEqual(['ស្ត្រី', 'ខ្មែ', 'រ']);
  expect(clusters('ប៉័ណ្ណ')).toEqual(['ប៉័', 'ណ្ណ']);
});

test('a hidden character inside a cluster stays in it, one between clusters stands alone', () => {
  expect(clusters('ក្\u200Bរុម\u200Bប')).toEqual(['ក្\u200Bរុ', 'ម', '\u200B', 'ប']);
});

test('other characters stand alone, surrogate pairs whole', () => {
  expect(clusters('a១😀។')).toEqual(['a', '១', '😀', '។']);
});

test('the clusters of any text joined are the text', () => {
  fc.assert(fc.property(khmerText, (text) => clusters(text).join('') === text));
});
