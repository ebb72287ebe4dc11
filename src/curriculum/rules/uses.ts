import { type LessonFile, lessonFiles, type ModuleParts } from '../world.ts';

/** A component that a lesson uses by its id. */
export interface Use {
  readonly name: string;
  readonly id: string;
  readonly file: LessonFile;
  readonly line: number;
  /** Of a reflection: whether it is the module's plan step. */
  readonly plan: boolean;
}

/** Every use of a component with an id in any language of any lesson, or of one component alone. */
export function usesOf(module: ModuleParts, component?: string): Use[] {
  return lessonFiles(module).flatMap((file) =>
    (file.body?.uses ?? []).flatMap(({ name, attributes, line, reflection }) => {
      const id = attributes['id'] ?? '';
      const wanted = component === undefined || name === component;
      return wanted && id.trim() !== '' ? [{ name, id, file, line, plan: reflection?.plan ?? false }] : [];
    }),
  );
}
