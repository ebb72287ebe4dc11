import { excerpt } from '../../search/excerpt.ts';
import { highlights, type Pattern, type Range } from '../../search/matcher.ts';
import { create } from '../site/dom.ts';

function withMarks(text: string, marks: readonly Range[]): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let done = 0;
  for (const { start, end } of marks) {
    nodes.push(text.slice(done, start), create('mark', {}, text.slice(start, end)));
    done = end;
  }
  return [...nodes, text.slice(done)].filter((node) => node !== '');
}

/** A text with what was found in it marked. */
export const markedText = (text: string, patterns: readonly Pattern[]): (Node | string)[] =>
  withMarks(text, highlights(text, patterns));

/** An excerpt of a text with what was found in it marked. */
export function markedExcerpt(text: string, patterns: readonly Pattern[]): (Node | string)[] {
  const cut = excerpt(text, patterns);
  return withMarks(cut.text, cut.marks);
}
