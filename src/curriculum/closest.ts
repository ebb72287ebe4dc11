/** Levenshtein distance, counted in characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate an author probably meant, or `undefined` when none is near. Case does not count. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { name: string; d: number } | undefined;
  for (const name of candidates) {
    const d = distance(word.toLowerCase(), name.toLowerCase());
    if (d <= limit && (best === undefined || d < best.d)) best = { name, d };
  }
  return best?.name;
}

/** `Did you mean "x"?` with a trailing space, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const name = closest(word, candidates);
  return name === undefined ? '' : `Did you mean "${name}"? `;
}

/** `"a", "b" and "c"`; at most `limit` names, then "and 12 more". */
export function listed(names: Iterable<string>, limit = 12): string {
  const all = [...names].map((name) => `"${name}"`);
  if (all.length === 0) return 'none';
  if (all.length > limit) return `${all.slice(0, limit).join(', ')} and ${all.length - limit} more`;
  const last = all[all.length - 1] ?? '';
  return all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}
