import { z } from 'zod';
import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import { readItem } from '../curriculum/read/item.ts';
import { DaySchema } from '../curriculum/schema/common.ts';
import { parseYaml } from '../curriculum/yaml-file.ts';
import { PRODUCT } from '../exchange/document.ts';
import { copyId, REVIEW_ROLES } from './copy.ts';

/** The name of the format that a copy saves. */
export const FORMAT = 'review-of-passages';

const TextSchema = z.string().max(20_000);
const HashSchema = z.string().regex(/^[0-9a-f]{12}$/);

export const FeedbackPassageSchema = z.strictObject({
  n: z.int().min(1),
  key: z.string().min(1).max(300),
  base: z.strictObject({ km: HashSchema.optional(), en: HashSchema.optional() }),
  judged: z.boolean(),
  decision: z.enum(['accept', 'change', 'comment']).optional(),
  /** New texts, with numbers for markup (see marks.ts); only of a change. */
  km: TextSchema.optional(),
  en: TextSchema.optional(),
  comment: TextSchema.optional(),
});
export type FeedbackPassage = z.output<typeof FeedbackPassageSchema>;

/** What comes back of a copy: all of its passages, with what the reviewer decided. */
export const FeedbackSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  project: z.string(),
  part: z.string(),
  role: z.enum(REVIEW_ROLES),
  copy: z.string(),
  made: DaySchema,
  saved: DaySchema,
  /** Initials or function; empty while the reviewer does not sign. */
  by: z.string().trim().max(60),
  passages: z.array(FeedbackPassageSchema).min(1),
});
export type Feedback = z.output<typeof FeedbackSchema>;

/** Reads a saved review. A file that is not exactly one is refused whole. */
export function readFeedback(name: string, text: string): { feedback?: Feedback; faults: Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { faults: [syntaxFault(name, text, error)] };
  }
  const result = FeedbackSchema.safeParse(value);
  if (!result.success) return { faults: schemaFaults(name, text, value) };
  const { data } = result;
  const foreign = data.project !== PRODUCT;
  if (!foreign && data.copy === copyId(data.part, data.role, data.passages)) {
    return { feedback: data, faults: [] };
  }
  const found = foreign
    ? `This review belongs to "${data.project}", not to "${PRODUCT}".`
    : 'The file does not say what its copy said: the module, the role or some passage was changed in it.';
  const rule = foreign ? 'review/foreign-project' : 'review/damaged';
  return { faults: [fault({ file: name, line: 1 }, rule, found, SAVE_AGAIN)] };
}

const SAVE_AGAIN = 'Ask the reviewer to open the copy again, save, and send the file as it is.';

function syntaxFault(name: string, text: string, error: SyntaxError): Fault {
  const line = text.slice(0, positionOf(error, text)).split('\n').length;
  const reason = error.message.replace(/\s+/g, ' ');
  const found = text.trim() === '' ? 'The file is empty.' : `This is not JSON: ${reason}.`;
  return fault({ file: name, line }, 'review/syntax', found, SAVE_AGAIN);
}

/** V8 tells the position or, of a long text, only what stands around it: `..."ten signs"... is not valid JSON`. */
function positionOf({ message }: SyntaxError, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const around = /, (?:\.\.\.)?"?([\s\S]+?)"?(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1] ?? '';
  const at = around === '' ? -1 : text.indexOf(around);
  return at === -1 ? text.length : at + Math.min(10, around.length);
}

/** JSON is YAML, whose reader knows the lines. */
function schemaFaults(name: string, text: string, value: unknown): Fault[] {
  const faults: Fault[] = [];
  readItem(parseYaml(name, text), FeedbackSchema, faults, [], value);
  if (faults.length > 0) return faults;
  return [fault({ file: name, line: 1 }, 'review/damaged', 'This is not a saved review.', SAVE_AGAIN)];
}
