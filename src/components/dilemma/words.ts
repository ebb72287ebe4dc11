import type { Effects } from '../../learning/dilemma.ts';
import { localDigits } from '../session/session-data.ts';
import type { SPOKEN_BY_DILEMMAS } from '../session/spoken.ts';
import { dataIn } from '../site/dom.ts';

type Key = (typeof SPOKEN_BY_DILEMMAS)[number];

/** Says a message of a dilemma, numbers in the digits of the page's language. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** The words stand in the dilemma itself (DilemmaWhole.astro): they come with its scenes, not with every page. */
export function wordsIn(dilemma: HTMLElement): Say {
  const words = dataIn<Readonly<Record<Key, string>>>(dilemma, 'script[data-words]');
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => localDigits(String(values[name] ?? '')));
}

const NAMES = ['trust', 'safety', 'fairness'] as const;

/** "Public trust up 1. Fairness down 2."; '' where nothing changed. */
export function changeText(say: Say, effects: Effects): string {
  return NAMES.filter((name) => effects[name] !== 0)
    .map((name) => {
      const n = Math.abs(effects[name]);
      return say(effects[name] > 0 ? 'dilemma.up' : 'dilemma.down', { what: say(`dilemma.${name}`), n });
    })
    .join(' ');
}

/** The three totals: name, figure with its sign, and as many triangles, pointing up or down. */
export function totals(say: Say, sums: Effects): { name: string; figure: string; marks: string }[] {
  return NAMES.map((name) => {
    const total = sums[name];
    const sign = total > 0 ? '+' : total < 0 ? '−' : '';
    return {
      name: say(`dilemma.${name}`),
      figure: `${sign}${localDigits(String(Math.abs(total)))}`,
      marks: (total > 0 ? '▲' : '▼').repeat(Math.abs(total)) || '–',
    };
  });
}
