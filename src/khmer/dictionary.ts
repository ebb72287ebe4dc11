import { canon } from './canon.ts';

/**
 * Compares two texts as a dictionary of the language does. For the build: some browsers carry no Khmer collation.
 * Khmer is compared in canonical form, because a collator keeps apart what only the keyboard made different.
 */
export function dictionaryOrder(lang: 'km' | 'en'): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(lang);
  return lang === 'km' ? (a, b) => compare(canon(a), canon(b)) : compare;
}

/** The letter under which a dictionary lists a text: a Khmer consonant or independent vowel, or `A` to `Z`. */
export function firstLetter(text: string): string {
  return canon(text.trim()).charAt(0).toUpperCase();
}

export interface LetterGroup<T> {
  readonly letter: string;
  readonly items: readonly T[];
}

/** Things in dictionary order, cut where the first letter changes; every letter once. */
export function byLetter<T>(
  things: readonly T[],
  lang: 'km' | 'en',
  textOf: (thing: T) => string,
): LetterGroup<T>[] {
  const order = dictionaryOrder(lang);
  const groups = new Map<string, T[]>();
  for (const thing of [...things].sort((a, b) => order(textOf(a), textOf(b)))) {
    const letter = firstLetter(textOf(thing));
    groups.set(letter, [...(groups.get(letter) ?? []), thing]);
  }
  return [...groups].map(([letter, items]) => ({ letter, items }));
}
