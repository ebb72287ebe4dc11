import { formatFaults } from './friendly.ts';
import { textIn } from './lesson-text.ts';
import { loadCurriculum } from './load.ts';
import type { Curriculum, CurriculumModule, LessonText } from './model.ts';
import type { Lang } from './schema/common.ts';

let loaded: Curriculum | undefined;
let loadedAt = 0;
/** While an author edits, one page is rendered from one reading. */
const DEV_MILLISECONDS = 1000;

/**
 * The curriculum of this project, for pages at build time. Read once a build; read anew for every page while an
 * author edits (`astro dev`). Faults end the build with the whole list, as `npm run check` prints it.
 */
export function currentCurriculum(): Curriculum {
  if (loaded && (!import.meta.env.DEV || Date.now() - loadedAt < DEV_MILLISECONDS)) return loaded;
  const { curriculum, faults } = loadCurriculum(process.cwd());
  if (faults.length > 0) throw new Error(`The content has faults.\n${formatFaults(faults)}`);
  loaded = curriculum;
  loadedAt = Date.now();
  return curriculum;
}

/**
 * Whether the trainer's edition is being built (`SOG_EDITION=trainer`), which holds what no learner's file may.
 * @throws on an edition that does not exist, so that a slip of the keyboard builds nothing
 */
export function isTrainerEdition(): boolean {
  const edition = process.env['SOG_EDITION'];
  if (edition === undefined || edition === '' || edition === 'trainer') return edition === 'trainer';
  throw new Error(
    `There is no edition "${edition}". Write SOG_EDITION=trainer, or leave it out for learners.`,
  );
}

/** Modules a learner sees: published ones, and drafts while an author edits or with SOG_DRAFTS set. */
export function visibleModules(): readonly CurriculumModule[] {
  const drafts = import.meta.env.DEV || process.env['SOG_DRAFTS'];
  return currentCurriculum().modules.filter((m) => drafts || m.module.status === 'published');
}

/** @throws if the id is unknown; the checker reports such an id first, so this is a programming error. */
export function moduleById(id: string): CurriculumModule {
  return must(
    currentCurriculum().modules.find((m) => m.module.id === id),
    `module ${id}`,
  );
}

/** The text of a lesson in a language, or in the other one where it is not translated yet (see `textIn`). */
export function lessonText(module: CurriculumModule, lesson: string, lang: Lang): LessonText {
  const found = module.lessons.find((l) => l.id === lesson);
  return must(textIn(found, lang), `lesson ${lesson}`);
}

export function lessonTitle(module: CurriculumModule, lesson: string, lang: Lang): string {
  return lessonText(module, lesson, lang).front.title;
}

/** The `lang` of a lesson's title on a page in `lang`: undefined, and so no attribute, where it is the page's own. */
export function titleLang(module: CurriculumModule, lesson: string, lang: Lang): Lang | undefined {
  const text = lessonText(module, lesson, lang);
  return text.lang === lang ? undefined : text.lang;
}

export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`missing: ${what}`);
  return value;
}
