import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { type Applied, applyChanges, refusals } from '../exchange/apply.ts';
import { type FileChanges, NO_CHANGES } from '../exchange/files.ts';
import { warnings, withFile } from '../exchange/import.ts';
import { type Content, partsOf } from '../exchange/plan.ts';
import { LEDGER_FILE, ledgerYaml } from '../workshop/ledger.ts';
import type { ReviewRole } from './copy.ts';
import { type Feedback, readFeedback } from './feedback.ts';
import { isDone, merge, type Verdict } from './merge.ts';
import { type Signed, signReview } from './signing.ts';

export interface ReviewOptions {
  /** Numbers of passages whose changes are applied; absent when nothing is to be written. */
  readonly apply?: ReadonlySet<number> | 'all';
  /** Who signs; without it the initials in the file; without those there are no signatures. */
  readonly by?: string | undefined;
  /** What the command line insists on. */
  readonly module?: string | undefined;
  readonly role?: ReviewRole | undefined;
}

export interface Reviewed {
  /** When there are any, the file is refused whole. */
  readonly refused: readonly Fault[];
  readonly feedback: Feedback | undefined;
  readonly verdicts: readonly Verdict[];
  readonly applied: readonly number[];
  readonly signatures: Signed | undefined;
  readonly remarks: readonly string[];
  readonly files: FileChanges;
}

/** What a saved review would change and sign. Nothing is written here. */
export function reviewContent(
  tree: ContentTree,
  content: Content,
  input: { readonly name: string; readonly text: string },
  options: ReviewOptions,
): Reviewed {
  const { feedback, faults } = readFeedback(input.name, input.text);
  const nothing = { verdicts: [], applied: [], signatures: undefined, remarks: [], files: NO_CHANGES };
  const foreign = feedback === undefined ? [] : foreignFaults(input.name, feedback, content, options);
  if (feedback === undefined || foreign.length > 0) {
    return { ...nothing, refused: [...faults, ...foreign], feedback: undefined };
  }
  const verdicts = merge(feedback, content.units);
  if (options.apply === undefined) return { ...nothing, refused: [], feedback, verdicts };
  const chosen = verdicts.filter(({ passage }) => options.apply === 'all' || options.apply?.has(passage.n));
  const { applied, verdicts: judged } = applyChosen(tree, content, verdicts, chosen);
  const by = (options.by ?? feedback.by).trim();
  const signatures = by === '' ? undefined : signReview(content.ledger, feedback, judged, applied.units, by);
  const isSigned = signatures !== undefined && signatures.signed.length > 0;
  const numbers = judged.filter(({ passage, proposals, refused }) => {
    const isChosen = chosen.some((verdict) => verdict.passage === passage);
    return isChosen && refused === undefined && proposals.some((proposal) => !isDone(proposal));
  });
  return {
    refused: [],
    feedback,
    verdicts: judged,
    applied: numbers.map(({ passage }) => passage.n),
    signatures,
    remarks: warnings(applied),
    files: isSigned
      ? withFile(applied.files, tree, LEDGER_FILE, ledgerYaml(signatures.ledger))
      : applied.files,
  };
}

/** Changes that would break their file are refused one by one, until the rest can be written. */
function applyChosen(
  tree: ContentTree,
  content: Content,
  verdicts: readonly Verdict[],
  chosen: readonly Verdict[],
): { applied: Applied; verdicts: readonly Verdict[] } {
  let all = verdicts;
  for (;;) {
    const usable = all.filter((v) => v.refused === undefined && chosen.some((c) => c.passage === v.passage));
    const changes = usable.flatMap(({ proposals }) => proposals.filter((proposal) => !isDone(proposal)));
    const applied = applyChanges(tree, content.units, changes);
    const broken = new Map(refusals(applied).map(({ change, reason }) => [change.unit.key, reason]));
    if (broken.size === 0) return { applied, verdicts: all };
    all = all.map((verdict) => {
      const reason = broken.get(verdict.unit?.key ?? '');
      return reason === undefined || verdict.refused !== undefined
        ? verdict
        : { ...verdict, refused: reason };
    });
  }
}

function foreignFaults(
  name: string,
  { part, role }: Feedback,
  content: Content,
  expected: ReviewOptions,
): Fault[] {
  const place = { file: name, line: 1 };
  const faults: Fault[] = [];
  const parts = partsOf(content.units);
  if (!parts.includes(part)) {
    const found = `This review is of "${part}", which is not here.`;
    faults.push(fault(place, 'review/foreign-module', found, `There are: ${parts.join(', ')}.`));
  } else if (expected.module !== undefined && expected.module !== part) {
    const found = `This review is of "${part}", not of "${expected.module}".`;
    faults.push(
      fault(place, 'review/foreign-module', found, 'Import it without --module, or take the other file.'),
    );
  }
  if (expected.role !== undefined && expected.role !== role) {
    const found = `This review was made as "${role}", not as "${expected.role}".`;
    faults.push(
      fault(place, 'review/foreign-role', found, 'Nobody signs for another role; take the other file.'),
    );
  }
  return faults;
}
