import { loadTree } from '../curriculum/load.ts';
import type { Fault } from '../curriculum/model.ts';
import { LANGS } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { canon } from '../khmer/canon.ts';
import { canonText } from '../workshop/hash.ts';
import { type Unit, unitsOf } from '../workshop/units.ts';
import { type Change, editsIn } from './edits.ts';
import { changedFiles, type FileChanges, NO_CHANGES } from './files.ts';
import { newLesson } from './new-lesson.ts';
import { applyEdits, type Edit } from './text-edit.ts';

export interface Applied {
  readonly files: FileChanges;
  /** The content as it will be. */
  readonly tree: ContentTree;
  readonly units: readonly Unit[];
  /** As they are written: in canonical Khmer. */
  readonly changes: readonly Change[];
  /** Changes that would not read back as written, with the reason. When there are any, nothing may be written. */
  readonly rejected: readonly { readonly change: Change; readonly reason: string }[];
  /** Faults of the content that these changes bring; `blocking` ones would keep files from being read. */
  readonly faults: readonly (Fault & { readonly blocking: boolean })[];
}

/**
 * What the files become with these changes, everything else in them byte for byte as it is. New text is canonical
 * Khmer. The result is read anew: every changed passage must say what it was to say, and every other what it said.
 */
export function applyChanges(tree: ContentTree, units: readonly Unit[], changes: readonly Change[]): Applied {
  const meant = changes.map((change) => ({ ...change, text: canon(change.text).trim() }));
  const rejected = meant.flatMap((change) => {
    const reason = unwritable(change);
    return reason === undefined ? [] : [{ change, reason }];
  });
  const nothing = { files: NO_CHANGES, tree, units, changes: meant, faults: [] };
  if (rejected.length > 0 || meant.length === 0) return { ...nothing, rejected };
  let files: FileChanges;
  try {
    files = fileChanges(tree, units, meant);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [change] = meant;
    const reason = error.message;
    return { ...nothing, rejected: change ? [{ change, reason }] : [] };
  }
  const next = treeAfter(tree, files);
  const loaded = loadTree(next);
  const nextUnits = unitsOf(loaded.curriculum, next);
  return {
    files,
    tree: next,
    units: nextUnits,
    changes: meant,
    rejected: misreadChanges(units, nextUnits, meant),
    faults: newFaults(loadTree(tree).faults, loaded.faults, changedFiles(files)),
  };
}

function unwritable({ unit, text }: Change): string | undefined {
  if (text === '') return 'The passage would be empty.';
  if (unit.kind !== 'slide-title') return undefined;
  return /["\n<>{}]/.test(text)
    ? 'A slide title is one line without straight double quotes, < > or braces; write “…” or «…».'
    : undefined;
}

function fileChanges(tree: ContentTree, units: readonly Unit[], changes: readonly Change[]): FileChanges {
  const edits = new Map<string, readonly Edit[]>();
  const whole = new Map<string, string>();
  const byFile = new Map<string, Change[]>();
  const fresh = new Map<string, Change[]>();
  for (const change of changes) {
    const { unit, lang } = change;
    const isNew = unit.ownerKind === 'lesson' && unit.places[lang] === undefined;
    const groups = isNew ? fresh : byFile;
    const name = isNew ? unit.owner : (unit.places[lang]?.file ?? unit.file);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  for (const [file, list] of byFile) edits.set(file, editsIn(file, tree.get(file) ?? '', list));
  for (const [owner, list] of fresh) {
    const lesson = newLesson(
      tree,
      units.filter((unit) => unit.owner === owner),
      list,
    );
    whole.set(lesson.file, lesson.text);
  }
  return { edits, whole };
}

function treeAfter(tree: ContentTree, { edits, whole }: FileChanges): ContentTree {
  const next = new Map(tree);
  for (const [file, list] of edits) next.set(file, applyEdits(tree.get(file) ?? '', list));
  for (const [file, text] of whole) next.set(file, text);
  return new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Passages of a unit are compared by their order: a lesson's keys come from English headings, which may change. */
function misreadChanges(
  before: readonly Unit[],
  after: readonly Unit[],
  changes: readonly Change[],
): Applied['rejected'] {
  const owners = new Set(before.map(({ owner }) => owner));
  const of = (units: readonly Unit[], owner: string): Unit[] => units.filter((unit) => unit.owner === owner);
  const changed = new Set(changes.map(({ unit }) => unit.file));
  return [...owners].flatMap((owner) => {
    const [old, now] = [of(before, owner), of(after, owner)];
    const isTouched = old.some(
      ({ places }) => changed.has(places.km?.file ?? '') || changed.has(places.en?.file ?? ''),
    );
    return isTouched ? misreadIn(old, now, changes) : [];
  });
}

function misreadIn(
  before: readonly Unit[],
  after: readonly Unit[],
  changes: readonly Change[],
): Applied['rejected'] {
  const rejected = new Map<Unit, { change: Change; reason: string }>();
  for (const [i, unit] of before.entries()) {
    for (const lang of LANGS) {
      const change = changes.find((candidate) => candidate.unit === unit && candidate.lang === lang);
      const expected = change?.text ?? unit[lang] ?? '';
      if (canonText(expected) === canonText(after[i]?.[lang] ?? '')) continue;
      const culprit = change ?? nearest(unit, changes);
      if (culprit === undefined || rejected.has(culprit.unit)) continue;
      const reason = change ? readsAs(after[i]?.[lang]) : `It would change another passage: ${unit.key}.`;
      rejected.set(culprit.unit, { change: culprit, reason });
    }
  }
  const all = [...rejected.values()];
  // With a passage more or fewer, whatever comes after it reads otherwise too.
  return before.length === after.length ? all : all.slice(0, 1);
}

function readsAs(text: string | undefined): string {
  const now = text === undefined ? 'nothing' : `"${text}"`;
  return `In its file this text would be read as ${now}: some character in it means something there (* _ [ ] < { # at the beginning, or an empty line).`;
}

/** When a passage nobody touched reads otherwise, a change before it in its file has broken the structure. */
function nearest(unit: Unit, changes: readonly Change[]): Change | undefined {
  const inFile = changes.filter((change) => change.unit.owner === unit.owner);
  const before = inFile.filter((change) => change.unit.line <= unit.line);
  return before[before.length - 1] ?? inFile[0] ?? changes[0];
}

/**
 * The changes that may not be written, each with the reason. Where a file could no longer be read, what reads otherwise
 * is only the consequence.
 */
export function refusals({ rejected, faults, changes }: Applied): Applied['rejected'] {
  const blocking = faults.filter((fault) => fault.blocking);
  if (blocking.length === 0) return rejected;
  return blocking.flatMap(({ file, line, found, mend }) => {
    const inFile = changes.filter(({ unit, lang }) => (unit.places[lang] ?? unit).file === file);
    const before = inFile.filter(({ unit, lang }) => (unit.places[lang] ?? unit).line <= line);
    const change = before[before.length - 1] ?? inFile[0] ?? changes[0];
    return change === undefined ? [] : [{ change, reason: `${found} ${mend}` }];
  });
}

const BLOCKING = /^(yaml|schema|mdx|component|code|text|heading)\//;

function newFaults(before: readonly Fault[], after: readonly Fault[], files: readonly string[]) {
  const name = ({ file, rule, found }: Fault): string => `${file}\n${rule}\n${found}`;
  const known = new Set(before.map(name));
  return after
    .filter((fault) => !known.has(name(fault)))
    .map((fault) => ({ ...fault, blocking: BLOCKING.test(fault.rule) && files.includes(fault.file) }));
}
