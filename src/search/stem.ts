const VOWEL = /[aeiouy]/;

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string, ending: string): string | undefined {
  const rest = word.slice(0, -ending.length);
  return word.endsWith(ending) && rest.length >= 3 && VOWEL.test(rest) ? undouble(rest) : undefined;
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^siu]s$/.test(word)) return word.slice(0, -1);
  return word.length > 4 && word.endsWith('men') ? `${word.slice(0, -3)}man` : word;
}

/** "protection" is about what "protects"; not so "station" and "state", hence the length. */
function verbOf(word: string): string {
  const [, verb] = /^(\w{4,}t)ion$/.exec(word) ?? /^(\w{4,}[^e])ment$/.exec(word) ?? [];
  return verb ?? word;
}

/**
 * A light English stem of a folded word: plural, -ing, -ed, -ion and -ment fall off, so that what the index's own stemmer joins is
 * joined here too. Short words and numbers stay. Only compared, never shown.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const one = verbOf(singular(word));
  const root = withoutEnding(one, 'ing') ?? withoutEnding(one, 'ed') ?? one;
  const bare = root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
  return bare.length > 3 && bare.endsWith('y') ? `${bare.slice(0, -1)}i` : bare;
}
