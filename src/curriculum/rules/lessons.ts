import { listed } from '../closest.ts';
import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import { LANGS } from '../schema/common.ts';
import type { ModuleParts } from '../world.ts';
import type { ModuleRule } from './rule.ts';

/** `module.yaml` lists exactly the lessons there are files for, once each. */
export const lessonsAreListed: ModuleRule = (module) => {
  if (module.listed === undefined) return [];
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { id, place } of module.listed) {
    if (seen.has(id)) {
      faults.push(
        fault(place, 'lesson/listed-twice', `The lesson "${id}" is listed twice.`, 'Keep one of the two.'),
      );
    } else if (!module.lessons.has(id)) {
      const found = `The lesson "${id}" is listed, but has no file.`;
      const mend = `Write ${module.folder}/km/${id}.mdx and ${module.folder}/en/${id}.mdx, or take it off the list.`;
      faults.push(fault(place, 'lesson/without-file', found, mend));
    }
    seen.add(id);
  }
  return [...faults, ...unlisted(module, seen)];
};

function unlisted(module: ModuleParts, ids: ReadonlySet<string>): Fault[] {
  return [...module.lessons].flatMap(([id, { km, en }]) => {
    const file = (en ?? km)?.file;
    if (ids.has(id) || file === undefined) return [];
    const found = `The lesson "${id}" is not listed in module.yaml.`;
    const mend = `Add it under "lessons:" of ${module.folder}/module.yaml (now ${listed(ids)}), or rename the file.`;
    return [fault({ file, line: 1 }, 'lesson/not-listed', found, mend)];
  });
}

/** A published lesson exists in both languages. */
export const lessonsHaveTwins: ModuleRule = (module) => {
  if (!module.published) return [];
  return [...module.lessons].flatMap(([id, texts]) => {
    const missing = LANGS.find((lang) => texts[lang] === undefined);
    const file = (texts.en ?? texts.km)?.file;
    if (missing === undefined || file === undefined) return [];
    const language = missing === 'km' ? 'Khmer' : 'English';
    const found = `This lesson of a published module has no ${language} twin.`;
    const mend = `Write ${module.folder}/${missing}/${id}.mdx, or set "status: draft" in module.yaml.`;
    return [fault({ file, line: 1 }, 'lesson/without-twin', found, mend)];
  });
};
