import { z } from 'zod';
import { fault } from '../../curriculum/located.ts';
import type { Fault } from '../../curriculum/model.ts';
import { openYaml, readItem } from '../../curriculum/read/item.ts';
import type { ContentTree } from '../../curriculum/tree.ts';
import { canon } from '../../khmer/canon.ts';
import { around, finding, type KhmerRule } from './finding.ts';

export const SPELLING_FILE = 'content/khmer-spelling.yaml';

const KhmerSchema = z
  .string()
  .trim()
  .regex(
    /^[\u1780-\u17D3\u17DD]+( [\u1780-\u17D3\u17DD]+)*$/,
    'a spelling is written in Khmer letters, without punctuation',
  );

const PairSchema = z.strictObject({ wrong: KhmerSchema, right: KhmerSchema });
export type SpellingPair = z.output<typeof PairSchema>;

/**
 * The list of `content/khmer-spelling.yaml`. An entry that would do nothing, contradict another or never end is a
 * fault and not used; without the file there is an empty list.
 */
export function readSpelling(tree: ContentTree): { pairs: SpellingPair[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const yaml = openYaml(tree, SPELLING_FILE, faults);
  if (yaml === undefined || faults.length > 0) return { pairs: [], faults };
  if (!Array.isArray(yaml.value)) {
    const mend = 'Begin each entry with "- { wrong: …, right: … }" at the left edge.';
    return {
      pairs: [],
      faults: [
        fault(
          { file: SPELLING_FILE, line: 1 },
          'spelling/no-list',
          'This file is not a list of entries.',
          mend,
        ),
      ],
    };
  }
  const located = yaml.value.flatMap(
    (input: unknown, i) => readItem(yaml, PairSchema, faults, [i], input) ?? [],
  );
  const all = located.map(({ value }) => value);
  const pairs: SpellingPair[] = [];
  for (const [i, { value, at }] of located.entries()) {
    const reason = unsound(value, i, all);
    if (reason === undefined) pairs.push(value);
    else faults.push(fault(at(), 'spelling/unsound', reason, 'Correct the entry, or take it out.'));
  }
  return { pairs, faults };
}

/** Why an entry cannot be used. Texts are canonical already, as all YAML that is read. */
function unsound(
  { wrong, right }: SpellingPair,
  i: number,
  all: readonly SpellingPair[],
): string | undefined {
  if (wrong === right) {
    return `"${wrong}" and "${right}" are one word in canonical order, which another rule looks after.`;
  }
  if (right.includes(wrong))
    return `The right spelling "${right}" contains the wrong one, so mending would never end.`;
  if (all.findIndex((pair) => pair.wrong === wrong) !== i) return `"${wrong}" is listed a second time.`;
  const other = all.find((pair) => right.includes(pair.wrong));
  if (other !== undefined) return `"${right}" is right here, but another entry calls "${other.wrong}" wrong.`;
  return undefined;
}

/** Spellings of the list, wherever they stand as whole letters. */
export function knownSpelling(pairs: readonly SpellingPair[]): KhmerRule {
  const patterns = pairs.map((pair) => ({ ...pair, pattern: wholeLetters(pair.wrong) }));
  return (prose) =>
    patterns.flatMap(({ wrong, right, pattern }) =>
      [...prose.text.matchAll(pattern)].map((match) =>
        finding(prose, {
          at: match.index,
          rule: 'spelling',
          found: `"${wrong}" is spelt otherwise here: ${around(prose, match.index, wrong.length)}`,
          mend: `Write "${right}", or run "npm run lint:km -- --fix".`,
          instead: { length: wrong.length, text: right },
        }),
      ),
    );
}

/** A text that neither begins under another letter nor ends before its own vowels and signs. */
export function wholeLetters(text: string): RegExp {
  return new RegExp(`(?<!\\u17D2)${canon(text)}(?![\\u17B6-\\u17D3\\u17DD])`, 'g');
}
