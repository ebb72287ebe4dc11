import type { Lang } from '../curriculum/schema/common.ts';

export const KINDS = ['lesson', 'term', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that search can find: a section of a lesson, a term or a source, in one language. */
export interface SearchDocument {
  /** Unique in its language: `lesson/<lesson>/<heading id>`, `term/<id>`, `source/<id>`. */
  readonly id: string;
  readonly lang: Lang;
  readonly kind: Kind;
  /** Module id; empty for terms and sources, which belong to all modules. */
  readonly module: string;
  /** Absolute path under the site's base, with a fragment where the document is a part of a page. */
  readonly url: string;
  /** Title of the lesson, the term, or the title of the source. */
  readonly title: string;
  /** Heading of the section; the other language's term; empty for the opening of a lesson and for sources. */
  readonly heading: string;
  /** Running text, canonical, white space collapsed. */
  readonly text: string;
}
