import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { LessonFrontmatterSchema } from './curriculum/schema/module.ts';

/** Only lesson bodies go through Astro; everything else comes from `curriculum/load.ts`, which also checks it. */
const lessons = defineCollection({
  loader: glob({
    base: './content/modules',
    pattern: '*/{km,en}/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: LessonFrontmatterSchema,
});

export const collections = { lessons };
