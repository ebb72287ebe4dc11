import type { ContentTree } from '../curriculum/tree.ts';
import type { Unit } from '../workshop/units.ts';
import { type Change, editsIn } from './edits.ts';
import { applyEdits } from './text-edit.ts';

/**
 * The file of a lesson in a language it does not have yet: its twin, with every passage translated.
 * @throws RangeError when a passage has no translation, or the languages differ
 */
export function newLesson(
  tree: ContentTree,
  units: readonly Unit[],
  changes: readonly Change[],
): { file: string; text: string } {
  const [first] = changes;
  if (first === undefined) throw new RangeError('there is nothing to make a lesson of');
  const from = first.lang === 'km' ? 'en' : 'km';
  const missing = units.find((unit) => !changes.some((change) => change.unit.key === unit.key));
  if (missing !== undefined) throw new RangeError(`${missing.key} is not translated yet`);
  const source = first.unit.places[from]?.file ?? '';
  const twin = changes.map((change) => ({ ...change, lang: from }) as const);
  const text = tree.get(source) ?? '';
  const body = applyEdits(text, editsIn(source, text, twin));
  return {
    file: source.replace(`/${from}/`, `/${first.lang}/`),
    text: first.lang === 'km' ? awaitingReview(body) : body.replace(/^review: .*\n/m, ''),
  };
}

/** A Khmer text that nobody has signed says so. */
function awaitingReview(text: string): string {
  if (/^review:/m.test(text)) return text;
  return text.replace(/^(---[ \t]*\n[\s\S]*?\n)(---)/, '$1review: awaiting-native-review\n$2');
}
