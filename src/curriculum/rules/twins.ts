import { fault } from '../located.ts';
import type { MdxBody } from '../mdx-file.ts';
import type { Fault } from '../model.ts';
import type { LessonFile } from '../world.ts';
import type { ModuleRule } from './rule.ts';

/** Both languages of a lesson have the same headings and the same components, in the same order. */
export const twinsMatch: ModuleRule = (module) =>
  [...module.lessons.values()].flatMap(({ km, en }) => {
    if (km?.body === undefined || en?.body === undefined) return [];
    return [...headings(km, km.body, en, en.body), ...components(km, km.body, en, en.body)];
  });

function headings(km: LessonFile, kmBody: MdxBody, en: LessonFile, enBody: MdxBody): Fault[] {
  const i = firstDifference(kmBody.headings, enBody.headings, (a, b) => a.depth === b.depth);
  if (i === undefined) return [];
  const [a, b] = [kmBody.headings[i], enBody.headings[i]];
  const show = (h: { depth: number; text: string; line: number } | undefined): string =>
    h === undefined ? 'no further heading' : `"${'#'.repeat(h.depth)} ${h.text}" (line ${h.line})`;
  return [
    fault(
      { file: km.file, line: a?.line ?? lastLine(kmBody.headings) },
      'twins/headings-differ',
      `Heading no. ${i + 1} differs: here ${show(a)}, in ${en.file} ${show(b)}.`,
      'Give both languages the same headings, of the same level, in the same order.',
    ),
  ];
}

function components(km: LessonFile, kmBody: MdxBody, en: LessonFile, enBody: MdxBody): Fault[] {
  const i = firstDifference(kmBody.uses, enBody.uses, (a, b) => name(a) === name(b));
  if (i === undefined) return [];
  const [a, b] = [kmBody.uses[i], enBody.uses[i]];
  const show = (use: MdxBody['uses'][number] | undefined): string =>
    use === undefined ? 'no further component' : `${name(use)} (line ${use.line})`;
  return [
    fault(
      { file: km.file, line: a?.line ?? lastLine(kmBody.uses) },
      'twins/components-differ',
      `Component no. ${i + 1} differs: here ${show(a)}, in ${en.file} ${show(b)}.`,
      'Give both languages the same components with the same ids, in the same order.',
    ),
  ];
}

function name(use: MdxBody['uses'][number]): string {
  const id = use.attributes['id'];
  return id === undefined ? `<${use.name}>` : `<${use.name} id="${id}">`;
}

function firstDifference<T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: T, y: T) => boolean,
): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === undefined || y === undefined || !same(x, y)) return i;
  }
  return undefined;
}

function lastLine(things: readonly { readonly line: number }[]): number {
  return things[things.length - 1]?.line ?? 1;
}
