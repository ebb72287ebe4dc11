import { z } from 'zod';
import { BilingualSchema, IdSchema, LegalReviewSchema } from './common.ts';

/** Where a question may appear: lessons (practice), the module's own tests (test), trainer's paper only (paper). */
export const PoolSchema = z.enum(['practice', 'test', 'paper']);
export type Pool = z.output<typeof PoolSchema>;

/** Questions whose answer is one or several of the options shown. */
export const CHOICE_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const;
export const QuestionTypeSchema = z.enum([
  ...CHOICE_TYPES,
  'matching',
  'ordering',
  'categorise',
  'fill-in',
  'numeric',
  'rating',
]);
export type QuestionType = z.output<typeof QuestionTypeSchema>;
/** A rating is an attitude: it is neither right nor wrong, and no LMS is told of it. */
export type GradedType = Exclude<QuestionType, 'rating'>;

/** YAML reads the ids of a true-false question, `true` and `false`, as booleans unless they are quoted. */
const OptionIdSchema = z.preprocess((id) => (typeof id === 'boolean' ? String(id) : id), IdSchema);

/** What every question has, whatever its type. */
const common = {
  id: IdSchema,
  objective: IdSchema,
  /** How often an answer may be checked before the key is shown; practice questions default to unlimited. */
  attempts: z.union([z.int().min(1).max(9), z.literal('unlimited')]).default('unlimited'),
  prompt: BilingualSchema,
  /** Shown when the learner asks for it, before answering. */
  hint: BilingualSchema.optional(),
  legalReview: LegalReviewSchema.optional(),
  /** Test pool only: the pair of parallel items this one belongs to, its form, and their common difficulty. */
  pair: IdSchema.optional(),
  form: z.enum(['pre', 'post']).optional(),
  difficulty: z.int().min(1).max(3).optional(),
};

/** Says why; every part that can be answered has one, right or wrong. */
const reason = {
  feedback: BilingualSchema,
  /** Source id; needed where the feedback states a rule, a number or an institution. */
  source: IdSchema.optional(),
};

const LabelSchema = z.strictObject({ id: IdSchema, text: BilingualSchema });

export const OptionSchema = z.strictObject({
  id: OptionIdSchema,
  correct: z.boolean().default(false),
  text: BilingualSchema,
  ...reason,
});
export type Option = z.output<typeof OptionSchema>;

export const ChoiceSchema = z.strictObject({
  ...common,
  type: z.enum(CHOICE_TYPES),
  options: z.array(OptionSchema).min(2).max(8),
});
export type ChoiceQuestion = z.output<typeof ChoiceSchema>;

/** Each stem is matched to one option; an option may fit several stems or none. */
export const MatchingSchema = z.strictObject({
  ...common,
  type: z.literal('matching'),
  options: z.array(LabelSchema).min(2).max(8),
  stems: z
    .array(z.strictObject({ id: IdSchema, text: BilingualSchema, option: IdSchema, ...reason }))
    .min(2)
    .max(8),
});
export type MatchingQuestion = z.output<typeof MatchingSchema>;

/** Steps stand in their right order; learners get them in another. */
export const OrderingSchema = z.strictObject({
  ...common,
  type: z.literal('ordering'),
  steps: z
    .array(z.strictObject({ id: IdSchema, text: BilingualSchema, ...reason }))
    .min(3)
    .max(8),
});
export type OrderingQuestion = z.output<typeof OrderingSchema>;

/** Cards are sorted into groups with a label. */
export const CategoriseSchema = z.strictObject({
  ...common,
  type: z.literal('categorise'),
  groups: z.array(LabelSchema).min(2).max(4),
  items: z
    .array(z.strictObject({ id: IdSchema, text: BilingualSchema, group: IdSchema, ...reason }))
    .min(3)
    .max(10),
});
export type CategoriseQuestion = z.output<typeof CategoriseSchema>;

/** One word or a few, typed; compared with the listed spellings after canon and fold. */
export const FillInSchema = z.strictObject({
  ...common,
  type: z.literal('fill-in'),
  /** Right spellings, and wrong answers that are foreseen. */
  spellings: z
    .array(
      z.strictObject({ id: IdSchema, correct: z.boolean().default(false), text: BilingualSchema, ...reason }),
    )
    .min(1)
    .max(12),
  /** Said to every answer that is not listed. */
  otherwise: BilingualSchema,
});
export type FillInQuestion = z.output<typeof FillInSchema>;

const NumberAnswerSchema = z.strictObject({
  value: z.number().min(-1e9).max(1e9),
  /** How far off an answer may be, both ways. */
  tolerance: z.number().min(0).max(1e9).default(0),
  ...reason,
});
export type NumberAnswer = z.output<typeof NumberAnswerSchema>;

/** A number, typed with Khmer or ASCII digits. */
export const NumericSchema = z.strictObject({
  ...common,
  type: z.literal('numeric'),
  answer: NumberAnswerSchema,
  unit: BilingualSchema.optional(),
  /** Wrong answers that have a reason of their own; the first that fits is said. */
  foreseen: z.array(NumberAnswerSchema).max(6).default([]),
  otherwise: BilingualSchema,
});
export type NumericQuestion = z.output<typeof NumericSchema>;

/** How far the learner agrees, or how sure she is; ungraded, kept on the device. */
export const RatingSchema = z.strictObject({
  ...common,
  type: z.literal('rating'),
  scale: z.array(LabelSchema).min(3).max(7),
  /** Said after rating, whatever was chosen. */
  afterwards: BilingualSchema.optional(),
});
export type RatingQuestion = z.output<typeof RatingSchema>;

export const QuestionSchema = z.discriminatedUnion('type', [
  ChoiceSchema,
  MatchingSchema,
  OrderingSchema,
  CategoriseSchema,
  FillInSchema,
  NumericSchema,
  RatingSchema,
]);
export type Question = z.output<typeof QuestionSchema>;

/** `content/modules/<module>/questions/<name>.yaml`: one pool a file, so that a leak shows in a path. */
export const QuestionFileSchema = z.strictObject({
  pool: PoolSchema,
  questions: z.array(QuestionSchema).min(1),
});

/** A type that does not exist is reported beside the list of those that do. */
const UnknownTypeSchema = z.strictObject({ ...ChoiceSchema.shape, type: QuestionTypeSchema });

/**
 * The schema that this input wants to meet, by its `type`: an author's faults are named with the fields of that type,
 * and not with those of a union.
 */
export function questionSchemaFor(input: unknown): z.ZodType<Question> {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
  const known = QuestionSchema.options.find((schema) => schema.shape.type.safeParse(type).success);
  // Without a known type the input fails at `type`, so that nothing of this shape ever comes out.
  return known ?? (UnknownTypeSchema as unknown as z.ZodType<Question>);
}
