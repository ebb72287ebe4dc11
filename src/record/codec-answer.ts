import type { ResponseState } from '../learning/types.ts';
import { ANSWER_FORMS, type AnswerForm, FORM_STEP, LETTERS, OTHER_POSITION } from './codec-format.ts';
import type { QuestionTable } from './id-table.ts';
import type { Packer, Unpacker } from './packing.ts';

/** As in src/learning/credit.ts, which only the rules of scoring import. */
const OTHER = 'other';

/** Writes an answer: tries, verdict and form in one number, then its tokens. Undefined: it names an unknown part. */
export function answerWriter(
  { options, correct, credit, tries }: ResponseState,
  { options: letters, form = 'set' }: QuestionTable,
): ((out: Packer) => void) | undefined {
  const tokens = form === 'number' ? [] : options.map((token) => token.split('.').map(positionIn(letters)));
  if (tokens.some((positions) => positions.some((position) => position < 0))) return undefined;
  return (out) => {
    out.number(ANSWER_FORMS.indexOf(form) * FORM_STEP + Math.min(9, tries) * 2 + (correct ? 1 : 0));
    if (form === 'set') out.bits(tokens.flat());
    else if (form === 'number') out.ascii(options[0] ?? '');
    else {
      out.number(tokens.length);
      for (const position of tokens.flat()) out.number(position);
      out.number(credit ?? 0);
    }
  };
}

/**
 * Reads what was written, whatever the table knows, so that what follows is read from its own place. An answer with a
 * part that is not known any more, or of another form, would be a different answer: undefined, and it is dropped whole.
 */
export function readAnswer(input: Unpacker, table: QuestionTable | undefined): ResponseState | undefined {
  const packed = input.number();
  const form = ANSWER_FORMS[Math.floor(packed / FORM_STEP)];
  if (form === undefined) throw new RangeError(`no form of answer: ${packed}`);
  const { tokens, credit } = readTokens(input, form);
  if (!table || (table.form ?? 'set') !== form) return undefined;
  const options = form === 'set' ? setOf(tokens.flat(), table) : namesOf(tokens, table);
  if (options === undefined) return undefined;
  const counted = { correct: packed % 2 === 1, tries: Math.min(9, Math.floor((packed % FORM_STEP) / 2)) };
  return { options, ...counted, ...(credit > 0 && credit < 100 && { credit }) };
}

type Token = readonly (number | string)[];

function readTokens(input: Unpacker, form: AnswerForm): { tokens: readonly Token[]; credit: number } {
  if (form === 'set') return { tokens: [input.bits()], credit: 0 };
  if (form === 'number') {
    const text = input.ascii();
    return { tokens: text === '' ? [] : [[text]], credit: 0 };
  }
  const tokens: number[][] = [];
  for (let left = input.number(); left > 0; left--)
    tokens.push(form === 'pairs' ? [input.number(), input.number()] : [input.number()]);
  return { tokens, credit: input.number() };
}

/** In the order of the content; undefined if a position has no option any more. */
function setOf(positions: Token, { options: letters }: QuestionTable): string[] | undefined {
  const known = Object.keys(letters);
  const chosen = positions.map((position) => LETTERS.charAt(Number(position)));
  const options = known.filter((id) => chosen.includes(letters[id] ?? '?'));
  return known.length === 0 || options.length !== chosen.length ? undefined : options;
}

function namesOf(tokens: readonly Token[], { options: letters }: QuestionTable): string[] | undefined {
  const ids = new Map(Object.entries(letters).map(([id, letter]) => [LETTERS.indexOf(letter), id] as const));
  ids.set(OTHER_POSITION, OTHER);
  const names = tokens.map((token) => token.map((part) => (typeof part === 'string' ? part : ids.get(part))));
  return names.some((name) => name.includes(undefined)) ? undefined : names.map((name) => name.join('.'));
}

function positionIn(letters: Readonly<Record<string, string>>): (id: string) => number {
  return (id) => (id === OTHER ? OTHER_POSITION : LETTERS.indexOf(letters[id] ?? '?'));
}
