import { translator } from '../../i18n/t.ts';
import type { OwnerKind, Readers } from '../../workshop/units.ts';
import type { ReviewRole } from '../copy.ts';
import en from './en.json' with { type: 'json' };
import km from './km.json' with { type: 'json' };

/** The same keys in both files; a key that one lacks is a type error. */
const WORDS: Readonly<Record<'km' | 'en', Readonly<Record<keyof typeof en & keyof typeof km, string>>>> = {
  km,
  en,
};
export type Word = keyof typeof en;

/** The words of a copy: a native reader sees Khmer, a lawyer both languages. */
export class Words {
  readonly #role: ReviewRole;

  constructor(role: ReviewRole) {
    this.#role = role;
  }

  get(word: Word): string {
    return this.#both(WORDS.km[word], WORDS.en[word]);
  }

  kind(kind: OwnerKind): string {
    return this.#both(translator('km')(`kind.${kind}`), translator('en')(`kind.${kind}`));
  }

  /** Nothing for learners, who read most passages. */
  readers(readers: Readers): string | undefined {
    return readers === 'learner' ? undefined : this.get(`readers.${readers}`);
  }

  #both(inKhmer: string, inEnglish: string): string {
    return this.#role === 'native' ? inKhmer : `${inKhmer} · ${inEnglish}`;
  }
}
