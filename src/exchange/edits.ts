import type { Path } from '../curriculum/located.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { Unit } from '../workshop/units.ts';
import type { Edit } from './text-edit.ts';
import { yamlEdits } from './yaml-edit.ts';

/** A passage that gets another text in a language. */
export interface Change {
  readonly unit: Unit;
  readonly lang: Lang;
  readonly text: string;
}

/** The edits of one existing file. */
export function editsIn(file: string, text: string, changes: readonly Change[]): Edit[] {
  const yaml: { path: Path | undefined; value: string }[] = [];
  const edits: Edit[] = [];
  for (const { unit, lang, text: value } of changes) {
    const place = unit.places[lang];
    if (place !== undefined && place.path === undefined) {
      edits.push({ start: place.start, end: place.end, text: value });
    } else yaml.push({ path: place?.path ?? twinPath(unit, lang), value });
  }
  const inYaml = yaml.flatMap(({ path, value }) => (path === undefined ? [] : [{ path, value }]));
  if (inYaml.length === 0) return edits;
  if (!file.endsWith('.mdx')) return yamlEdits(text, inYaml);
  const { start, front } = frontMatter(text);
  const shifted = yamlEdits(front, inYaml).map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
  return [...shifted, ...edits];
}

/** Where a YAML text would stand that exists in the other language only. */
function twinPath(unit: Unit, lang: Lang): Path | undefined {
  const twin = unit.places[lang === 'km' ? 'en' : 'km'];
  return twin?.path && [...twin.path.slice(0, -1), lang];
}

/** The YAML of a lesson's front matter, and where it begins. */
export function frontMatter(text: string): { start: number; front: string } {
  const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) throw new RangeError('the lesson does not begin with a front matter block');
  return { start: match[0].indexOf('\n') + 1, front: match[1] ?? '' };
}
