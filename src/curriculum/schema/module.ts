import { z } from 'zod';
import { AudienceSchema, BilingualSchema, DaySchema, IdSchema, LegalReviewSchema } from './common.ts';

/** What a learner can do afterwards; questions, test items and gains are reported per objective. */
export const ObjectiveSchema = z.strictObject({
  id: IdSchema,
  lesson: IdSchema,
  /** Begins with an action verb (Bloom), e.g. "Distinguish a gift, a tip and a bribe". */
  text: BilingualSchema,
});

/** How many pairs of an objective a test draws. */
const DrawnSchema = z.union([z.int().min(1).max(20), z.literal('all')]);

/** How one form of the module's own test is taken. */
const TestSetSchema = z.strictObject({
  /** Whether questions and options stand in an order of their own for each attempt. */
  shuffle: z.boolean().default(true),
  /** How often the test may be begun. */
  attempts: z.union([z.int().min(1).max(9), z.literal('unlimited')]).default('unlimited'),
  /** Whether a question offers its hint. */
  hints: z.boolean().default(false),
  /** When a learner sees which answers are right, and why. */
  answers: z.enum(['after-each', 'at-end', 'never']).default('at-end'),
});

/**
 * The two question sets of a module. What is drawn is a pair, whose items are its two forms, so the number is the same
 * for both tests: one for every objective, or by objective.
 */
export const TestSetsSchema = z.strictObject({
  draw: z.union([DrawnSchema, z.record(IdSchema, DrawnSchema)]).default('all'),
  /** A pre-test does not count; with `passMark` its result says that the learner reaches it already. */
  pre: TestSetSchema.extend({ passMark: z.int().min(1).max(100).optional() }).prefault({}),
  /** The final test; its pass mark is that of the module. */
  post: TestSetSchema.prefault({}),
});

/** `content/modules/<id>/module.yaml`: titles, objectives, order. No prose of lessons. */
export const ModuleSchema = z.strictObject({
  id: IdSchema,
  /** Semantic version of the content, shown in manifest and footer; never part of an identifier. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.0.0'),
  status: z.enum(['draft', 'published']),
  updated: DaySchema,
  title: BilingualSchema,
  summary: BilingualSchema,
  audiences: z.array(AudienceSchema).min(1),
  /** Percent of the final test that passes the module. */
  passMark: z.int().min(1).max(100),
  sets: TestSetsSchema.prefault({}),
  objectives: z.array(ObjectiveSchema).min(1),
  /** Lesson ids (MDX stems) in the order of study; order stands nowhere else. */
  lessons: z.array(IdSchema).min(1),
});
export type Module = z.output<typeof ModuleSchema>;

/** Front matter of `content/modules/<module>/<lang>/<lesson>.mdx`. */
export const LessonFrontmatterSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().min(1).max(200),
  /** Minutes a learner needs alone; checked against words, questions and dilemmas. */
  minutes: z.strictObject({ alone: z.int().min(1).max(120) }),
  review: z.enum(['awaiting-native-review', 'signed']).optional(),
  legalReview: LegalReviewSchema.optional(),
  /** About reporting or sexual extortion: the page offers to leave it at once and to erase what the device holds. */
  sensitive: z.boolean().optional(),
});
export type LessonFrontmatter = z.output<typeof LessonFrontmatterSchema>;
