import { didYouMean } from '../curriculum/closest.ts';
import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import { LANGS, type Lang } from '../curriculum/schema/common.ts';
import type { Unit } from '../workshop/units.ts';
import { PRODUCT, plainTagged, skeletonOf } from './document.ts';
import type { Matched } from './outcome.ts';
import { type Content, exchangeDocument, isExchanged, otherLang, partOf, partsOf } from './plan.ts';
import { codeFaults } from './tag-check.ts';
import type { ReadFile } from './xliff-read.ts';

export interface Checked {
  readonly to: Lang;
  readonly part: string;
  readonly matched: readonly Matched[];
}

/** What the command line may insist on. */
export interface Expected {
  readonly module?: string | undefined;
  readonly to?: Lang | undefined;
}

/** Compares a file with the content. With any fault nothing of it may be used. */
export function checkFile(
  file: ReadFile,
  content: Content,
  expected: Expected = {},
): { checked?: Checked; faults: Fault[] } {
  const foreign = foreignFaults(file, content, expected);
  const to = LANGS.find((lang) => lang === file.to);
  if (foreign.length > 0 || to === undefined) return { faults: foreign };
  const inPart = content.units.filter((unit) => partOf(unit) === file.part);
  const units = inPart.filter((unit) => isExchanged(unit, to, inPart));
  const faults = [...missingAndUnknown(file, units), ...damage(file)];
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const matched = file.units.flatMap((read) => {
    const unit = byKey.get(read.key);
    return unit === undefined ? [] : [{ read, unit }];
  });
  faults.push(...sourceFaults(file, matched, content, to));
  if (faults.length > 0) return { faults };
  const inside = matched.flatMap((pair) => codeFaults(file.name, pair, to));
  return inside.length > 0 ? { faults: inside } : { checked: { to, part: file.part, matched }, faults: [] };
}

function foreignFaults(file: ReadFile, content: Content, expected: Expected): Fault[] {
  const place = { file: file.name, line: file.line };
  if (file.product !== PRODUCT) {
    const found = `This file belongs to ${file.product === undefined ? 'no named project' : `"${file.product}"`}, not to "${PRODUCT}".`;
    return [
      fault(
        place,
        'xliff/foreign-project',
        found,
        'Import files that translate:export of this project made.',
      ),
    ];
  }
  const faults: Fault[] = [];
  const parts = partsOf(content.units);
  if (!parts.includes(file.part) || (expected.module ?? file.part) !== file.part) {
    const found = parts.includes(file.part)
      ? `This file is for "${file.part}", not for "${expected.module}".`
      : `This file is for "${file.part}", which is not here.`;
    const mend = `${didYouMean(file.part, parts)}There are: ${parts.join(', ')}.`;
    faults.push(fault(place, 'xliff/foreign-module', found, mend));
  }
  const to = LANGS.find((lang) => lang === file.to);
  if (to === undefined || file.from !== otherLang(to) || (expected.to ?? to) !== to) {
    const found = `This file translates from "${file.from}" to "${file.to}"${expected.to ? `, and "--to ${expected.to}" was asked for` : ''}.`;
    const mend = 'Translations go from en to km or from km to en; export anew in the direction you need.';
    faults.push(fault(place, 'xliff/foreign-language', found, mend));
  }
  return faults;
}

/** Whether the file still says of itself what it said at export. */
function isIntact(file: ReadFile): boolean {
  return file.skeleton === skeletonOf(file, file.units);
}

function damage(file: ReadFile): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const { key, line } of file.units) {
    const before = seen.get(key);
    seen.set(key, before ?? line);
    if (before === undefined) continue;
    const found = `The passage "${key}" stands here a second time; first in line ${before}.`;
    faults.push(fault({ file: file.name, line }, 'xliff/duplicate-unit', found, EXPORT_ANEW));
  }
  if (file.skeleton === undefined) {
    const found = 'The header has no <skl><internal-file> with the hash of the original.';
    faults.push(fault({ file: file.name, line: file.line }, 'xliff/no-skeleton', found, EXPORT_ANEW));
  }
  return faults;
}

const EXPORT_ANEW =
  'Export anew and let the translation tool fill the file from its memory; nothing translated is lost there.';

function missingAndUnknown(file: ReadFile, units: readonly Unit[]): Fault[] {
  const faults: Fault[] = [];
  const known = new Set(units.map(({ key }) => key));
  const inFile = new Map(file.units.map((read) => [read.key, read]));
  const intact = isIntact(file);
  for (const { key, line } of file.units) {
    if (known.has(key)) continue;
    const found = `There is no passage "${key}" in the content${intact ? ' any more' : ''}.`;
    const mend = `${didYouMean(key, [...known])}It was renamed or removed${intact ? ' since the export' : ', or the file was changed by hand'}. ${EXPORT_ANEW}`;
    faults.push(fault({ file: file.name, line }, 'xliff/unknown-unit', found, mend));
  }
  let line = file.line;
  for (const unit of units) {
    const read = inFile.get(unit.key);
    if (read !== undefined) {
      line = read.line;
      continue;
    }
    const found = `The passage "${unit.key}" (${unit.file}:${unit.line}) is missing${intact ? '; it is newer than this file' : ' after this place'}.`;
    faults.push(fault({ file: file.name, line }, 'xliff/missing-unit', found, EXPORT_ANEW));
  }
  return faults;
}

function sourceFaults(file: ReadFile, matched: readonly Matched[], content: Content, to: Lang): Fault[] {
  const intact = isIntact(file);
  const now = new Map(
    exchangeDocument(content, file.part, to).groups.flatMap(({ units }) =>
      units.map((unit) => [unit.key, plainTagged(unit.source)] as const),
    ),
  );
  const changed = matched.filter(({ read }) => now.get(read.key) !== plainTagged(read.source));
  const faults = changed.map(({ read, unit }) => {
    const place = unit.places[otherLang(to)] ?? unit;
    const found = intact
      ? `The original of "${read.key}" was changed after the export, in ${place.file}:${place.line}.`
      : `The original of "${read.key}" is not the text of ${place.file}:${place.line}.`;
    return fault({ file: file.name, line: read.line }, 'xliff/source-changed', found, EXPORT_ANEW);
  });
  if (intact || changed.length > 0 || file.skeleton === undefined) return faults;
  const isWhole = matched.length === now.size && file.units.length === now.size;
  if (!isWhole) return faults;
  const found = 'The hash in the header is not that of the passages below it, or their order was changed.';
  return [fault({ file: file.name, line: file.line }, 'xliff/skeleton', found, EXPORT_ANEW)];
}
