/**
 * British and American spellings of the same word. Endings that only some words have (metre, but not "number") carry
 * the beginnings of those words. A form that nobody writes does no harm: it is in no text.
 */
const RULES: readonly (readonly [from: RegExp, to: (...parts: string[]) => string])[] = [
  [/^(behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum)our/, (_, start) => `${start}or`],
  [/^(behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum)or/, (_, start) => `${start}our`],
  [/^(cent|fib|lit|(?:kilo|centi)?met|theat)re(s?)$/, (_, start, end) => `${start}er${end}`],
  [/^(cent|fib|lit|(?:kilo|centi)?met|theat)er(s?)$/, (_, start, end) => `${start}re${end}`],
  [/^(def|lic|off|pret)ence(s?)$/, (_, start, end) => `${start}ense${end}`],
  [/^(def|lic|off|pret)ense(s?)$/, (_, start, end) => `${start}ence${end}`],
  [/^(\w{4,}[iy])s(e[ds]?|ers?|ing|ations?)$/, (_, start, end) => `${start}z${end}`],
  [/^(\w{4,}[iy])z(e[ds]?|ers?|ing|ations?)$/, (_, start, end) => `${start}s${end}`],
  [/^(\w{3,}[aeiou])ll(ors?|ers?|ed|ing|ments?)$/, (_, start, end) => `${start}l${end}`],
  [/^(\w{3,}[aeiou])l(ors?|ers?|ed|ing|ments?)$/, (_, start, end) => `${start}ll${end}`],
  [/^(enrol|fulfil|instal)(s|ment)?$/, (_, start, end = '') => `${start}l${end}`],
  [/^(enrol|fulfil|instal)l(s|ment)?$/, (_, start, end = '') => start + end],
  [/^program(s?)$/, (_, end) => `programme${end}`],
  [/^programme(s?)$/, (_, end) => `program${end}`],
  [/dgement/, () => 'dgment'],
  [/dgment/, () => 'dgement'],
];

/** How else a folded English word may be spelt; nothing for most words. */
export function otherSpellings(word: string): string[] {
  return RULES.filter(([from]) => from.test(word)).map(([from, to]) => word.replace(from, to));
}
