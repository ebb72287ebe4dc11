import type { Term } from '../../curriculum/schema/reference.ts';
import { around, finding, type KhmerRule } from './finding.ts';
import { OPENING } from './prose.ts';
import { wholeLetters } from './spelling.ts';

/**
 * Another word for a term of the glossary. Inside `<Term>` any word may stand, and so may one that is part of a
 * longer term. Whether the other word is right there is for a person to say, so this is advice.
 */
export function termsAsInGlossary(terms: Iterable<Term>): KhmerRule {
  const all = [...terms];
  const official = all.map(({ term }) => wholeLetters(term.km));
  const aliases = all.flatMap(({ id, term, aliases: others }) =>
    (others?.km ?? [])
      .filter((alias) => /[\u1780-\u17B3]/.test(alias) && !term.km.includes(alias))
      .map((alias) => ({ id, alias, right: term.km, pattern: wholeLetters(alias) })),
  );
  return (prose) => {
    const spans = official.flatMap((pattern) =>
      [...prose.text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
    );
    return aliases.flatMap(({ id, alias, right, pattern }) =>
      [...prose.text.matchAll(pattern)].flatMap((match) => {
        const [from, to] = [match.index, match.index + alias.length];
        const inLonger = spans.some(([start, end]) => start <= from && to <= end);
        const inTerm = prose.text.charAt(from - 1) === OPENING;
        if (inLonger || inTerm) return [];
        return finding(prose, {
          at: from,
          rule: 'term',
          weight: 'advice',
          found: `The glossary writes "${id}" otherwise: ${around(prose, from, alias.length)}`,
          mend: `Write "${right}", unless "${alias}" is meant.`,
        });
      }),
    );
  };
}
