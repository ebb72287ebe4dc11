import { z } from 'zod';
import type { Located, Path, Place } from '../located.ts';
import type { Fault, Lang } from '../model.ts';
import { LANGS } from '../schema/common.ts';
import { DilemmaSchema } from '../schema/dilemma.ts';
import { FigureSchema } from '../schema/figure.ts';
import { IdsLockSchema } from '../schema/lock.ts';
import { type Module, ModuleSchema } from '../schema/module.ts';
import { MaterialSchema, SessionPlanSchema } from '../schema/session-plan.ts';
import type { ContentTree } from '../tree.ts';
import type { LessonFile, ModuleParts } from '../world.ts';
import type { YamlFile } from '../yaml-file.ts';
import { filesIn, idMismatch, idOf, missingFile, openYaml, readFolder, readItem } from './item.ts';
import { readLesson } from './lesson.ts';
import { readQuestions } from './questions.ts';

/** Reads `content/modules/<id>`; whatever can be read is, so that all faults show at once. */
export function readModule(tree: ContentTree, id: string, faults: Fault[]): ModuleParts {
  const folder = `content/modules/${id}`;
  const yaml = openYaml(tree, `${folder}/module.yaml`, faults);
  if (yaml === undefined) {
    const mend = 'Add it with id, version, status, titles, objectives and lessons; see docs/authoring.md.';
    faults.push(missingFile(`${folder}/module.yaml`, mend));
  }
  return {
    id,
    folder,
    ...readModuleYaml(yaml, id, faults),
    at: (...path) => ({ file: `${folder}/module.yaml`, line: yaml?.lineOf(path) ?? 1 }),
    lessons: readLessons(tree, folder, faults),
    ...readQuestions(tree, folder, faults),
    dilemmas: readFolder(tree, `${folder}/dilemmas`, DilemmaSchema, faults),
    figures: readFolder(tree, `${folder}/media`, FigureSchema, faults),
    sessionPlan: readOptional(tree, `${folder}/session-plan.yaml`, SessionPlanSchema, faults),
    materials: readFolder(tree, `${folder}/materials`, MaterialSchema, faults),
    lock: tree.has(`${folder}/ids.lock.yaml`)
      ? readOptional(tree, `${folder}/ids.lock.yaml`, IdsLockSchema, faults)
      : 'absent',
  };
}

function readOptional<S extends z.ZodType>(
  tree: ContentTree,
  file: string,
  schema: S,
  faults: Fault[],
): Located<z.output<S>> | undefined {
  const yaml = openYaml(tree, file, faults);
  return yaml && readItem(yaml, schema, faults);
}

function readLessons(tree: ContentTree, folder: string, faults: Fault[]): ModuleParts['lessons'] {
  const lessons = new Map<string, Partial<Record<Lang, LessonFile>>>();
  for (const lang of LANGS) {
    for (const file of filesIn(tree, `${folder}/${lang}`, '.mdx')) {
      const lesson = readLesson(file, tree.get(file) ?? '', lang, faults);
      lessons.set(lesson.lesson, { ...lessons.get(lesson.lesson), [lang]: lesson });
    }
  }
  return lessons;
}

/** What other rules need of a module even while one of its fields is faulty. */
const OutlineSchema = z.object({
  status: z.unknown().transform((status) => status === 'published'),
  lessons: z.array(z.string()).optional().catch(undefined),
  objectives: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
});

function readModuleYaml(
  yaml: YamlFile | undefined,
  id: string,
  faults: Fault[],
): Pick<ModuleParts, 'module' | 'published' | 'listed' | 'objectives'> {
  const module: Located<Module> | undefined = yaml && readItem(yaml, ModuleSchema, faults);
  const written = idOf(yaml?.value);
  if (yaml !== undefined && written !== undefined && written !== id)
    faults.push(idMismatch(yaml, written, id));
  const outline = OutlineSchema.safeParse(yaml?.value ?? {});
  const place = (path: Path): Place => ({ file: yaml?.file ?? '', line: yaml?.lineOf(path) ?? 1 });
  return {
    module,
    published: outline.data?.status ?? false,
    listed: outline.data?.lessons?.map((lesson, i) => ({ id: lesson, place: place(['lessons', i]) })),
    objectives: outline.data?.objectives && new Set(outline.data.objectives.map((objective) => objective.id)),
  };
}
