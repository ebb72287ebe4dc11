import type { ModuleSummary } from '../../../learning/summary.ts';
import { part } from '../../site/dom.ts';
import { timeInWords, word } from './learning-data.ts';

/** Fills the `Facts.astro` inside `root`. */
export function showFacts(root: ParentNode, { pre, final, seconds }: ModuleSummary): void {
  const score = (value: number | null) =>
    value === null ? word('my.notTaken') : word('my.score', { score: value });
  const texts = { pre: score(pre), final: score(final), time: timeInWords(seconds) };
  for (const [name, text] of Object.entries(texts)) {
    part(root, `[data-fact="${name}"]`, HTMLElement).textContent = text;
  }
}
