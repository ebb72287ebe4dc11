/** What a session may have to tell a learner; the words are `notice.<name>` in src/i18n. */
export const NOTICES = [
  'storage-blocked',
  'storage-full',
  'storage-damaged',
  'no-lms',
  'lms-rejected',
  'lms-offline',
  'lms-review',
  'too-large',
] as const;
export type Notice = (typeof NOTICES)[number];
