import type { Finding } from '../khmer-lint/finding.ts';
import type { Unit } from '../units.ts';

/** One thing that the checker of English says of a text. */
export interface Remark {
  /** Its word for what kind of thing it is, such as `Repetition`. */
  readonly kind: string;
  readonly message: string;
  /** Where it begins in the text, and what stands there. */
  readonly at: number;
  readonly words: string;
}

export type EnglishChecker = (text: string) => Promise<readonly Remark[]>;

/** Kinds in which the checker was right wherever it spoke. In the others a person has to judge. */
const FAULTS: readonly string[] = [
  'Repetition',
  'Redundancy',
  'Regionalism',
  'Nonstandard',
  'Eggcorn',
  'Malapropism',
  'BoundaryError',
];
const ARTICLE = 'Incorrect indefinite article.';
/** cspell, which knows the project's names, reads the spelling; what looks like form is left behind by tags. */
const OTHERS: readonly string[] = ['Spelling', 'Formatting', 'Capitalization'];

/** What the checker finds in the style and grammar of the English passages, in their order. */
export async function lintEnglish(units: readonly Unit[], check: EnglishChecker): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const unit of units) {
    const place = unit.places.en;
    if (place === undefined) continue;
    const text = withoutTags(place.text);
    for (const remark of await check(text)) {
      if (!OTHERS.includes(remark.kind)) findings.push(findingOf(place, text, remark));
    }
  }
  return findings;
}

function findingOf(
  { file, line }: { file: string; line: number },
  text: string,
  { kind, message, at, words }: Remark,
): Finding {
  const isFault = FAULTS.includes(kind) || message === ARTICLE;
  const around = text.slice(Math.max(0, at - 20), at + words.length + 20).replace(/\s+/g, ' ');
  return {
    file,
    line: line + text.slice(0, at).split('\n').length - 1,
    rule: `english/${kind.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`,
    found: `"${words.trim() || ' '}" in "…${around.trim()}…"`,
    mend: isFault ? message : `${message} Judge whether that is so here.`,
    weight: isFault ? 'fault' : 'advice',
  };
}

/** As a reader sees it: a citation goes with the space before it, of other tags the words inside stay. */
function withoutTags(text: string): string {
  return text.replace(/ ?<[A-Z]\w*[^<>]*\/>/g, '').replace(/<\/?[A-Z]\w*[^<>]*>/g, '');
}
