import { loadTree } from '../curriculum/load.ts';
import type { Curriculum, Fault } from '../curriculum/model.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { hashOf } from '../workshop/hash.ts';
import { type Ledger, readLedger, signatureState, translationState } from '../workshop/ledger.ts';
import { isPlaceholder } from '../workshop/placeholder.ts';
import { type Owner, ownersOf, type Unit, unitsOf } from '../workshop/units.ts';
import { type CodeTable, sourceCodes, tagged, targetCodes } from './codes.ts';
import { type ExchangeDocument, type ExchangeUnit, NONE, SHARED, type State } from './document.ts';
import { readInline } from './inline.ts';
import { notesFor } from './notes.ts';

/** Everything the exchange knows of the content at one moment. */
export interface Content {
  readonly curriculum: Curriculum;
  readonly units: readonly Unit[];
  readonly ledger: Ledger;
}

/** Parts that can be exchanged: the modules in their order, then what they share. */
export function partsOf(units: readonly Unit[]): string[] {
  return [...new Set(units.map(partOf))];
}

export function partOf(unit: Unit): string {
  return unit.module ?? SHARED;
}

export function otherLang(lang: Lang): Lang {
  return lang === 'km' ? 'en' : 'km';
}

/** The passages of a part that have a text in the source language, grouped by owner. */
export function exchangeDocument(content: Content, part: string, to: Lang): ExchangeDocument {
  const from = otherLang(to);
  const owners = ownersOf(content.units.filter((unit) => partOf(unit) === part));
  const groups = owners.map((owner) => ({
    owner: owner.id,
    units: exchangeUnits(owner, content, { from, to }),
  }));
  return { part, from, to, groups: groups.filter(({ units }) => units.length > 0) };
}

interface Direction {
  readonly from: Lang;
  readonly to: Lang;
}

function exchangeUnits(owner: Owner, content: Content, direction: Direction): ExchangeUnit[] {
  let section: string | undefined;
  return owner.units.flatMap((unit) => {
    if (unit.kind === 'heading') section = unit[direction.from];
    if (!isExchanged(unit, direction.to, owner.units)) return [];
    const notes = notesFor(unit, { curriculum: content.curriculum, section, from: direction.from });
    const { source, target, codes } = inlineOf(unit, direction);
    const state = stateOf(owner, unit, content.ledger, direction.to);
    // A tool that shows the target alone would not show what it is to be compared with.
    if (state === 'needs-review-translation')
      notes.unshift({ from: 'original', text: unit[direction.from] ?? '' });
    return [
      {
        key: unit.key,
        file: unit.file,
        line: unit.line,
        source: tagged(source, codes.source),
        // OmegaT 3 translates what stands in the target, so what is untranslated stands there in the source language.
        target: target === undefined ? tagged(source, codes.source) : tagged(target, codes.target),
        state,
        before: beforeOf(unit, direction.to),
        notes,
      },
    ];
  });
}

/**
 * Whether a passage is exchanged: it is written in the source language, and a translation has a place: its own, that
 * of a text beside its twin, or a lesson file that is still to be made. A passage that a lesson has in one language
 * only has none, since nobody knows where it belongs.
 */
export function isExchanged(unit: Unit, to: Lang, siblings: readonly Unit[]): boolean {
  const source = unit[otherLang(to)];
  return source !== undefined && !isPlaceholder(source) && hasPlace(unit, to, siblings);
}

/** The second half of {@link isExchanged}. */
export function hasPlace(unit: Unit, to: Lang, siblings: readonly Unit[]): boolean {
  if (unit.places[to] !== undefined || unit.ownerKind !== 'lesson') return true;
  return siblings.every((other) => other.owner !== unit.owner || other.places[to] === undefined);
}

/** The translation there is; the placeholder of a skeleton is none. */
export function translationOf(unit: Unit, to: Lang): string | undefined {
  const text = unit[to];
  return text === undefined || isPlaceholder(text) ? undefined : text;
}

/** Both texts taken apart, with the numbers of their codes. */
export function inlineOf(unit: Unit, { from, to }: Direction) {
  const source = readInline(unit[from] ?? '', unit.kind);
  const text = translationOf(unit, to);
  const target = text === undefined ? undefined : readInline(text, unit.kind);
  const table = sourceCodes(source);
  const codes: { source: CodeTable; target: CodeTable } = {
    source: table,
    target: target === undefined ? new Map() : targetCodes(target, table),
  };
  return { source, target, codes };
}

export function beforeOf(unit: Unit, to: Lang): string {
  const text = unit[to];
  return text === undefined ? NONE : hashOf(text);
}

/** What nobody has recorded as following the original, or no longer does, is to be looked at. */
function stateOf(owner: Owner, unit: Unit, ledger: Ledger, to: Lang): State {
  if (translationOf(unit, to) === undefined) return 'new';
  const state = translationState(ledger, owner, to);
  if (state === 'stale' || state === 'unrecorded') return 'needs-review-translation';
  return signatureState(ledger, owner, to, 'native') === 'signed' ? 'signed-off' : 'translated';
}

/**
 * The content under a tree, ready to be exchanged. What keeps passages from being found comes back as faults: a file
 * that cannot be read would look as if its passages were gone.
 */
export function contentOf(tree: ContentTree): { content?: Content; faults: Fault[] } {
  const { curriculum, faults } = loadTree(tree);
  const { ledger, faults: damage } = readLedger(tree);
  const all = [...faults.filter(hidesPassages), ...damage];
  if (ledger === undefined || all.length > 0) return { faults: all };
  return { content: { curriculum, units: unitsOf(curriculum, tree), ledger }, faults: [] };
}

/** A text in one language only is what translations are for; but a module that lacks one is not read at all. */
function hidesPassages({ rule, file }: Fault): boolean {
  if (rule === 'text/one-language') return file.endsWith('/module.yaml');
  return /^(yaml|mdx|schema)\/|^(lesson\/no-front-matter|file\/duplicate-id)$/.test(rule);
}
