import { fault, type Located } from '../located.ts';
import { parseMdxBody } from '../mdx-file.ts';
import type { Fault, Lang } from '../model.ts';
import { type LessonFrontmatter, LessonFrontmatterSchema } from '../schema/module.ts';
import type { LessonFile } from '../world.ts';
import { parseYaml } from '../yaml-file.ts';
import { readItem, stemOf } from './item.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/;

/** Reads one MDX file. Front matter and body are independent: each is there if it is sound. */
export function readLesson(file: string, text: string, lang: Lang, faults: Fault[]): LessonFile {
  const { body, faults: bodyFaults } = parseMdxBody(file, text, lang);
  faults.push(...bodyFaults);
  return { file, lang, lesson: stemOf(file), front: readFront(file, text, faults), body };
}

function readFront(file: string, text: string, faults: Fault[]): Located<LessonFrontmatter> | undefined {
  const match = FRONT_MATTER.exec(text);
  if (match === null) {
    const found = 'The lesson does not begin with a front matter block.';
    const mend = 'Begin the file with "---", then title, description and minutes, then "---".';
    faults.push(fault({ file, line: 1 }, 'lesson/no-front-matter', found, mend));
    return undefined;
  }
  const yaml = parseYaml(file, match[1] ?? '', 2);
  faults.push(...yaml.faults);
  return readItem(yaml, LessonFrontmatterSchema, faults);
}
