import { z } from 'zod';
import { AudienceSchema, BilingualSchema, DaySchema, IdSchema } from './common.ts';

export const ConfidenceSchema = z.enum(['high', 'medium', 'low']);

/** `content/sources.yaml`: the bibliography. A source labelled low may be listed but not cited. */
export const SourceSchema = z.strictObject({
  id: IdSchema,
  title: z.string().trim().min(1),
  issuer: z.string().trim().min(1),
  /** As the source gives it: "2010", "17 April 2010", "undated". */
  date: z.string().trim().min(1),
  language: z.enum(['en', 'km', 'en/km', 'fr']),
  url: z.url().optional(),
  confidence: ConfidenceSchema,
  /** Fact ids this source carries in the project's fact sheets, e.g. L26. */
  facts: z.array(z.string().regex(/^[A-Z]\d{2}$/)).default([]),
  note: BilingualSchema.optional(),
});
export type Source = z.output<typeof SourceSchema>;

/** `content/glossary.yaml`. `khmerFrom` names where the Khmer form was seen, or says `unsourced`. */
export const TermSchema = z.strictObject({
  id: IdSchema,
  term: BilingualSchema,
  definition: BilingualSchema,
  khmerFrom: z.string().trim().min(1),
  aliases: z
    .strictObject({ en: z.array(z.string()).default([]), km: z.array(z.string()).default([]) })
    .optional(),
  source: IdSchema.optional(),
});
export type Term = z.output<typeof TermSchema>;

/** `content/channels.yaml`: where to turn. Contacts print only while confirmed and not expired. */
export const ChannelSchema = z.strictObject({
  id: IdSchema,
  name: BilingualSchema,
  forWhat: BilingualSchema,
  how: BilingualSchema,
  source: IdSchema.optional(),
  contacts: z
    .array(z.strictObject({ kind: z.enum(['phone', 'address', 'web', 'email']), value: z.string() }))
    .default([]),
  confirmed: z.strictObject({ on: DaySchema, by: z.string().trim().min(1), expires: DaySchema }).optional(),
});
export type Channel = z.output<typeof ChannelSchema>;

/** `content/pathways/<id>.yaml`: lessons in order for one audience. Completion and test follow the selection. */
export const PathwaySchema = z.strictObject({
  id: IdSchema,
  audience: AudienceSchema,
  status: z.enum(['open', 'in-preparation']),
  title: BilingualSchema,
  summary: BilingualSchema,
  /** `module/lesson`, in order. Empty while in preparation. */
  lessons: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'written module/lesson')).default([]),
});
export type Pathway = z.output<typeof PathwaySchema>;
