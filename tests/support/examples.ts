import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type Question,
  QuestionFileSchema,
  type QuestionType,
} from '../../src/curriculum/schema/question.ts';

/** The questions that stand beside the component as its examples, one of each type that is no choice. */
export const EXAMPLES: readonly Question[] = QuestionFileSchema.parse(
  parse(readFileSync('src/components/question/examples.yaml', 'utf8')),
).questions;

export function example<T extends QuestionType>(type: T): Question & { readonly type: T } {
  const found = EXAMPLES.find((question) => question.type === type);
  if (!found) throw new Error(`no example of ${type}`);
  return found as Question & { readonly type: T };
}
