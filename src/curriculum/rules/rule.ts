import { didYouMean } from '../closest.ts';
import { type Collection, fault, type Place } from '../located.ts';
import type { Fault } from '../model.ts';
import type { ModuleParts, World } from '../world.ts';

/** A rule over one module; `world` for what modules share. */
export type ModuleRule = (module: ModuleParts, world: World) => Fault[];
/** A rule over what modules share. */
export type WorldRule = (world: World) => Fault[];

/** The fault of naming an id that does not exist, or nothing when it does (or cannot be known). */
export function unknownId(
  place: Place,
  kind: string,
  id: string,
  known: Pick<Collection<unknown>, 'ids' | 'complete'>,
  where: string,
): Fault[] {
  if (!known.complete || known.ids.has(id)) return [];
  const mend = `${didYouMean(id, known.ids)}Use an id from ${where}, or add "${id}" there.`;
  return [fault(place, `${kind}/unknown`, `There is no ${kind} "${id}".`, mend)];
}

export function placeOf(file: string, line: number): Place {
  return { file, line };
}
