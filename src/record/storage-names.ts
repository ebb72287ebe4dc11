/** Version of the stored form. One item an entry, so that two tabs or one damaged item do not touch the others. */
export const STORAGE_PREFIX = 'sog/1/';

/** Names in a storage that begin with `prefix`. */
export function namesIn(storage: Pick<Storage, 'key' | 'length'>, prefix: string): string[] {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  return names.filter((name): name is string => name?.startsWith(prefix) ?? false);
}
