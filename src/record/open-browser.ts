import { type OpenedRecord, type OpenOptions, openRecord } from './open.ts';

/** For pages of the site: no SCORM code comes along. */
export function openBrowserRecord(options: Omit<OpenOptions, 'kind' | 'lms'>): Promise<OpenedRecord> {
  return openRecord({ ...options, kind: 'browser' });
}
