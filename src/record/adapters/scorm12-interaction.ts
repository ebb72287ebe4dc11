import type { InteractionFields } from '../cmi/dialect.ts';
import { timeOfDay, timespan } from '../cmi/time.ts';
import type { IdTable } from '../id-table.ts';
import type { ResponseReport } from '../port.ts';

/** What SCORM 1.2 calls a response; `pattern` is absent where the standard cannot say what is right. */
interface Told {
  readonly type: string;
  readonly response: string;
  readonly pattern?: string;
}
type Letters = Readonly<Record<string, string>>;

/**
 * A checked response as SCORM 1.2 RTE 3.4.4 has it. Parts go by the letters of the id lock: responses of type choice,
 * sequencing and matching are made of single characters. Undefined: it names a part without a letter.
 */
export function interaction(
  report: ResponseReport,
  now: number,
  table: IdTable,
): InteractionFields | undefined {
  const told = tell(report, table.questions[report.question]?.options ?? {});
  if (told === undefined) return undefined;
  return {
    required: [
      ['id', report.question],
      ['type', told.type],
      ['student_response', told.response],
      ['result', resultOf(report)],
    ],
    optional: [
      ...(told.pattern === undefined ? [] : [['correct_responses.0.pattern', told.pattern] as const]),
      ['latency', timespan(report.latency)],
      ['time', timeOfDay(now)],
    ],
  };
}

function tell(report: ResponseReport, letters: Letters): Told | undefined {
  const { type, options, correctOptions } = report;
  switch (type) {
    case 'numeric':
      return { type, response: options[0] ?? '', ...onlyNumber(correctOptions) };
    case 'fill-in':
      // Of several accepted spellings, the one that was typed.
      return { type, response: options[0] ?? '', pattern: acceptedOf(report) };
    case 'matching':
    case 'categorise':
      return lettered('matching', report, letters);
    case 'ordering':
      return lettered('sequencing', report, letters);
    default:
      return (type === 'true-false' ? trueOrFalse(report) : undefined) ?? lettered('choice', report, letters);
  }
}

/** A pattern of type numeric is one number; a range has none. */
function onlyNumber([least, greatest]: readonly string[]): { pattern?: string } {
  return least !== undefined && least === greatest ? { pattern: least } : {};
}

function acceptedOf({ options, correctOptions, correct }: ResponseReport): string {
  return (correct ? options[0] : correctOptions[0]) ?? '';
}

function lettered(
  type: string,
  { options, correctOptions }: ResponseReport,
  letters: Letters,
): Told | undefined {
  const response = lettersOf(options, letters);
  const pattern = lettersOf(correctOptions, letters);
  return response === undefined || pattern === undefined ? undefined : { type, response, pattern };
}

/** `a,b`; pairs `a.c,b.d`. */
function lettersOf(tokens: readonly string[], letters: Letters): string | undefined {
  const all = tokens.map((token) => token.split('.').map((id) => letters[id]));
  return all.some((token) => token.includes(undefined)) ? undefined : all.map((t) => t.join('.')).join(',');
}

/** Options of a true-or-false question have the ids `true` and `false`; others are told as a choice. */
function trueOrFalse({ options, correctOptions }: ResponseReport): Told | undefined {
  const letter: Letters = { true: 't', false: 'f' };
  const response = letter[options[0] ?? ''];
  const pattern = letter[correctOptions[0] ?? ''];
  return response && pattern ? { type: 'true-false', response, pattern } : undefined;
}

function resultOf({ correct, credit }: ResponseReport): string {
  if (correct) return 'correct';
  return credit === undefined ? 'wrong' : (credit / 100).toFixed(2);
}
