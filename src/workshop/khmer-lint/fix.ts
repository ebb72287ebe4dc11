import type { Finding, Fix } from './finding.ts';

/** Files with the fixes of some findings made; where two overlap, the first is made and the other found again. */
export function withFixes(
  tree: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): Map<string, string> {
  const byFile = new Map<string, Fix[]>();
  for (const { fix } of findings) {
    if (fix !== undefined) byFile.set(fix.file, [...(byFile.get(fix.file) ?? []), fix]);
  }
  return new Map([...byFile].map(([file, fixes]) => [file, withEdits(tree.get(file) ?? '', fixes)]));
}

function withEdits(text: string, fixes: readonly Fix[]): string {
  let [done, from] = ['', 0];
  for (const { start, end, text: instead } of [...fixes].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    done += text.slice(from, start) + instead;
    from = end;
  }
  return done + text.slice(from);
}
