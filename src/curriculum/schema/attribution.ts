import { z } from 'zod';
import { BilingualSchema, IdSchema } from './common.ts';

const YearSchema = z.int().min(1990).max(2100);

/** Who stands behind the school. A logo is the partner's own file, or nothing: it is never drawn here. */
export const PartnerSchema = z.strictObject({
  id: IdSchema,
  name: BilingualSchema,
  url: z.url().optional(),
  /** File name in `public/partners/`; empty until the partner has given it. */
  logo: z
    .string()
    .regex(/^[a-z0-9-]+\.(svg|png|webp)$/, 'a file name such as ministry.svg')
    .nullable()
    .default(null),
});
export type Partner = z.output<typeof PartnerSchema>;

/** A phase of which a paper gives both years. One that goes on has no last year, and so cannot be written. */
export const PhaseSchema = z.strictObject({
  id: IdSchema,
  name: BilingualSchema,
  from: YearSchema,
  to: YearSchema,
});
export type Phase = z.output<typeof PhaseSchema>;

/** `content/partners.yaml`: what footer, last slide, packages and prints say about who made and paid for this. */
export const AttributionSchema = z.strictObject({
  partners: z.array(PartnerSchema).min(1),
  phases: z.array(PhaseSchema).default([]),
  funding: z
    .array(z.strictObject({ phase: IdSchema, text: BilingualSchema, source: IdSchema.optional() }))
    .default([]),
  disclaimer: z
    .strictObject({ status: z.enum(['awaiting-approval', 'approved']), text: BilingualSchema })
    .optional(),
});
export type Attribution = z.output<typeof AttributionSchema>;
