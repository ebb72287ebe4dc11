import { fault } from '../curriculum/located.ts';
import type { Fault } from '../curriculum/model.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { Unit } from '../workshop/units.ts';
import type { CodeTable } from './codes.ts';
import { type Tag, tagsOf } from './document.ts';
import { type Matched, outcomeOf } from './outcome.ts';
import { inlineOf, otherLang, translationOf } from './plan.ts';

/** Codes that a translation may use, and those it must. */
interface Codes {
  readonly all: CodeTable;
  readonly needed: readonly string[];
}

/** A translation that lacks a code already may go on lacking it: mending a comma is not the moment to be stopped. */
function codesFor(unit: Unit, to: Lang): Codes {
  const { codes, target } = inlineOf(unit, { from: otherLang(to), to });
  return {
    all: new Map([...codes.target, ...codes.source]),
    needed: [...codes.source.keys()].filter((id) => target === undefined || codes.target.has(id)),
  };
}

/** Faults of one passage's translation: its codes, an empty text, and a text that somebody else changed meanwhile. */
export function codeFaults(file: string, { read, unit }: Matched, to: Lang): Fault[] {
  const say = (rule: string, found: string, mend: string): Fault =>
    fault({ file, line: read.targetLine }, rule, `${found} (${read.key})`, mend);
  if (read.target === undefined) {
    if (translationOf(unit, to) === undefined) return [];
    const mend = 'Give it back its text, or copy the original into it.';
    return [say('xliff/target-empty', 'This translation has become empty.', mend)];
  }
  const { all, needed } = codesFor(unit, to);
  const tags = tagsOf(read.target);
  const faults = tags.flatMap((tag, i) => tagFaults(tag, tags.slice(0, i), all, say));
  for (const id of needed) {
    if (tags.some((tag) => tag.id === id)) continue;
    const found = `The tag ${id} (${shown(all, id)}) of the original is missing.`;
    faults.push(say('xliff/tag-missing', found, 'Put it back where it belongs in the translation.'));
  }
  if (faults.length > 0) return faults;
  if (outcomeOf({ read, unit }, to).kind !== 'conflict') return [];
  const place = unit.places[to] ?? unit;
  const found = `This translation was changed here and in ${place.file}:${place.line} since the export`;
  const mend = 'Decide which of the two holds: export anew, and enter it there.';
  return [say('xliff/edited-meanwhile', found, mend)];
}

type Say = (rule: string, found: string, mend: string) => Fault;

function tagFaults(tag: Tag, before: readonly Tag[], all: CodeTable, say: Say): Fault[] {
  const code = all.get(tag.id);
  const keep = 'Keep the tags of the original, each once, and add no others.';
  if (code === undefined) {
    return [say('xliff/tag-unknown', `The tag ${tag.id} is not one of the original.`, keep)];
  }
  if (before.some(({ id }) => id === tag.id)) {
    return [say('xliff/tag-repeated', `The tag ${tag.id} (${code.open}) stands twice.`, keep)];
  }
  const isAround = code.close !== undefined;
  if (isAround !== (tag.native === undefined) || (tag.native ?? code.open) !== code.open) {
    const found = `The tag ${tag.id} (${code.open}) was changed${tag.native ? ` to ${tag.native}` : ''}.`;
    return [say('xliff/tag-changed', found, 'What is inside such a tag is not translated; restore it.')];
  }
  return [];
}

function shown(all: CodeTable, id: string): string {
  const code = all.get(id);
  return code === undefined ? id : `${code.open}${code.close === undefined ? '' : `…${code.close}`}`;
}
