import { dataIn } from '../site/dom.ts';

/** What in-place-content.ts makes at build. */
export interface InPlaceData {
  readonly labels: Readonly<Record<'close' | 'term' | 'source' | 'glossary' | 'sources' | 'anchor', string>>;
  /** The language of the second form of each term. */
  readonly other: string;
  /** Term, the other language's term, definition, where the Khmer form comes from. */
  readonly terms: Readonly<Record<string, readonly [string, string, string, string]>>;
  /** Words of "erase from this device" (QuickLeave.astro); not in a package. */
  readonly leave?: Readonly<Record<'question' | 'yes' | 'no' | 'failed', string>>;
}

/** The data that stands in this document, if it does. */
export function inPlaceHere(): InPlaceData | undefined {
  const place = 'script[data-in-place]';
  return document.querySelector(place) ? dataIn<InPlaceData>(document, place) : undefined;
}

/** The data of the site in the language of the page; undefined when it cannot be fetched. */
export async function fetchInPlace(url: string): Promise<InPlaceData | undefined> {
  try {
    const answer = await fetch(url);
    return answer.ok ? ((await answer.json()) as InPlaceData) : undefined;
  } catch {
    return undefined; // Then terms and sources stay what they are without it: links.
  }
}
