import { browserStorage } from '../../../record/environment.ts';
import { writeChanges } from '../../../record/file/device-records.ts';
import { readDevice } from './on-device.ts';
import { defineRecordFile } from './record-file.ts';

/** On the site a file holds the whole device, also modules that this release does not have. */
defineRecordFile({
  read: async () => readDevice(),
  fitting: (records) => records,
  async write(changes) {
    const storage = browserStorage(window);
    return storage ? writeChanges(storage, changes) : 'blocked';
  },
});
