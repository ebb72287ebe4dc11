/** Version of the stored form. One item an entry, so that two tabs or one damaged item do not touch the others. */
export const STORAGE_PREFIX = 'sog/1/';
