import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { accept, LEDGER_FILE, type Ledger, ledgerYaml, originalOf } from '../workshop/ledger.ts';
import { type Owner, ownersOf, type Unit } from '../workshop/units.ts';
import { type Applied, applyChanges, refusals } from './apply.ts';
import type { Change } from './edits.ts';
import { type FileChanges, NO_CHANGES } from './files.ts';
import { type Checked, checkFile, type Expected } from './import-check.ts';
import { isConfirmed, outcomeOf } from './outcome.ts';
import type { Content } from './plan.ts';
import { type ReadFile, readXliff } from './xliff-read.ts';

export interface ImportOptions extends Expected {
  /** The sender says that every passage of the file was compared with its original. */
  readonly checked?: boolean;
  readonly today: string;
}

export interface Imported {
  /** When there are any, the file is refused whole, and `files` is empty. */
  readonly refused: readonly Fault[];
  readonly files: FileChanges;
  readonly changes: readonly Change[];
  /** Units whose translation now follows the original. */
  readonly accepted: readonly string[];
  /** What the sender should know: lessons not written yet, passages left as they were. */
  readonly remarks: readonly string[];
  /** The content and its passages as they will be. */
  readonly tree: ContentTree;
  readonly units: readonly Unit[];
  readonly ledger: Ledger;
}

/** What a translated file would change. Nothing is written here. */
export function importXliff(
  tree: ContentTree,
  content: Content,
  input: { readonly name: string; readonly text: string },
  options: ImportOptions,
): Imported {
  const nothing = { files: NO_CHANGES, changes: [], accepted: [], remarks: [], tree, units: content.units };
  const refuse = (refused: readonly Fault[]): Imported => ({
    ...nothing,
    refused,
    ledger: content.ledger,
  });
  const { file, faults } = readXliff(input.name, input.text);
  if (file === undefined) return refuse(faults);
  const { checked, faults: unfit } = checkFile(file, content, options);
  if (checked === undefined) return refuse(unfit);
  const { changes, remarks } = changesOf(checked);
  const applied = applyChanges(tree, content.units, changes);
  const rejected = rejections(file, checked, applied);
  if (rejected.length > 0) return refuse(rejected);
  const { ledger, accepted, remarks: open } = acceptOwners(checked, applied, content.ledger, options);
  return {
    refused: [],
    files: withLedger(applied, content.ledger, ledger, tree),
    changes,
    accepted,
    remarks: [...remarks, ...open, ...warnings(applied)],
    tree: applied.tree,
    units: applied.units,
    ledger,
  };
}

/** New texts, apart from those of lessons that cannot be written yet because some passage is not translated. */
function changesOf({ matched, to }: Checked): { changes: Change[]; remarks: string[] } {
  const outcomes = matched.map((pair) => ({ unit: pair.unit, outcome: outcomeOf(pair, to) }));
  const waiting = new Map<string, number>();
  for (const { unit, outcome } of outcomes) {
    const isNewFile = unit.ownerKind === 'lesson' && unit.places[to] === undefined;
    if (isNewFile && outcome.kind === 'untranslated')
      waiting.set(unit.owner, (waiting.get(unit.owner) ?? 0) + 1);
  }
  const changes = outcomes.flatMap(({ unit, outcome }) =>
    outcome.kind === 'changed' && !waiting.has(unit.owner) ? [{ unit, lang: to, text: outcome.text }] : [],
  );
  const remarks = [...waiting].map(
    ([owner, n]) =>
      `${owner} is not written yet: ${n} of its passages are still in the original language. Keep this file and import it again when they are translated.`,
  );
  return { changes, remarks };
}

/** Why translations cannot stand in their files, in words that point into the translated file. */
function rejections(file: ReadFile, { matched }: Checked, applied: Applied): Fault[] {
  const lines = new Map(matched.map(({ read, unit }) => [unit.key, read.targetLine]));
  const mend = 'Mend this passage in the translation tool.';
  return refusals(applied).map(({ change, reason }) => {
    const place = { file: file.name, line: lines.get(change.unit.key) ?? file.line };
    return fault(place, 'xliff/text', `${reason} (${change.unit.key})`, mend);
  });
}

/**
 * A translation follows its original when every passage is there, and each that the ledger has in doubt was changed or
 * is marked as translated.
 */
function acceptOwners(
  { matched, to }: Checked,
  applied: Applied,
  ledger: Ledger,
  options: ImportOptions,
): { ledger: Ledger; accepted: string[]; remarks: string[] } {
  const accepted: string[] = [];
  const remarks: string[] = [];
  let next = ledger;
  const owners = new Map(ownersOf(applied.units).map((owner) => [owner.id, owner]));
  for (const [id, pairs] of grouped(matched)) {
    const owner = owners.get(id);
    if (owner === undefined || !isDoubtful(owner, ledger, to)) continue;
    const kinds = pairs.map((pair) => ({ pair, kind: outcomeOf(pair, to).kind }));
    const open = kinds.filter(
      ({ pair, kind }) =>
        kind === 'untranslated' ||
        (kind === 'unchanged' && !options.checked && !isConfirmed(pair.read.state)),
    ).length;
    if (open === 0) {
      next = accept(next, owner, to, options.today);
      accepted.push(id);
    } else if (kinds.some(({ kind }) => kind === 'changed')) {
      remarks.push(
        `${id}: ${open} of ${pairs.length} passages are not marked as translated yet; import again with --checked when all were compared with the original.`,
      );
    }
  }
  return { ledger: next, accepted, remarks };
}

function isDoubtful(owner: Owner, ledger: Ledger, to: Lang): boolean {
  const original = originalOf(ledger, owner.id);
  if (to === original || owner.hashes[to] === undefined || owner.hashes[original] === undefined) return false;
  return ledger.units[owner.id]?.[to]?.from !== owner.hashes[original];
}

function grouped(matched: Checked['matched']): Map<string, Checked['matched'][number][]> {
  const groups = new Map<string, Checked['matched'][number][]>();
  for (const pair of matched) groups.set(pair.unit.owner, [...(groups.get(pair.unit.owner) ?? []), pair]);
  return groups;
}

function withLedger(applied: Applied, before: Ledger, after: Ledger, tree: ContentTree): FileChanges {
  if (before === after) return applied.files;
  return withFile(applied.files, tree, LEDGER_FILE, ledgerYaml(after));
}

/** A file replaced whole. */
export function withFile(files: FileChanges, tree: ContentTree, file: string, text: string): FileChanges {
  return tree.get(file) === text
    ? files
    : { edits: files.edits, whole: new Map([...files.whole, [file, text]]) };
}

/** Faults the check will report that are no reason to refuse a translation, such as minutes that no longer fit. */
export function warnings({ faults }: Applied): string[] {
  return faults
    .filter(({ blocking }) => !blocking)
    .map(({ file, line, found }) => `npm run check will say of ${file}:${line}: ${found}`);
}
