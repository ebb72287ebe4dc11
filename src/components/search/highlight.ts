import type { Lang } from '../../curriculum/schema/common.ts';
import { BLOCKS } from '../../search/markup.ts';
import { highlights, type Pattern } from '../../search/matcher.ts';
import { parseQuery } from '../../search/query.ts';
import type { LangWords } from '../../search/words.ts';
import { create } from '../site/dom.ts';

const NAME = 'sog-search';
const SKIPPED = 'script,style,svg,template,noscript,dialog,input,textarea,select';

interface Run {
  readonly nodes: Text[];
  text: string;
}

const blockOf = (node: Node): Element | null => {
  let element = node.parentElement;
  while (element && !BLOCKS.test(element.tagName)) element = element.parentElement;
  return element;
};

/** Text nodes that run on into one another, because no block begins or ends between them. */
function runsIn(root: Element): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.parentElement?.closest(SKIPPED)) continue;
    const own = blockOf(node);
    const run = runs[runs.length - 1];
    if (run && own === block) {
      run.nodes.push(node);
      run.text += node.data;
    } else runs.push({ nodes: [node], text: node.data });
    block = own;
  }
  return runs;
}

/** The pieces of a range of a run, a text node each. */
function piecesOf(run: Run, start: number, end: number): Range[] {
  const pieces: Range[] = [];
  let at = 0;
  for (const node of run.nodes) {
    const from = Math.max(0, start - at);
    const to = Math.min(node.length, end - at);
    if (from < to) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      pieces.push(range);
    }
    at += node.length;
  }
  return pieces;
}

function rangesIn(root: Element, patterns: readonly Pattern[]): Range[] {
  return runsIn(root).flatMap((run) =>
    highlights(run.text, patterns).flatMap(({ start, end }) => piecesOf(run, start, end)),
  );
}

function clear(): void {
  if (typeof CSS !== 'undefined' && 'highlights' in CSS) CSS.highlights.delete(NAME);
  for (const mark of Array.from(document.querySelectorAll('mark[data-search]'))) {
    const parent = mark.parentNode;
    mark.replaceWith(...Array.from(mark.childNodes));
    parent?.normalize();
  }
}

/**
 * Highlights a query on the page: with the CSS Custom Highlight API, which leaves the page as it is, or else with
 * `<mark>`. Returns how many places there are. Earlier highlights go.
 */
export function highlightPage(lang: Lang, typed: string, words: LangWords, root?: Element): number {
  clear();
  const main = root ?? document.querySelector('main');
  if (!main) return 0;
  const { content } = parseQuery(lang, typed, words);
  const ranges = rangesIn(main, content.flat());
  if (typeof Highlight === 'function' && 'highlights' in CSS) {
    CSS.highlights.set(NAME, new Highlight(...ranges));
  } else {
    // From the end, so that wrapping does not move what comes before.
    for (const range of [...ranges].reverse()) range.surroundContents(create('mark', { 'data-search': '' }));
  }
  return ranges.length;
}
