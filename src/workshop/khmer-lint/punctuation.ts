import { toKhmerDigits } from '../../khmer/digits.ts';
import { around, type Finding, finding, type KhmerRule } from './finding.ts';
import { CODE, KHMER_DIGIT, KHMER_LETTER, OPENING, type Prose, seen, seenBeyondSpace } from './prose.ts';

interface Mark {
  readonly pattern: RegExp;
  readonly name: string;
  readonly instead: string;
  /** Whether it stands in Khmer, and not in a number, a time, an abbreviation or a Latin phrase. */
  readonly inKhmer: (text: string, at: number, length: number) => boolean;
}

const afterKhmer = (text: string, at: number): boolean => KHMER_LETTER.test(seen(text, at, -1));
const besideKhmer = (text: string, at: number, length: number): boolean =>
  KHMER_LETTER.test(seen(text, at, -1)) || KHMER_LETTER.test(seen(text, at + length - 1, 1));
const betweenKhmer = (text: string, at: number, length: number): boolean =>
  KHMER_LETTER.test(seenBeyondSpace(text, at, -1)) &&
  KHMER_LETTER.test(seenBeyondSpace(text, at + length - 1, 1));

/** `អ.ប.ព.` and `ក. ` are written with points: one letter before each. */
function endsSentence(text: string, at: number): boolean {
  return afterKhmer(text, at) && !/(^|[\s.«("\uE003])[\u1780-\u17A2]$/.test(text.slice(0, at));
}

const MARKS: readonly Mark[] = [
  { pattern: /\.{3,}/g, name: 'Three points', instead: '"…"', inKhmer: besideOrEnd },
  { pattern: /(?<!\.)\.(?!\.)/g, name: 'A Latin full stop', instead: '"។"', inKhmer: endsSentence },
  { pattern: /,/g, name: 'A comma', instead: 'a space, or "និង"', inKhmer: afterKhmer },
  { pattern: /;/g, name: 'A semicolon', instead: '"។" or a space', inKhmer: afterKhmer },
  { pattern: /:/g, name: 'A Latin colon', instead: '"៖"', inKhmer: afterKhmer },
  { pattern: /["“”„]/g, name: 'A Latin quotation mark', instead: '"«" or "»"', inKhmer: besideKhmer },
  {
    pattern: /(?<![A-Za-z])['‘’]|['‘’](?![A-Za-z])/g,
    name: 'A Latin quotation mark',
    instead: '"«" or "»"',
    inKhmer: besideKhmer,
  },
  {
    pattern: /[—·]/g,
    name: 'A dash or point of Latin typography',
    instead: '"។", "៖" or a space',
    inKhmer: betweenKhmer,
  },
  {
    pattern: /–/g,
    name: 'A dash of Latin typography',
    instead: '"។", "៖" or a space',
    inKhmer: betweenKhmer,
  },
];

function besideOrEnd(text: string, at: number, length: number): boolean {
  return besideKhmer(text, at, length) || KHMER_LETTER.test(seenBeyondSpace(text, at, -1));
}

/** Latin punctuation where Khmer has its own. */
export const noLatinPunctuation: KhmerRule = (prose) =>
  MARKS.flatMap(({ pattern, name, instead, inKhmer }) =>
    [...prose.text.matchAll(pattern)].flatMap((match) => {
      const [mark] = match;
      if (!inKhmer(prose.text, match.index, mark.length)) return [];
      return finding(prose, {
        at: match.index,
        rule: 'punctuation',
        found: `${name} stands in Khmer: ${around(prose, match.index, mark.length)}`,
        mend: `Write ${instead}.`,
      });
    }),
  );

/** `។` and `៕` are followed by a space, unless something closes or `ល` follows (`។ល។`). */
export const spaceAfterKhan: KhmerRule = (prose) =>
  [...prose.text.matchAll(/[\u17D4\u17D5](?=[^\s])/g)].flatMap((match) => {
    const { index } = match;
    const next = prose.text.charAt(index + 1);
    const follows = next === OPENING || next === CODE || /[\u1780-\u17B3\u17E0-\u17E9A-Za-z0-9«(]/.test(next);
    if (!follows || /^\u179B\u17D4/.test(prose.text.slice(index + 1))) return [];
    return finding(prose, {
      at: index,
      rule: 'space-after-khan',
      found: `No space follows "${match[0]}": ${around(prose, index)}`,
      mend: 'Write a space after it, or run "npm run lint:km -- --fix".',
      instead: { length: 1, text: `${match[0]} ` },
    });
  });

/** Both kinds of digits in one number, or in one sentence of Khmer. */
export const oneKindOfDigits: KhmerRule = (prose) => [...mixedNumbers(prose), ...mixedSentences(prose)];

const NUMBER = /[0-9\u17E0-\u17E9]+(?:[.,:/][0-9\u17E0-\u17E9]+)*/g;

const isMixed = (text: string): boolean => /[0-9]/.test(text) && KHMER_DIGIT.test(text);

function mixedNumbers(prose: Prose): Finding[] {
  return [...prose.text.matchAll(NUMBER)].flatMap((match) => {
    const [number] = match;
    if (!isMixed(number)) return [];
    return finding(prose, {
      at: match.index,
      rule: 'digits',
      found: `The number "${number}" mixes Khmer and Latin digits.`,
      mend: `Write "${toKhmerDigits(number)}", or run "npm run lint:km -- --fix".`,
      instead: { length: number.length, text: toKhmerDigits(number) },
    });
  });
}

function mixedSentences(prose: Prose): Finding[] {
  return [...prose.text.matchAll(/[^\u17D4\u17D5?!\n]+/g)].flatMap((match) => {
    const sentence = match[0];
    if (!/[\u17E0-\u17E9]/.test(sentence)) return [];
    const latin = [...sentence.matchAll(NUMBER)].filter((number) => isLoneLatinNumber(sentence, number));
    return latin.slice(0, 1).map((number) =>
      finding(prose, {
        at: match.index + number.index,
        rule: 'digits',
        found: `"${number[0]}" has Latin digits in a sentence that has Khmer ones: ${around(prose, match.index + number.index, number[0].length)}`,
        mend: `Write "${toKhmerDigits(number[0])}", or use one kind in the whole sentence.`,
      }),
    );
  });
}

/** Not part of a Latin phrase (`US$25`, `ISO 37001`) and not a telephone number. */
function isLoneLatinNumber(sentence: string, number: RegExpMatchArray): boolean {
  const [digits] = number;
  const at = number.index ?? 0;
  if (!/^[0-9.,:/]+$/.test(digits) || /^(0\d{2}|1\d{3})$/.test(digits)) return false;
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + digits.length)];
  return !/[A-Za-z$€%#-]\s?$/.test(before) && !/^[A-Za-z%-]/.test(after);
}
