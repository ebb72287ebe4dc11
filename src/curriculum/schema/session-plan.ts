import { z } from 'zod';
import { BilingualSchema, IdSchema } from './common.ts';

export const MethodSchema = z.enum([
  'plenary',
  'pairs',
  'groups',
  'individual',
  'role-play',
  'dilemma',
  'test',
  'break',
  'line-up',
  'gallery',
]);

export const StepSchema = z.strictObject({
  minutes: z.int().min(1).max(120),
  method: MethodSchema,
  title: BilingualSchema,
  /** What the trainer does and says. */
  do: BilingualSchema,
  /** Ids of `materials/<id>.yaml`. */
  materials: z.array(IdSchema).default([]),
  /** Who may be left out, and what to do about it. */
  inclusion: BilingualSchema.optional(),
});

export const SessionSchema = z.strictObject({
  lesson: IdSchema,
  /** Minutes in the room; the steps must add up to it. */
  minutes: z.int().min(10).max(240),
  steps: z.array(StepSchema).min(1),
});

/** `content/modules/<module>/session-plan.yaml`; `minutes.room` is the sum of its sessions. */
export const SessionPlanSchema = z.strictObject({
  minutes: z.strictObject({ room: z.int().min(10) }),
  sessions: z.array(SessionSchema).min(1),
});
export type SessionPlan = z.output<typeof SessionPlanSchema>;

/** `content/modules/<module>/materials/<id>.yaml`: something the trainer prints and hands out. */
export const MaterialSchema = z.strictObject({
  id: IdSchema,
  kind: z.enum([
    'cards',
    'case-cards',
    'sorting-set',
    'role-sheet',
    'observer-sheet',
    'form',
    'poster',
    'handout',
  ]),
  title: BilingualSchema,
  intro: BilingualSchema.optional(),
  items: z.array(z.strictObject({ title: BilingualSchema.optional(), text: BilingualSchema })).min(1),
});
export type Material = z.output<typeof MaterialSchema>;
