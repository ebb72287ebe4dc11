import { createScorm2004Record } from './adapters/scorm2004.ts';
import { devicePart, withDevicePart } from './device-part.ts';
import { type OpenedRecord, type OpenOptions, openRecord } from './open.ts';

const API_WAIT_MS = 2000;

/** For a SCORM 2004 package. */
export function openScorm2004Record(options: Omit<OpenOptions, 'kind' | 'lms'>): Promise<OpenedRecord> {
  return openRecord({
    ...options,
    kind: 'scorm2004',
    lms: (tools) =>
      withDevicePart(
        createScorm2004Record({ ...tools, apiWaitMs: API_WAIT_MS }),
        devicePart(options.module, options.win),
      ),
  });
}
