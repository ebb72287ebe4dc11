import type { Collection, Located, Path, Place } from './located.ts';
import type { MdxBody } from './mdx-file.ts';
import type { Lang, PooledQuestion } from './model.ts';
import type { Attribution } from './schema/attribution.ts';
import type { Dilemma } from './schema/dilemma.ts';
import type { Figure } from './schema/figure.ts';
import type { IdsLock } from './schema/lock.ts';
import type { LessonFrontmatter, Module } from './schema/module.ts';
import type { News } from './schema/news.ts';
import type { Channel, Pathway, Source, Term } from './schema/reference.ts';
import type { Material, SessionPlan } from './schema/session-plan.ts';
import type { ContentTree } from './tree.ts';

/** One language of a lesson as read; a part that could not be read is absent and has its faults already. */
export interface LessonFile {
  readonly file: string;
  readonly lang: Lang;
  readonly lesson: string;
  readonly front: Located<LessonFrontmatter> | undefined;
  readonly body: MdxBody | undefined;
}

export interface ModuleParts {
  readonly id: string;
  /** `content/modules/<id>`. */
  readonly folder: string;
  /** Absent when `module.yaml` is missing or faulty; what follows is then read as far as it goes. */
  readonly module: Located<Module> | undefined;
  readonly published: boolean;
  /** Lesson ids of `module.yaml`, with places in it; `undefined` when it has no readable list. */
  readonly listed: readonly { readonly id: string; readonly place: Place }[] | undefined;
  readonly objectives: ReadonlySet<string> | undefined;
  /** Place of a field of `module.yaml`. */
  readonly at: (...path: Path) => Place;
  readonly lessons: ReadonlyMap<string, Readonly<Partial<Record<Lang, LessonFile>>>>;
  /** Under the first place an id was seen. */
  readonly questions: Collection<PooledQuestion>;
  /** Every further question with an id that was taken already. */
  readonly repeated: readonly Located<PooledQuestion>[];
  readonly dilemmas: Collection<Dilemma>;
  readonly figures: Collection<Figure>;
  readonly sessionPlan: Located<SessionPlan> | undefined;
  readonly materials: Collection<Material>;
  /** `absent` when there is no file; `undefined` when it is faulty. */
  readonly lock: Located<IdsLock> | 'absent' | undefined;
}

/** All content as read, before rules look across it. */
export interface World {
  readonly tree: ContentTree;
  readonly modules: readonly ModuleParts[];
  readonly glossary: Collection<Term>;
  readonly sources: Collection<Source>;
  readonly channels: Collection<Channel>;
  readonly pathways: Collection<Pathway>;
  readonly news: Collection<News>;
  /** Absent when there is no `content/partners.yaml`, or a faulty one. */
  readonly attribution: Located<Attribution> | undefined;
}

/** Every language file of every lesson of a module. */
export function lessonFiles(module: ModuleParts): LessonFile[] {
  return [...module.lessons.values()].flatMap(({ km, en }) => [km, en].filter((file) => file !== undefined));
}
