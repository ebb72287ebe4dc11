import type { LearningRecord } from './port.ts';

/** A package keeps what stays on the device apart for each learner its LMS knows. */
export function packageRecordName(module: string, learner: string): string {
  return `${module}@${learner}`;
}

/** The name under which the browser's storage keeps an opened record. */
export function recordName(module: string, { adapter, learner }: LearningRecord): string {
  return adapter.startsWith('scorm') ? packageRecordName(module, learner) : module;
}
