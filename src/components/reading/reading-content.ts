import type { Lang } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';
import { READING_WORDS, type ReadingWords } from './words.ts';

/** At build: the words of reading help in a language. */
export function readingContent(lang: Lang): ReadingWords {
  const t = translator(lang);
  const words = READING_WORDS.map((word) => [word, t(`reading.${word}`, { n: '{n}' })] as const);
  return Object.fromEntries(words) as ReadingWords;
}
