import { z } from 'zod';
import { BilingualSchema, IdSchema, LegalReviewSchema } from './common.ts';

/** What entering a scene does to public trust, safety and fairness. */
export const EffectsSchema = z.strictObject({
  trust: z.int().min(-3).max(3),
  safety: z.int().min(-3).max(3),
  fairness: z.int().min(-3).max(3),
});
export type Effects = z.output<typeof EffectsSchema>;

export const ChoiceSchema = z.strictObject({
  id: IdSchema,
  text: BilingualSchema,
  goto: IdSchema,
  /** The rule or value behind the choice, told at the end of a walk; a published dilemma has it everywhere. */
  why: z.strictObject({ text: BilingualSchema, source: IdSchema.optional() }).optional(),
});
export type Choice = z.output<typeof ChoiceSchema>;

export const SceneSchema = z.strictObject({
  place: BilingualSchema.optional(),
  tells: BilingualSchema.optional(),
  says: z.array(z.strictObject({ who: IdSchema, text: BilingualSchema })).optional(),
  effects: EffectsSchema.optional(),
  source: IdSchema.optional(),
  choices: z.array(ChoiceSchema).min(2).max(4).optional(),
  end: z
    .strictObject({
      kind: z.enum(['good', 'mixed', 'harm']),
      title: BilingualSchema,
      /** What each choice led to, and the rule or value behind it. */
      lesson: BilingualSchema,
      source: IdSchema.optional(),
    })
    .optional(),
});
export type Scene = z.output<typeof SceneSchema>;

/** `content/modules/<module>/dilemmas/<id>.yaml`: a branching scenario of scenes and choices. */
export const DilemmaSchema = z.strictObject({
  id: IdSchema,
  lesson: IdSchema,
  title: BilingualSchema,
  intro: BilingualSchema,
  /** Names, as they stand before what a person says. */
  characters: z.record(IdSchema, BilingualSchema),
  /** Who each of them is, told before the walk; a published dilemma has it for all. */
  roles: z.record(IdSchema, BilingualSchema).optional(),
  start: IdSchema,
  scenes: z.record(IdSchema, SceneSchema),
  legalReview: LegalReviewSchema.optional(),
});
export type Dilemma = z.output<typeof DilemmaSchema>;
