import { z } from 'zod';
import { IdSchema } from './common.ts';

const NumberSchema = z.int().min(1).max(4095);
const LetterSchema = z.string().regex(/^[a-z0-9]$/, 'an option has one letter, a to z, then 0 to 9');
const entry = { n: NumberSchema, retired: z.boolean().optional(), renamedFrom: z.array(IdSchema).optional() };

/** A choice is named `<scene>--<choice>`: choice ids are unique in their scene only. */
const ChoiceKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*--[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a choice is written scene--choice');

/**
 * `content/modules/<module>/ids.lock.yaml`: append-only. Stored state and LMS reports speak in these numbers and
 * letters, so a number is never given to another id, and an id that leaves the content stays here as `retired`
 * (options, scenes and choices by name in a list of their owner).
 */
export const IdsLockSchema = z.strictObject({
  lessons: z.record(IdSchema, z.strictObject(entry)).default({}),
  questions: z
    .record(
      IdSchema,
      z.strictObject({
        ...entry,
        /** Letters of whatever a response may name: options, stems, steps, items, groups, spellings, scale points. */
        options: z.record(IdSchema, LetterSchema),
        retiredOptions: z.array(IdSchema).optional(),
      }),
    )
    .default({}),
  dilemmas: z
    .record(
      IdSchema,
      z.strictObject({
        ...entry,
        scenes: z.record(IdSchema, NumberSchema),
        choices: z.record(ChoiceKeySchema, NumberSchema).default({}),
        retiredScenes: z.array(IdSchema).optional(),
        retiredChoices: z.array(ChoiceKeySchema).optional(),
      }),
    )
    .default({}),
});
export type IdsLock = z.output<typeof IdsLockSchema>;
