/** What a session may have to tell a learner; the words are `notice.<name>` in src/i18n. */
export const STORAGE_NOTICES = ['storage-blocked', 'storage-full', 'storage-damaged'] as const;
export const LMS_NOTICES = ['no-lms', 'lms-rejected', 'lms-offline', 'lms-review', 'too-large'] as const;
export type Notice = (typeof STORAGE_NOTICES)[number] | (typeof LMS_NOTICES)[number];
