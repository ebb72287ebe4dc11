import type { Lang } from '../curriculum/schema/common.ts';
import { messagesFor } from '../i18n/t.ts';
import type { LangWords } from './words.ts';

/** What the panel says; the button and what explains that search cannot be loaded stand on the page itself. */
export const MESSAGE_KEYS = [
  'search.title',
  'search.close',
  'search.label',
  'search.hint',
  'search.kind',
  'search.kind.all',
  'search.kind.lesson',
  'search.kind.term',
  'search.kind.source',
  'search.module',
  'search.module.all',
  'search.loading',
  'search.none',
  'search.onlySimilar',
  'search.countOne',
  'search.count',
  'search.offline',
  'search.saved',
  'search.error',
  'search.similar',
  'search.opening',
  'search.glossary',
  'search.sources',
  'search.key',
] as const;
export type MessageKey = (typeof MESSAGE_KEYS)[number];

/** What search needs beside documents, in one language; loaded when it opens. */
export interface SearchTexts {
  readonly words: LangWords;
  readonly messages: Readonly<Partial<Record<MessageKey, string>>>;
  /** Modules to choose from, in their order. */
  readonly modules: readonly { readonly id: string; readonly title: string }[];
}

export function searchTexts(lang: Lang, words: LangWords, modules: SearchTexts['modules']): SearchTexts {
  return { words, messages: messagesFor(lang, MESSAGE_KEYS), modules };
}
