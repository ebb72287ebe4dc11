import { FLOOR_NAMES } from './browsers.ts';
import type { FloorReport } from './check.ts';

/** What was looked at, and which newer features stand there as an enhancement only. */
export function floorTable({ scripts, styles, pages, enhancements }: FloorReport): string {
  const uses = new Map<string, { since: string; count: number }>();
  for (const { feature, since } of enhancements) {
    uses.set(feature, { since, count: (uses.get(feature)?.count ?? 0) + 1 });
  }
  const lines = [...uses].map(([feature, { since, count }]) => `  ${feature} (${since}): ${count}`);
  const looked = `${scripts} scripts, ${styles} style sheets, ${pages} pages against ${FLOOR_NAMES}`;
  return lines.length === 0 ? looked : `${looked}; only as an enhancement:\n${lines.join('\n')}`;
}
