import { createMemoryRecord, type MemoryStore } from '../../src/record/adapters/memory.ts';
import { countingIds } from '../support/record.ts';
import { recordContract } from './record.contract.ts';

recordContract('memory', () => {
  const ids = countingIds();
  const store: MemoryStore = { snapshot: new Map() };
  return { session: () => createMemoryRecord({ ids, store }) };
});
