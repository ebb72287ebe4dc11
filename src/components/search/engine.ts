import type { Lang } from '../../curriculum/schema/common.ts';
import { answer } from '../../search/answer.ts';
import type { Corpus, Filter, Hit } from '../../search/corpus.ts';
import { parseQuery } from '../../search/query.ts';
import type { SearchTexts } from '../../search/texts.ts';

/** Answers queries on one page. */
export interface Engine {
  readonly texts: SearchTexts;
  /** @throws SearchError if neither index nor text can be read. */
  search(typed: string, filter: Filter): Promise<Hit[]>;
  /** Whether the last answer came from a part of the site alone. */
  partial(): boolean;
}

/** `offline`: this device has no connection; `failed`: anything else. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly kind: 'offline' | 'failed';
  constructor(kind: 'offline' | 'failed', cause?: unknown) {
    super(`search is not available: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** An engine over one corpus; if it breaks, over the next. */
export function engineOf(
  lang: Lang,
  texts: SearchTexts,
  corpora: readonly (() => Promise<Corpus>)[],
): Engine {
  let current = 0;
  let partial = false;
  let opened: Promise<Corpus> | undefined;
  const corpus = (): Promise<Corpus> => {
    const open = corpora[current];
    opened ??= open ? open() : Promise.reject(new Error('no corpus'));
    return opened;
  };
  const search = async (typed: string, filter: Filter): Promise<Hit[]> => {
    try {
      const asked = await corpus();
      partial = asked.partial ?? false;
      return await answer(asked, parseQuery(lang, typed, texts.words), filter);
    } catch (error) {
      opened = undefined;
      if (current + 1 >= corpora.length) {
        current = 0;
        throw new SearchError(navigator.onLine === false ? 'offline' : 'failed', error);
      }
      current += 1;
      return search(typed, filter);
    }
  };
  return { texts, search, partial: () => partial };
}
