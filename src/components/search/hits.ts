import type { Hit } from '../../search/corpus.ts';
import { excerpt } from '../../search/excerpt.ts';
import type { PlainHit } from './search-box.ts';

/** Hits without markup. */
export function plainHits(hits: readonly Hit[]): PlainHit[] {
  return hits.map(({ document, patterns }) => ({
    url: document.url,
    title:
      document.kind === 'lesson' && document.heading
        ? `${document.title} – ${document.heading}`
        : document.title,
    excerpt: excerpt(document.text, patterns).text,
  }));
}

/** Hits of one lesson, or of the glossary or the sources, in the order of the best of each. */
export interface HitGroup {
  readonly key: string;
  readonly kind: Hit['document']['kind'];
  readonly title: string;
  readonly hits: readonly Hit[];
}

export function grouped(hits: readonly Hit[]): HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const { kind, title, module } = hit.document;
    const key = kind === 'lesson' ? `lesson ${module} ${title}` : kind;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups].flatMap(([key, all]) => {
    const first = all[0]?.document;
    return first ? [{ key, kind: first.kind, title: first.title, hits: all }] : [];
  });
}
