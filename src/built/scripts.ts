import { fileOf, type Place } from './dist.ts';

const STATIC = /\b(?:import|from)\s*["']([^"']+\.m?js)["']/g;
const DYNAMIC = /\bimport\s*\(\s*(?:["'`])([^"'`]+\.m?js)["'`]\s*[,)]/g;

export interface ScriptGraph {
  /** What runs at once: the entries and all they import, in no order. */
  readonly now: ReadonlySet<string>;
  /** What an `import()` somewhere in them may bring later, without what is there already. */
  readonly later: ReadonlySet<string>;
}

/** Follows imports of built scripts. `stop` names scripts that are another feature's (and so is all behind them). */
export function scriptGraph(
  place: Place,
  entries: readonly string[],
  stop: (file: string) => boolean = () => false,
): ScriptGraph {
  const now = closure(place, entries, [STATIC], stop);
  const all = closure(place, entries, [STATIC, DYNAMIC], stop);
  return { now, later: new Set([...all].filter((file) => !now.has(file))) };
}

function closure(
  place: Place,
  entries: readonly string[],
  patterns: readonly RegExp[],
  stop: (file: string) => boolean,
): Set<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || stop(file)) continue;
    found.add(file);
    const code = place.dist.text(file);
    for (const pattern of patterns) {
      for (const [, url = ''] of code.matchAll(pattern)) {
        const next = fileOf(place, url, file);
        if (next) queue.push(next);
      }
    }
  }
  return found;
}
