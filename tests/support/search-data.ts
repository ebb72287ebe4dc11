import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import { canon } from '../../src/khmer/canon.ts';
import { KINDS, type SearchDocument } from '../../src/search/document.ts';

const FOLDER = 'tests/search';
const CurriculumSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(KINDS),
    module: z.string(),
    url: z.string(),
    title: z.string(),
    heading: z.string(),
    text: z.string(),
  }),
);
const DistractorsSchema = z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string() }));
const QueriesSchema = z.record(
  z.enum(['km', 'en']),
  z.record(z.string(), z.array(z.strictObject({ q: z.string(), relevant: z.array(z.string()) }))),
);

/** The set the engine was built with, and one it had not met (see the head of its file). */
export const QUERY_SETS = ['queries', 'held-out'] as const;

export interface Judged {
  readonly set: (typeof QUERY_SETS)[number];
  readonly lang: Lang;
  readonly kind: string;
  readonly q: string;
  readonly relevant: readonly string[];
}

/** The committed documents of one language: the module's, frozen, and the distractors. */
export function testDocuments(lang: Lang): SearchDocument[] {
  const own = CurriculumSchema.parse(
    JSON.parse(readFileSync(`${FOLDER}/documents/curriculum-${lang}.json`, 'utf8')),
  );
  const others = DistractorsSchema.parse(
    parse(readFileSync(`${FOLDER}/documents/distractors-${lang}.yaml`, 'utf8')),
  );
  return [
    ...own.map((document) => ({ ...document, lang })),
    ...others.map(({ id, title, text }) => ({
      id,
      lang,
      kind: 'lesson' as const,
      module: 'other',
      url: `/${lang}/other/${id.slice(2)}/`,
      title: canon(title),
      heading: '',
      text: canon(text),
    })),
  ];
}

/** The committed queries of both sets with their judgements. */
export function judgedQueries(): Judged[] {
  return QUERY_SETS.flatMap((set) => {
    const all = QueriesSchema.parse(parse(readFileSync(`${FOLDER}/${set}.yaml`, 'utf8')));
    return (['km', 'en'] as const).flatMap((lang) =>
      Object.entries(all[lang]).flatMap(([kind, queries]) =>
        queries.map((judged) => ({ set, lang, kind, ...judged })),
      ),
    );
  });
}
