import { keyLines } from '../../components/question/key-lines.ts';
import { isChoice } from '../../curriculum/question-parts.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import type { ChoiceQuestion, Question } from '../../curriculum/schema/question.ts';
import type { Translate } from '../../i18n/t.ts';
import { optionLetter } from '../letters.ts';

/** How one question is marked. */
export interface PaperKey {
  /** At a glance: the letters of a choice; of other types that their answer stands below. */
  readonly mark: string;
  readonly reasons: readonly {
    readonly mark: string;
    readonly text: string;
    readonly feedback: string;
    readonly source: string | undefined;
  }[];
}

/** The right answer of a question on paper, with its reasons in one language. */
export function paperKey(question: Question, lang: Lang, t: Translate): PaperKey {
  if (isChoice(question)) return choiceKey(question, lang);
  const right = keyLines(question, lang, t).filter(
    ({ data }) => data.correct !== undefined || data.right !== undefined || data.place !== undefined,
  );
  return {
    mark: t('key.below'),
    reasons: right.map(({ label, verdict, feedback, source, data }) => {
      const text = data.correct === undefined ? `${label} ${verdict}` : label;
      return { mark: '', text, feedback, source };
    }),
  };
}

function choiceKey(question: ChoiceQuestion, lang: Lang): PaperKey {
  const reasons = question.options.flatMap(({ correct, text, feedback, source }, place) =>
    correct ? [{ mark: optionLetter(lang, place), text: text[lang], feedback: feedback[lang], source }] : [],
  );
  return { mark: reasons.map(({ mark }) => mark).join(lang === 'km' ? ' ' : ', '), reasons };
}
