import { z } from 'zod';
import { BilingualSchema, DaySchema, IdSchema } from './common.ts';

/** `content/news.yaml`: what is new, one or two sentences an entry. */
export const NewsSchema = z.strictObject({
  id: IdSchema,
  date: DaySchema,
  text: BilingualSchema,
  /** What it is about: `module` or `module/lesson`. */
  link: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'written module or module/lesson')
    .optional(),
});
export type News = z.output<typeof NewsSchema>;
