import { z } from 'zod';
import { BilingualSchema, IdSchema } from './common.ts';

/** `content/modules/<module>/media/<id>.yaml` beside `<id>.svg`, whose `<text data-text="key">` it fills. */
export const FigureSchema = z.strictObject({
  id: IdSchema,
  alt: BilingualSchema,
  caption: BilingualSchema,
  text: z.record(IdSchema, BilingualSchema).default({}),
});
export type Figure = z.output<typeof FigureSchema>;
