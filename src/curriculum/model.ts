import type { Attribution } from './schema/attribution.ts';
import type { Bilingual, Lang } from './schema/common.ts';
import type { Dilemma } from './schema/dilemma.ts';
import type { Figure } from './schema/figure.ts';
import type { IdsLock } from './schema/lock.ts';
import type { LessonFrontmatter, Module } from './schema/module.ts';
import type { News } from './schema/news.ts';
import type { Pool, Question } from './schema/question.ts';
import type { Channel, Pathway, Source, Term } from './schema/reference.ts';
import type { Material, SessionPlan } from './schema/session-plan.ts';

/** A heading of a lesson, with the id it has in every document: `<lesson>--<slug of the English twin's heading>`. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
  readonly line: number;
}

/** One component used in a lesson's MDX, in document order. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** Of a reflection alone: what it asks, blocks separated by line ends, and whether it is the module's plan step. */
  readonly reflection?: { readonly text: string; readonly plan: boolean };
}

/** A lesson in one language, as far as the rest of the system needs it; its body is rendered from `file`. */
export interface LessonText {
  readonly lang: Lang;
  /** Path relative to the project root, with `/`. */
  readonly file: string;
  readonly front: LessonFrontmatter;
  readonly headings: readonly Heading[];
  readonly uses: readonly ComponentUse[];
  /** Words (English) or Khmer characters of what a learner reads: no slides, no trainer notes. */
  readonly length: number;
}

export interface Lesson {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<Lang, LessonText>>>;
}

export type PooledQuestion = Question & {
  readonly pool: Pool;
  /** File it stands in, relative to the project root. */
  readonly file: string;
};

export interface FigureWithSvg extends Figure {
  readonly svg: string;
}

export interface CurriculumModule {
  readonly module: Module;
  /** In the order of `module.lessons`. */
  readonly lessons: readonly Lesson[];
  readonly questions: ReadonlyMap<string, PooledQuestion>;
  readonly dilemmas: ReadonlyMap<string, Dilemma>;
  readonly figures: ReadonlyMap<string, FigureWithSvg>;
  readonly sessionPlan: SessionPlan | undefined;
  readonly materials: ReadonlyMap<string, Material>;
  readonly lock: IdsLock;
}

/** Everything under `content/`, read, validated and cross-checked. */
export interface Curriculum {
  readonly modules: readonly CurriculumModule[];
  readonly glossary: ReadonlyMap<string, Term>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly pathways: readonly Pathway[];
  /** The newest first. */
  readonly news: readonly News[];
  readonly attribution: Attribution | undefined;
}

/** One thing an author has to mend: where, what was found, how to mend it. */
export interface Fault {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  /** 1-based; 1 where the fault is the file itself. */
  readonly line: number;
  /** Stable name of the rule, e.g. `question/no-right-option`. */
  readonly rule: string;
  readonly found: string;
  readonly mend: string;
}

export type { Bilingual, Lang };
