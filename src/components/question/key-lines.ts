import type { Bilingual, Lang } from '../../curriculum/schema/common.ts';
import type { NumberAnswer, NumericQuestion, Question } from '../../curriculum/schema/question.ts';
import type { MessageKey, Translate } from '../../i18n/t.ts';
import { formatEnglishNumber, formatKhmerNumber } from '../../khmer/digits.ts';
import { OTHER } from '../../learning/credit.ts';
import { rangeOf } from '../../learning/plan.ts';

/** One line of a question's folded answer: what is answered, what it amounts to, and why. */
export interface KeyLine {
  readonly id: string;
  readonly label: string;
  readonly verdict: string;
  readonly feedback: string;
  readonly source: string | undefined;
  /** What the behaviour of the type reads (`data-…`). */
  readonly data: LineData;
}
interface LineData {
  /** Right, whatever else is chosen. */
  readonly correct?: '';
  /** Right with this option or group. */
  readonly right?: string;
  /** Right in this place, from 0. */
  readonly place?: number;
  /** Said to numbers from the first to the second. */
  readonly range?: string;
}
interface Part {
  readonly id: string;
  readonly text: Bilingual;
  readonly feedback: Bilingual;
  readonly source?: string | undefined;
}
interface Words {
  readonly lang: Lang;
  readonly t: Translate;
}

/** What a type asks the learner to do, said under the prompt. */
export const WHAT_TO_DO: Readonly<Record<Question['type'], MessageKey>> = {
  'single-choice': 'question.one',
  'multiple-choice': 'question.many',
  'true-false': 'question.trueFalse',
  matching: 'question.match',
  ordering: 'question.order',
  categorise: 'question.sort',
  'fill-in': 'question.fill',
  numeric: 'question.number',
  rating: 'question.rate',
};

/** The folded answer of a question in one language; a rating has none. */
export function keyLines(question: Question, lang: Lang, t: Translate): KeyLine[] {
  const words = { lang, t };
  switch (question.type) {
    case 'matching':
      return question.stems.map((stem) => pairLine(stem, stem.option, question.options, words));
    case 'categorise':
      return question.items.map((item) => pairLine(item, item.group, question.groups, words));
    case 'ordering':
      return question.steps.map((step, i) =>
        lineOf(step, t('question.place', { n: i + 1 }), { place: i }, words),
      );
    case 'fill-in':
      return [
        ...question.spellings.map((spelling) => verdictLine(spelling, words)),
        otherLine(question.otherwise, words),
      ];
    case 'numeric':
      return [...numberLines(question, words), otherLine(question.otherwise, words)];
    case 'rating':
      return [];
    default:
      return question.options.map((option) => verdictLine(option, words));
  }
}

function lineOf(
  { id, text, feedback, source }: Part,
  verdict: string,
  data: LineData,
  { lang }: Words,
): KeyLine {
  return { id, label: text[lang], verdict, feedback: feedback[lang], source, data };
}

function verdictLine(part: Part & { readonly correct: boolean }, words: Words): KeyLine {
  return lineOf(part, verdictOn(part.correct, words), part.correct ? { correct: '' } : {}, words);
}

function pairLine(
  part: Part,
  target: string,
  targets: readonly { readonly id: string; readonly text: Bilingual }[],
  words: Words,
): KeyLine {
  const text = targets.find(({ id }) => id === target)?.text[words.lang] ?? '';
  const line = lineOf(part, text, { right: target }, words);
  return { ...line, label: `${line.label} →` };
}

function numberLines({ answer, foreseen, unit }: NumericQuestion, words: Words): KeyLine[] {
  const format = words.lang === 'km' ? formatKhmerNumber : formatEnglishNumber;
  const line = (number: NumberAnswer, id: string, correct: boolean): KeyLine => ({
    id,
    label: [format(number.value), unit?.[words.lang]].filter((part) => part !== undefined).join(' '),
    verdict: verdictOn(correct, words),
    feedback: number.feedback[words.lang],
    source: number.source,
    data: { ...(correct && { correct: '' }), range: rangeOf(number).join(' ') },
  });
  return [
    line(answer, 'answer', true),
    ...foreseen.map((number, i) => line(number, `foreseen-${i + 1}`, false)),
  ];
}

function otherLine(otherwise: Bilingual, words: Words): KeyLine {
  return {
    id: OTHER,
    label: words.t('question.otherwise'),
    verdict: verdictOn(false, words),
    feedback: otherwise[words.lang],
    source: undefined,
    data: {},
  };
}

function verdictOn(correct: boolean, { t }: Words): string {
  return t(correct ? 'question.isRight' : 'question.isWrong');
}
