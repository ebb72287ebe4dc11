import type { Curriculum } from '../curriculum/model.ts';
import { LANGS } from '../curriculum/schema/common.ts';
import { accept, type Ledger, originalOf, translationState } from './ledger.ts';
import type { Workshop } from './workshop.ts';

export interface Recorded {
  readonly ledger: Ledger;
  /** Translations recorded for the first time, as `unit (km)`. */
  readonly added: readonly string[];
  /** Units that were renamed, by their new names. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * The ledger with every translation in it that it did not know, taken as following the original of today, and with
 * renamed units under their new names. What it knew stays: a stale translation is not made current. Pure.
 */
export function recordAll(workshop: Workshop, today: string): Recorded {
  const renamed = moveRenamed(workshop.ledger, workshop.curriculum);
  let { ledger } = renamed;
  const added: string[] = [];
  for (const owner of workshop.owners.values()) {
    for (const lang of LANGS) {
      const hasOriginal = owner.hashes[originalOf(ledger, owner.id)] !== undefined;
      if (!hasOriginal || translationState(ledger, owner, lang) !== 'unrecorded') continue;
      ledger = accept(ledger, owner, lang, today);
      added.push(`${owner.id} (${lang})`);
    }
  }
  return { ledger, added, moved: renamed.moved };
}

/** `ids.lock.yaml` says what a lesson, question or dilemma was called before. */
function moveRenamed(ledger: Ledger, curriculum: Curriculum): Pick<Recorded, 'ledger' | 'moved'> {
  const units = { ...ledger.units };
  const moved = new Map<string, string>();
  for (const [before, now] of renames(curriculum)) {
    const entry = units[before];
    if (entry === undefined || units[now] !== undefined) continue;
    units[now] = entry;
    delete units[before];
    moved.set(now, before);
  }
  return { ledger: { ...ledger, units }, moved };
}

function renames({ modules }: Curriculum): [string, string][] {
  return modules.flatMap(({ module, lock }) =>
    (['lessons', 'questions', 'dilemmas'] as const).flatMap((space) =>
      Object.entries(lock[space]).flatMap(([id, { renamedFrom }]) =>
        (renamedFrom ?? []).map((old): [string, string] => {
          const kind = space.slice(0, -1);
          return [`${module.id}/${kind}/${old}`, `${module.id}/${kind}/${id}`];
        }),
      ),
    ),
  );
}
