import type { Lang } from '../curriculum/schema/common.ts';
import type { Filter } from './corpus.ts';
import { KINDS, type Kind, type SearchDocument } from './document.ts';
import { decode, encode } from './encode.ts';

/** Between the pieces of a record's content; the index drops it. */
const BOUNDARY = '\uE002';
/*
 * Kind and module are words of the index, in letters that no text has, because Pagefind's own filter files come out in
 * another order at every build (pagefind 1.5.2) and a release must have the same bytes.
 */
const KIND_LETTERS: Readonly<Record<Kind, string>> = { lesson: '\uA400', term: '\uA401', source: '\uA402' };
const MODULE_START = '\uA408';
const MODULE_END = '\uA409';
const LETTERS = 0xa410;
const ASCII = 0x20;

/** What Pagefind keeps of a document, as it is added and as it comes back. */
export interface IndexRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title?: string };
}

function moduleWord(module: string): string {
  const letters = module.replace(/[\s\S]/g, (c) => String.fromCharCode(c.charCodeAt(0) - ASCII + LETTERS));
  return MODULE_START + letters + MODULE_END;
}

function moduleOf(word: string): string {
  return word.slice(1, -1).replace(/[\s\S]/g, (c) => String.fromCharCode(c.charCodeAt(0) - LETTERS + ASCII));
}

/** The words that a record must have to pass a filter. */
export function filterWords({ kind, module }: Filter): string[] {
  return [
    ...(kind === undefined ? [] : [KIND_LETTERS[kind]]),
    ...(module === undefined ? [] : [moduleWord(module)]),
  ];
}

export function toRecord({ url, title, heading, text, kind, module }: SearchDocument): IndexRecord {
  const about = [KIND_LETTERS[kind], ...(module === '' ? [] : [moduleWord(module)])].join(' ');
  const content = [about, encode(heading), encode(text)].join(` ${BOUNDARY} `).replace(/ +/g, ' ').trim();
  return { url, content, meta: { title: encode(title) } };
}

/** The document again. Its id is its address, since the index gives back no more than it needs. */
export function fromRecord(lang: Lang, record: IndexRecord): SearchDocument {
  const [about = '', heading = '', text = ''] = record.content.split(BOUNDARY);
  const [kindWord, moduleName] = about.trim().split(' ');
  return {
    id: record.url,
    lang,
    kind: KINDS.find((kind) => KIND_LETTERS[kind] === kindWord) ?? 'lesson',
    module: moduleName ? moduleOf(moduleName) : '',
    url: record.url,
    title: decode(record.meta.title ?? ''),
    heading: decode(heading),
    text: decode(text),
  };
}
