import { createScorm12Record, type FinalStatus } from './adapters/scorm12.ts';
import { devicePart, withDevicePart } from './device-part.ts';
import { type OpenedRecord, type OpenOptions, openRecord } from './open.ts';

const API_WAIT_MS = 2000;

/** For a SCORM 1.2 package. */
export function openScorm12Record(
  options: Omit<OpenOptions, 'kind' | 'lms'> & { readonly finalStatus?: FinalStatus },
): Promise<OpenedRecord> {
  const { finalStatus = 'completed' } = options;
  return openRecord({
    ...options,
    kind: 'scorm12',
    lms: (tools) =>
      withDevicePart(
        createScorm12Record({ ...tools, finalStatus, apiWaitMs: API_WAIT_MS }),
        devicePart(options.module, options.win),
      ),
  });
}
