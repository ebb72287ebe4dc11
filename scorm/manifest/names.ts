export const MANIFEST_FILE = 'imsmanifest.xml';

/** The document that an LMS launches. */
export const LAUNCH_FILE = 'index.html';

/** One order everywhere, whatever the locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
