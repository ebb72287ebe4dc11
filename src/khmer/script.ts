const KHMER_LETTER = /[\u1780-\u17d3]/;

/** The language a text is written in, told by its letters: a Khmer document is often cited by its English title. */
export function scriptLang(text: string): 'km' | 'en' {
  return KHMER_LETTER.test(text) ? 'km' : 'en';
}
