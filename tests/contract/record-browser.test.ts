import { createBrowserRecord } from '../../src/record/adapters/browser.ts';
import { fakeStorage } from '../support/fake-storage.ts';
import { countingIds } from '../support/record.ts';
import { recordContract } from './record.contract.ts';

for (const trouble of ['full', 'blocked'] as const) {
  recordContract(`a browser's storage that may be ${trouble}`, () => {
    const ids = countingIds();
    const storage = fakeStorage();
    return {
      session: () => createBrowserRecord({ module: 'integrity', storage, ids }),
      fail: (failing) => {
        storage.trouble = failing ? trouble : 'none';
      },
    };
  });
}
