import type { ContentTree } from '../../../src/curriculum/tree.ts';
import { type Reviewed, type ReviewOptions, reviewContent } from '../../../src/review-copy/apply-review.ts';
import { type CopyHead, feedbackText, type Work } from '../../../src/review-copy/browser/decisions.ts';
import { type ReviewCopy, type ReviewRole, reviewCopy } from '../../../src/review-copy/copy.ts';
import { copyPage } from '../../../src/review-copy/page.ts';
import { content, VALID } from '../exchange/exchanging.ts';

export function copyOf(tree: ContentTree, role: ReviewRole = 'native', part = 'gifts'): ReviewCopy {
  return reviewCopy(content(tree), part, role, '2026-11-22');
}

export function pageOf(tree: ContentTree, role: ReviewRole = 'native', part = 'gifts'): string {
  return copyPage(copyOf(tree, role, part), content(tree).curriculum, { font: 'Zm9udA==', script: 'void 0' });
}

/** What the page hands to its script. */
export function headOf(page: string): CopyHead {
  const json = /<script type="application\/json" id="copy">([\s\S]*?)<\/script>/.exec(page)?.[1];
  if (json === undefined) throw new Error('the page holds no data');
  return JSON.parse(json) as CopyHead;
}

/** A saved review of a copy made of this content: decisions by the key of the passage, the rest as given. */
export function saved(
  tree: ContentTree,
  decisions: Readonly<Record<string, Work['decisions'][string]>>,
  options: { readonly by?: string; readonly rest?: 'accept'; readonly role?: ReviewRole } = {},
): string {
  const head = headOf(pageOf(tree, options.role));
  const work: Work = { by: options.by ?? '', decisions: {} };
  for (const { n, key } of head.passages) {
    const decision = decisions[key] ?? (options.rest === undefined ? undefined : { decision: options.rest });
    if (decision !== undefined) work.decisions[n] = decision;
  }
  for (const key of Object.keys(decisions)) {
    if (!head.passages.some((passage) => passage.key === key)) throw new Error(`the copy has no ${key}`);
  }
  return feedbackText(head, work, '2026-11-25');
}

export function reviewed(tree: ContentTree, text: string, options: ReviewOptions = {}): Reviewed {
  return reviewContent(tree, content(tree), { name: 'review.json', text }, options);
}

export const numberOf = (key: string, tree = VALID, role: ReviewRole = 'native'): number => {
  const found = headOf(pageOf(tree, role)).passages.find((passage) => passage.key === key);
  if (found === undefined) throw new Error(`the copy has no ${key}`);
  return found.n;
};

export const rules = ({ refused }: Reviewed): string[] => refused.map(({ rule }) => rule);

/** Keys of the passages that were refused, with the reasons. */
export const refusedOf = ({ verdicts }: Reviewed): Record<string, string> =>
  Object.fromEntries(
    verdicts.flatMap(({ passage, refused }) => (refused === undefined ? [] : [[passage.key, refused]])),
  );
