import type { Fault } from './model.ts';

/** Steps from the top of a YAML document to a field: keys and list positions. */
export type Path = readonly PropertyKey[];

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A checked value that still knows where each of its fields stands. */
export interface Located<T> {
  readonly value: T;
  /** Place of the field at this path inside the value, or of its nearest parent that exists. */
  readonly at: (...path: Path) => Place;
}

/** Things with ids: those that are sound, and every id that was seen, sound or not. */
export interface Collection<T> {
  readonly items: ReadonlyMap<string, Located<T>>;
  readonly ids: ReadonlySet<string>;
  /** False when a file was missing or unreadable, so that an id not seen is no fault of who uses it. */
  readonly complete: boolean;
}

export function fault(place: Place, rule: string, found: string, mend: string): Fault {
  return { file: place.file, line: place.line, rule, found, mend };
}

export function byPlace(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.line !== b.line) return a.line - b.line;
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
}
