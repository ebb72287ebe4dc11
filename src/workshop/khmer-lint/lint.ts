import type { Curriculum, Fault } from '../../curriculum/model.ts';
import type { ContentTree } from '../../curriculum/tree.ts';
import { unitsOf } from '../units.ts';
import { canonicalOrder, noInvisibleCharacters, noLegacyEncoding, noOrphanSigns } from './encoding.ts';
import { type Finding, finding, type KhmerRule } from './finding.ts';
import { KHMER_LETTER, type Prose, proseOf, proseOfMessages } from './prose.ts';
import { noLatinPunctuation, oneKindOfDigits, spaceAfterKhan } from './punctuation.ts';
import { knownSpelling, readSpelling } from './spelling.ts';
import { termsAsInGlossary } from './terms.ts';

/** A Khmer text of three words or more that has not one Khmer letter. */
const translated: KhmerRule = (prose) => {
  const same =
    prose.twin !== undefined && prose.twin.split(/\s+/).length > 2 && !KHMER_LETTER.test(prose.raw);
  if (!same || !/[A-Za-z]{2,}\s+[A-Za-z]{2,}\s+[A-Za-z]/.test(prose.text)) return [];
  const found = `The Khmer text has no Khmer letter: "${prose.raw.slice(0, 60)}".`;
  return [finding(prose, { at: 0, rule: 'not-translated', found, mend: 'Translate it.' })];
};

/** What the lint knows, besides the texts. */
export interface Linted {
  readonly findings: readonly Finding[];
  /** The spelling list itself is unsound. */
  readonly faults: readonly Fault[];
}

/**
 * All findings in the Khmer of a project's content, by file and line; `messages` are the site's own texts, by file.
 * Words are looked up as written, so a text out of canonical order shows its other faults once its order is mended.
 */
export function lintKhmer(
  curriculum: Curriculum,
  tree: ContentTree,
  messages: ReadonlyMap<string, string> = new Map(),
): Linted {
  const { pairs, faults } = readSpelling(tree);
  const rules: readonly KhmerRule[] = [
    canonicalOrder,
    noInvisibleCharacters,
    noOrphanSigns,
    noLegacyEncoding,
    oneKindOfDigits,
    noLatinPunctuation,
    spaceAfterKhan,
    translated,
    knownSpelling(pairs),
    termsAsInGlossary(curriculum.glossary.values()),
  ];
  const prose: Prose[] = [
    ...proseOf(unitsOf(curriculum, tree), tree),
    ...[...messages].flatMap(([file, json]) => proseOfMessages(file, json)),
  ];
  const findings = prose.flatMap((text) => rules.flatMap((rule) => rule(text)));
  return { findings: findings.sort(byPlace), faults };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
