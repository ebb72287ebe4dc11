import { currentCurriculum } from '../curriculum/current.ts';
import { formatFaults } from '../curriculum/friendly.ts';
import { readTree } from '../curriculum/tree.ts';
import { readLedger } from './ledger.ts';
import { type Workshop, workshopOf } from './workshop.ts';

let opened: Workshop | undefined;

/**
 * The workshop of this project, for pages at build time; opened anew when the curriculum was read anew. A damaged
 * ledger ends the build with its faults.
 */
export function currentWorkshop(): Workshop {
  const curriculum = currentCurriculum();
  if (opened?.curriculum === curriculum) return opened;
  const tree = readTree(process.cwd());
  const { ledger, faults } = readLedger(tree);
  if (ledger === undefined) throw new Error(`The ledger is damaged.\n${formatFaults(faults)}`);
  opened = workshopOf(curriculum, tree, ledger);
  return opened;
}
