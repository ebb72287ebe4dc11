import { headingIds } from './heading-ids.ts';
import type { Collection } from './located.ts';
import { byPlace } from './located.ts';
import { EMPTY_LOCK } from './lock.ts';
import type {
  Curriculum,
  CurriculumModule,
  Fault,
  FigureWithSvg,
  Lang,
  Lesson,
  LessonText,
} from './model.ts';
import { readWorld } from './read/world.ts';
import { crossCheck } from './rules/index.ts';
import { LANGS } from './schema/common.ts';
import type { Module } from './schema/module.ts';
import { type ContentTree, readTree } from './tree.ts';
import type { LessonFile, ModuleParts, World } from './world.ts';

export interface Loaded {
  /** Everything that could be read; complete when there are no faults. */
  readonly curriculum: Curriculum;
  /** All faults of all files, by file and line. */
  readonly faults: readonly Fault[];
}

/** Reads, validates and cross-checks `<root>/content`. Throws only when the disk does. */
export function loadCurriculum(root: string): Loaded {
  return loadTree(readTree(root));
}

/** The same from files in memory. */
export function loadTree(tree: ContentTree): Loaded {
  const { world, faults } = readWorld(tree);
  return { curriculum: published(world), faults: [...faults, ...crossCheck(world)].sort(byPlace) };
}

function published(world: World): Curriculum {
  return {
    modules: world.modules.flatMap((parts) =>
      parts.module === undefined ? [] : [moduleOf(parts, parts.module.value, world.tree)],
    ),
    glossary: values(world.glossary),
    sources: values(world.sources),
    channels: values(world.channels),
    pathways: [...values(world.pathways).values()],
    news: [...values(world.news).values()].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    attribution: world.attribution?.value,
  };
}

function values<T>(collection: Collection<T>): Map<string, T> {
  return new Map([...collection.items].map(([id, { value }]) => [id, value]));
}

function moduleOf(parts: ModuleParts, module: Module, tree: ContentTree): CurriculumModule {
  return {
    module,
    lessons: module.lessons.map((id) => lessonOf(id, parts.lessons.get(id) ?? {})),
    questions: values(parts.questions),
    dilemmas: values(parts.dilemmas),
    figures: figuresOf(parts, tree),
    sessionPlan: parts.sessionPlan?.value,
    materials: values(parts.materials),
    lock: typeof parts.lock === 'object' ? parts.lock.value : EMPTY_LOCK,
  };
}

function figuresOf(parts: ModuleParts, tree: ContentTree): Map<string, FigureWithSvg> {
  const figures = new Map<string, FigureWithSvg>();
  for (const [id, { value }] of parts.figures.items) {
    const svg = tree.get(`${parts.folder}/media/${id}.svg`);
    if (svg !== undefined) figures.set(id, { ...value, svg });
  }
  return figures;
}

function lessonOf(id: string, files: Readonly<Partial<Record<Lang, LessonFile>>>): Lesson {
  const english = files.en?.body?.headings.map((heading) => heading.text) ?? [];
  const texts: Partial<Record<Lang, LessonText>> = {};
  for (const lang of LANGS) {
    const file = files[lang];
    const text = file && textOf(id, file, english);
    if (text !== undefined) texts[lang] = text;
  }
  return { id, texts };
}

function textOf(lesson: string, file: LessonFile, english: readonly string[]): LessonText | undefined {
  const { body, front } = file;
  if (body === undefined || front === undefined) return undefined;
  const ids = headingIds(lesson, english, body.headings.length);
  return {
    lang: file.lang,
    file: file.file,
    front: front.value,
    headings: body.headings.map((heading, i) => ({
      ...heading,
      id: ids[i] ?? `${lesson}--section-${i + 1}`,
    })),
    uses: body.uses.map(({ name, attributes, line, reflection }) => ({
      name,
      attributes,
      line,
      ...(reflection && { reflection }),
    })),
    length: body.length,
  };
}
