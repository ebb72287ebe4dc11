import { z } from 'zod';
import { BilingualSchema, IdSchema, LegalReviewSchema } from './common.ts';

/** YAML reads the ids of a true-false question, `true` and `false`, as booleans unless they are quoted. */
const OptionIdSchema = z.preprocess((id) => (typeof id === 'boolean' ? String(id) : id), IdSchema);

export const OptionSchema = z.strictObject({
  id: OptionIdSchema,
  correct: z.boolean().default(false),
  text: BilingualSchema,
  /** Says why, for every option, right or wrong. */
  feedback: BilingualSchema,
  /** Source id; needed where the feedback states a rule, a number or an institution. */
  source: IdSchema.optional(),
});
export type Option = z.output<typeof OptionSchema>;

export const QuestionTypeSchema = z.enum(['single-choice', 'multiple-choice', 'true-false']);
export type QuestionType = z.output<typeof QuestionTypeSchema>;

/** Where a question may appear: lessons (practice), the module's own tests (test), trainer's paper only (paper). */
export const PoolSchema = z.enum(['practice', 'test', 'paper']);
export type Pool = z.output<typeof PoolSchema>;

export const QuestionSchema = z.strictObject({
  id: IdSchema,
  type: QuestionTypeSchema,
  objective: IdSchema,
  /** How often an answer may be checked before the key is shown; practice questions default to unlimited. */
  attempts: z.union([z.int().min(1).max(9), z.literal('unlimited')]).default('unlimited'),
  prompt: BilingualSchema,
  /** Points the way without giving the answer. */
  hint: BilingualSchema.optional(),
  options: z.array(OptionSchema).min(2).max(8),
  legalReview: LegalReviewSchema.optional(),
  /** Test pool only: the pair of parallel items this one belongs to, its form, and their common difficulty. */
  pair: IdSchema.optional(),
  form: z.enum(['pre', 'post']).optional(),
  difficulty: z.int().min(1).max(3).optional(),
});
export type Question = z.output<typeof QuestionSchema>;

/** `content/modules/<module>/questions/<name>.yaml`: one pool a file, so that a leak shows in a path. */
export const QuestionFileSchema = z.strictObject({
  pool: PoolSchema,
  questions: z.array(QuestionSchema).min(1),
});
