import { formatFaults } from '../curriculum/friendly.ts';
import { loadTree } from '../curriculum/load.ts';
import type { Curriculum } from '../curriculum/model.ts';
import { type ContentTree, readTree } from '../curriculum/tree.ts';
import { wholeFiles, writeChanges } from '../exchange/files.ts';
import { LEDGER_FILE, type Ledger, ledgerYaml, readLedger } from '../workshop/ledger.ts';
import { type Workshop, workshopOf } from '../workshop/workshop.ts';
import { UsageError } from './command.ts';

export interface Opened {
  readonly root: string;
  readonly tree: ContentTree;
  readonly curriculum: Curriculum;
  readonly workshop: Workshop;
}

/**
 * The content of a folder with its ledger. Content with faults is refused, since what cannot be read would look as if
 * it were gone.
 * @throws UsageError with the list of faults.
 */
export function openWorkshop(root: string): Opened {
  const tree = readTree(root);
  const { curriculum, faults } = loadTree(tree);
  if (faults.length > 0) {
    throw new UsageError(`${formatFaults(faults)}\nThe content has faults; mend them first (npm run check).`);
  }
  const { ledger, faults: damage } = readLedger(tree);
  if (ledger === undefined || damage.length > 0) {
    throw new UsageError(
      `${formatFaults(damage)}\nThe ledger is damaged; nothing was read from it or written to it. Mend it, or take it back from version control.`,
    );
  }
  return { root, tree, curriculum, workshop: workshopOf(curriculum, tree, ledger) };
}

/** Writes the ledger if it changed; says whether it did. */
export function saveLedger({ root, tree }: Opened, ledger: Ledger): boolean {
  const text = ledgerYaml(ledger);
  if (tree.get(LEDGER_FILE) === text) return false;
  writeChanges(root, tree, wholeFiles([[LEDGER_FILE, text]]));
  return true;
}
