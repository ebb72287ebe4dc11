import type { Lang } from '../curriculum/schema/common.ts';

/** An option is named on paper as in Cambodian examinations: by consonants in their order. */
const LETTERS: Readonly<Record<Lang, string>> = { km: 'កខគឃងចឆជ', en: 'ABCDEFGH' };

/**
 * The letter of an option on paper.
 *
 * @param place counted from 0; a question has at most eight options
 * @throws RangeError beyond the eighth
 */
export function optionLetter(lang: Lang, place: number): string {
  const letter = LETTERS[lang][place];
  if (letter === undefined) throw new RangeError(`no letter for option ${place + 1}`);
  return letter;
}
