import { expect, test } from 'vitest';
import { type EnglishChecker, lintEnglish, type Remark } from '../../../src/workshop/english-lint/lint.ts';
import { opened } from './support.ts';

const lesson = (from: string, to: string) =>
  opened((files) => files.replace('en/basket.mdx', from, to)).owners.get('gifts/lesson/basket')?.units ?? [];

/** Says one thing of one word, wherever it stands. */
const saying =
  (word: string, remark: Pick<Remark, 'kind' | 'message'>): EnglishChecker =>
  async (text) =>
    text.includes(word) ? [{ ...remark, at: text.indexOf(word), words: word }] : [];

test('a finding names the line, what stands there and how to mend it', async () => {
  const check = saying('nothing back', { kind: 'Repetition', message: 'Say it once.' });
  const found = await lintEnglish(lesson('A <Term', 'A\n<Term'), check);
  expect(found).toEqual([
    {
      file: 'content/modules/gifts/en/basket.mdx',
      line: 13,
      rule: 'english/repetition',
      found: '"nothing back" in "…A gift wants nothing back.…"',
      mend: 'Say it once.',
      weight: 'fault',
    },
  ]);
});

test.each([
  ['Repetition', 'fault'],
  ['Grammar', 'advice'],
  ['WordChoice', 'advice'],
])('%s is a matter of %s', async (kind, weight) => {
  const found = await lintEnglish(lesson('gift', 'gift'), saying('wants', { kind, message: '' }));
  expect(found.map((finding) => finding.weight)).toEqual([weight]);
});

test('spelling is left to the other checker, and Khmer is not read', async () => {
  const spelling = saying('wants', { kind: 'Spelling', message: '' });
  expect(await lintEnglish(lesson('gift', 'gift'), spelling)).toEqual([]);
  const khmer: string[] = [];
  await lintEnglish(lesson('gift', 'gift'), async (text) => {
    if (/[\u1780-\u17FF]/.test(text)) khmer.push(text);
    return [];
  });
  expect(khmer).toEqual([]);
});
