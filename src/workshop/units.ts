import { groupBy } from '../curriculum/group-by.ts';
import type { Path } from '../curriculum/located.ts';
import type { Curriculum } from '../curriculum/model.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { canonText, hashOf } from './hash.ts';
import { lessonUnits } from './lesson-units.ts';
import { isPlaceholder } from './placeholder.ts';
import { yamlUnits } from './yaml-units.ts';

/** What a passage belongs to; the ledger keeps one entry for each (the *owner* of its passages). */
export type OwnerKind =
  | 'module'
  | 'lesson'
  | 'question'
  | 'dilemma'
  | 'figure'
  | 'material'
  | 'session-plan'
  | 'term'
  | 'pathway'
  | 'channel'
  | 'source'
  | 'news'
  | 'partners';

/** What kind of text a passage is. `field` is a text of a YAML file or of front matter. */
export type PassageKind = 'field' | 'heading' | 'paragraph' | 'list-item' | 'table-cell' | 'slide-title';

/** Who reads a passage: learners; the trainer; whoever takes a test or a paper test. */
export type Readers = 'learner' | 'trainer' | 'test' | 'paper';

/** A passage in one language: canonical text, and exactly where it stands in its file. */
export interface Passage {
  readonly file: string;
  readonly line: number;
  /** Canonical Khmer. In lessons the Markdown as written, with its components; in YAML the value, without quotes. */
  readonly text: string;
  /** UTF-16 offsets into the file as `readTree` gives it, the end exclusive: in YAML those of the scalar as written. */
  readonly start: number;
  readonly end: number;
  /** Path of the scalar in its YAML document or front matter; absent for Markdown. */
  readonly path?: Path;
}

/** One translatable passage, in as many languages as it has. */
export interface Unit {
  /** Stable while the content around it keeps its ids, e.g. `integrity/question/ask-first/option/price/feedback`. */
  readonly key: string;
  /** The unit of the ledger it belongs to, e.g. `integrity/question/ask-first`; the key begins with it. */
  readonly owner: string;
  readonly ownerKind: OwnerKind;
  readonly kind: PassageKind;
  /** Absent for what modules share. */
  readonly module?: string;
  readonly readers: Readers;
  /** Where an editor opens it: the English place or, without one, the Khmer. */
  readonly file: string;
  readonly line: number;
  readonly en?: string;
  readonly km?: string;
  readonly places: Readonly<Partial<Record<Lang, Passage>>>;
  /** Ids of the sources it names, in order of first use. */
  readonly claims: readonly string[];
  /** Its owner asks for a lawyer (`legalReview`, pending or signed). */
  readonly legal: boolean;
}

/**
 * Every translatable passage under `content/`, in reading order: for each module what it says of itself, its lessons,
 * questions, dilemmas, figures, session plan and materials; then what modules share. The tree is the one that the
 * curriculum was loaded from. A lesson whose MDX or front matter cannot be read has no units; the check reports it.
 */
export function unitsOf(curriculum: Curriculum, tree: ContentTree): Unit[] {
  const nameOf = (kind: OwnerKind, module = '') => `${kind} ${module}`;
  const yaml = groupBy(yamlUnits(tree), (unit) => nameOf(unit.ownerKind, unit.module));
  const ofKind = (module: string | undefined, ...kinds: OwnerKind[]): Unit[] =>
    kinds.flatMap((kind) => yaml.get(nameOf(kind, module)) ?? []);
  return [
    ...curriculum.modules.flatMap((entry) => [
      ...ofKind(entry.module.id, 'module'),
      ...entry.lessons.flatMap((lesson) => lessonUnits(entry.module.id, lesson, tree)),
      ...ofKind(entry.module.id, 'question', 'dilemma', 'figure', 'session-plan', 'material'),
    ]),
    ...ofKind(undefined, 'term', 'pathway', 'channel', 'source', 'news', 'partners'),
  ];
}

/** What the ledger keeps one entry for: a lesson, a question, a dilemma, a term … with all its passages. */
export interface Owner {
  readonly id: string;
  readonly kind: OwnerKind;
  readonly module?: string;
  readonly file: string;
  readonly line: number;
  readonly legal: boolean;
  readonly units: readonly Unit[];
  /** Hash of all its text in a language; absent where there is none, or a placeholder still stands in it. */
  readonly hashes: Readonly<Partial<Record<Lang, string>>>;
}

/** Units grouped by owner, in the order of their first unit. */
export function ownersOf(units: readonly Unit[]): Owner[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const group = groups.get(unit.owner);
    if (group === undefined) groups.set(unit.owner, [unit]);
    else group.push(unit);
  }
  return [...groups].flatMap(([id, group]) => {
    const [first] = group;
    return first === undefined ? [] : [ownerOf(id, first, group)];
  });
}

function ownerOf(id: string, first: Unit, units: readonly Unit[]): Owner {
  const hashes: Partial<Record<Lang, string>> = {};
  for (const lang of ['km', 'en'] as const) {
    const hash = hashIn(units, lang);
    if (hash !== undefined) hashes[lang] = hash;
  }
  return {
    id,
    kind: first.ownerKind,
    ...(first.module === undefined ? {} : { module: first.module }),
    file: first.file,
    line: first.line,
    legal: first.legal,
    units,
    hashes,
  };
}

/**
 * One hash over all passages in a language, in order. Keys stay out of it, since a lesson's keys come from English
 * headings, and a Khmer signature does not end when an English heading changes.
 */
function hashIn(units: readonly Unit[], lang: Lang): string | undefined {
  const texts = units.flatMap((unit) => unit[lang] ?? []);
  if (texts.length === 0 || texts.some(isPlaceholder)) return undefined;
  return hashOf(texts.map(canonText).join('\u0000'));
}
