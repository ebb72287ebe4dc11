import { canon } from '../../khmer/canon.ts';
import { around, finding, type KhmerRule } from './finding.ts';
import { CODE } from './prose.ts';

const INVISIBLE = '\\u200B-\\u200F\\u2060\\u2063\\uFEFF\\u00AD\\u17B4\\u17B5';

/** Letters in an order, or of a kind, that another keyboard would have written otherwise. */
export const canonicalOrder: KhmerRule = (prose) =>
  [...prose.text.matchAll(new RegExp(`[\\u1780-\\u17DD${INVISIBLE}]+`, 'g'))].flatMap((match) => {
    const visible = match[0].replace(new RegExp(`[${INVISIBLE}]`, 'g'), '');
    const right = canon(visible);
    if (right === visible) return [];
    return finding(prose, {
      at: match.index,
      rule: 'order',
      found: `"${match[0]}" is not in canonical order; other keyboards write it "${right}".`,
      mend: `Write "${right}", or run "npm run lint:km -- --fix".`,
      instead: { length: match[0].length, text: right },
    });
  });

/** Characters without width: they hide in copied text and split words for search. */
export const noInvisibleCharacters: KhmerRule = (prose) =>
  [...prose.raw.matchAll(new RegExp(`[${INVISIBLE}]+`, 'g'))].map((match) => {
    const codes = [...new Set(match[0])].map(
      (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    return finding(prose, {
      at: match.index,
      rule: 'zero-width',
      found: `An invisible character (${codes.join(', ')}) stands in ${around(prose, match.index, match[0].length)}`,
      mend: 'Delete it, or run "npm run lint:km -- --fix". Browsers break Khmer lines without it.',
      instead: { length: match[0].length, text: '' },
    });
  });

/** A vowel, sign or subscript mark that hangs on no letter. */
export const noOrphanSigns: KhmerRule = (prose) =>
  [
    ...prose.text.matchAll(
      /(^|[^\u1780-\u17D3\u17DD\u200B-\u200D\u25CC])([\u17B6-\u17D3\u17DD])|\u17D2(?![\u1780-\u17B3])/g,
    ),
  ].map((match) =>
    finding(prose, {
      at: match.index,
      rule: 'orphan-sign',
      found: `A vowel or sign hangs on no letter: ${around(prose, match.index, match[0].length)}`,
      mend: 'Write the letter that is missing, or take the sign out.',
    }),
  );

/**
 * Text typed for fonts such as Limon or ABC, which draw Khmer over Latin letters: small and capital letters mixed
 * within a word, letters with accents beside symbols. Capitals and names (OECD, YouTube) are no such thing.
 */
export const noLegacyEncoding: KhmerRule = (prose) => {
  const words = [...prose.text.matchAll(/[^\s\u1780-\u17FF\uE000-\uE003«»()"“”*]{3,}/g)];
  return words.flatMap((match) => {
    const [word] = match;
    if (word.includes(CODE) || !looksLegacy(word)) return [];
    return finding(prose, {
      at: match.index,
      rule: 'legacy',
      found: `"${word}" looks like Khmer typed for a font such as Limon or ABC: no other font can show it.`,
      mend: 'Convert the text to Unicode in the program it comes from, or type it again.',
    });
  });
};

/** Written by their owners with a capital inside. */
const NAMES =
  /^(JavaScript|YouTube|WhatsApp|TikTok|LinkedIn|PowerPoint|WordPress|GitHub|LibreOffice|iPhone|iPad|eLearning|McDonald)\b/;

function looksLegacy(word: string): boolean {
  if (NAMES.test(word) || !/[A-Za-z]/.test(word) || word.includes('://')) return false;
  const capitalInside = /[a-z][A-Z]/.test(word) && !/^([A-Z]?[a-z]+-)*[A-Z]?[a-z]+$/.test(word);
  const symbolInside = /[A-Za-z][<>|[\]{}=~^#$%+\\;][A-Za-z]/.test(word);
  const accents = (word.match(/[\u00A1-\u00FF]/g) ?? []).length;
  return capitalInside || symbolInside || accents >= 2;
}
